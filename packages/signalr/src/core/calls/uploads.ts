import type { Completion } from '../messages.ts';
import { ClientStreamError } from './client-stream-error.ts';
import { createUpload, type Upload } from './upload.ts';

/** Items of a stream that wait for the method that reads it. */
const BUFFERED_ITEMS = 10;

/** The streams that a client is sending. */
export class Uploads {
  readonly #open = new Map<string, Upload>();

  get size(): number {
    return this.#open.size;
  }

  /** Null when one of the ids is taken. */
  open(ids: readonly string[]): readonly Upload[] | null {
    if (new Set(ids).size < ids.length || ids.some((id) => this.#open.has(id))) return null;
    return ids.map((id) => {
      const upload = createUpload(BUFFERED_ITEMS);
      this.#open.set(id, upload);
      return upload;
    });
  }

  /** What comes for no stream, or for one that nobody reads any more, is passed over, as .NET does. */
  push(id: string, item: unknown): Promise<void> | undefined {
    return this.#open.get(id)?.push(item);
  }

  /** False when no such stream is open. */
  complete({ invocationId, outcome }: Completion): boolean {
    const upload = this.#open.get(invocationId);
    upload?.finish(outcome.kind === 'error' ? new ClientStreamError(outcome.error) : null);
    return this.#open.delete(invocationId);
  }

  /** Their method has ended. */
  close(ids: readonly string[]): void {
    for (const id of ids) {
      this.#open.get(id)?.finish(null);
      this.#open.delete(id);
    }
  }

  abort(error: Error): void {
    for (const upload of this.#open.values()) upload.finish(error);
    this.#open.clear();
  }
}
