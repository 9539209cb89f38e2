import { randomBytes } from 'node:crypto';
import { type Cursor, readCursor } from './cursor.ts';

/** How much a log keeps; what is older is forgotten first. The newest message is always kept. */
export interface KeptMessages {
  readonly count: number;
  /** Characters of all kept messages together. */
  readonly length: number;
}

/**
 * The last messages for one connection, numbered from 0, so that a client that lost its transport gets what it missed.
 * Texts are shared between logs, so a message to many costs each log one reference.
 */
export class MessageLog {
  readonly id = randomBytes(4).toString('hex').toUpperCase();
  readonly #kept: KeptMessages;
  readonly #ring: string[] = [];
  #length = 0;
  #start = 0;
  #end = 0;

  constructor(kept: KeptMessages) {
    this.#kept = kept;
  }

  /** The position after the newest message. */
  get end(): number {
    return this.#end;
  }

  append(message: string): void {
    if (this.#end - this.#start === this.#kept.count) this.#forgetOldest();
    this.#ring[this.#end % this.#kept.count] = message;
    this.#end += 1;
    this.#length += message.length;
    while (this.#length > this.#kept.length && this.#end - this.#start > 1) this.#forgetOldest();
  }

  /** What is kept from `position` on, in order. */
  from(position: number): string[] {
    const messages: string[] = [];
    for (let at = Math.max(position, this.#start); at < this.#end; at += 1) messages.push(this.#at(at));
    return messages;
  }

  /** The position that a client’s cursor means here; undefined when it is none of this log. */
  positionOf(cursor: string): number | undefined {
    const read: Cursor | undefined = readCursor(cursor);
    return read?.log === this.id && read.position <= this.#end ? read.position : undefined;
  }

  #forgetOldest(): void {
    this.#length -= this.#at(this.#start).length;
    this.#ring[this.#start % this.#kept.count] = '';
    this.#start += 1;
  }

  #at(position: number): string {
    return this.#ring[position % this.#kept.count] ?? '';
  }
}
