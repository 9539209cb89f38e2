import { type CoreMessage, isCounted, type Sequence } from './messages.ts';
import { ProtocolError } from './protocol-error.ts';

/**
 * What stateful reconnect remembers: what was sent and not acknowledged, and how much was received. Sequence numbers begin at 1 and
 * count what `isCounted` says.
 */
export class ReplayBuffer {
  readonly #kept: Buffer[] = [];
  #keptBytes = 0;
  /** Of the first message that is kept, or will be. */
  #first = 1;
  #receiving = 1;
  #received = 0;
  #acknowledged = 0;
  #awaitsSequence = false;

  get keptBytes(): number {
    return this.#keptBytes;
  }

  /** Remembers what is sent. */
  keep(data: Buffer): void {
    this.#kept.push(data);
    this.#keptBytes += data.length;
  }

  /** The client has all messages up to this one. */
  acknowledge(sequenceId: number): void {
    const count = Math.min(sequenceId - this.#first + 1, this.#kept.length);
    if (count <= 0) return;
    for (const { length } of this.#kept.splice(0, count)) this.#keptBytes -= length;
    this.#first += count;
  }

  /** The number of the first message that is sent again, and those messages. The client has to say its own number next. */
  resume(): { readonly sequenceId: number; readonly again: readonly Buffer[] } {
    this.#awaitsSequence = true;
    return { sequenceId: this.#first, again: [...this.#kept] };
  }

  /** Whether a message is to be acted upon: not one that came before, nor one that comes before the client said its number. */
  accepts(message: CoreMessage): boolean {
    if (this.#awaitsSequence) return message.type === 9;
    if (!isCounted(message)) return true;
    const id = this.#receiving++;
    if (id <= this.#received) return false;
    this.#received = id;
    return true;
  }

  /** The client sends on from this number. Throws a ProtocolError when messages are missing. */
  restart({ sequenceId }: Sequence): void {
    if (sequenceId > this.#receiving) {
      throw new ProtocolError("Sequence ID greater than amount of messages we've received.");
    }
    this.#awaitsSequence = false;
    this.#receiving = sequenceId;
  }

  /** What is to be acknowledged; null when nothing new has come. */
  toAcknowledge(): number | null {
    if (this.#received === this.#acknowledged) return null;
    this.#acknowledged = this.#received;
    return this.#received;
  }
}
