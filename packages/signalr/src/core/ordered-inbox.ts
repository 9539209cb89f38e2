/**
 * Messages of one connection, acted on one after the other: what comes while an earlier one is waited for keeps its place behind
 * it.
 */
export class OrderedInbox<Message> {
  readonly #act: (message: Message) => Promise<void> | undefined;
  #waiting: Message[] = [];
  #blocked: Promise<void> | undefined;
  #isClosed = false;

  /** @param act what to do with a message; a promise when those behind it have to wait */
  constructor(act: (message: Message) => Promise<void> | undefined) {
    this.#act = act;
  }

  /** Settles when nothing is waited for any more; undefined when nothing is. */
  get blocked(): Promise<void> | undefined {
    return this.#blocked;
  }

  /** Acts on a message now, or when those before it have been acted on. */
  accept(message: Message): void {
    if (this.#isClosed) return;
    if (this.#blocked === undefined) this.#actOn(message);
    else this.#waiting.push(message);
  }

  /** Holds all messages back until this is settled; it must not reject. */
  holdUntil(settled: Promise<unknown>): void {
    this.#blocked = settled.then(() => {
      this.#blocked = undefined;
      return this.#drain();
    });
  }

  /** Forgets what was not acted on, and takes nothing more. */
  close(): void {
    this.#isClosed = true;
    this.#waiting = [];
  }

  #actOn(message: Message): void {
    const wait = this.#act(message);
    if (wait !== undefined) this.holdUntil(wait);
  }

  #drain(): Promise<void> | undefined {
    while (this.#blocked === undefined && !this.#isClosed) {
      const message = this.#waiting.shift();
      if (message === undefined) return undefined;
      this.#actOn(message);
    }
    return this.#isClosed ? undefined : this.#blocked;
  }
}
