import type { Limits } from '../hub/limits.ts';

/** What is due on a connection: a ping to the client, or its end because the client is silent. */
export type Due = 'nothing' | 'ping' | 'end';

/** Knows how long each side of a connection has been silent. Between two ticks only two flags are set, which costs nothing. */
export class KeepAlive {
  #hasSent = true;
  #quietSince: number;
  #hasReceived = true;
  #silentSince: number;
  #isExpected = false;

  /** @param now milliseconds, of the clock of `tick` */
  constructor(now: number) {
    this.#quietSince = now;
    this.#silentSince = now;
  }

  sent(): void {
    this.#hasSent = true;
  }

  received(): void {
    this.#hasReceived = true;
  }

  /** From the first ping of a client on its silence ends the connection. */
  pinged(): void {
    this.#isExpected = true;
  }

  /** @param isHeard whether the client was heard: nothing is read from one that has to wait */
  tick(now: number, { keepAlive, clientTimeout }: Limits, isHeard: boolean): Due {
    if (this.#hasSent) this.#quietSince = now;
    if (this.#hasReceived || isHeard) this.#silentSince = now;
    this.#hasSent = false;
    this.#hasReceived = false;
    if (this.#isExpected && now - this.#silentSince > clientTimeout) return 'end';
    return now - this.#quietSince >= keepAlive ? 'ping' : 'nothing';
  }
}
