/** Times of the classic protocol in milliseconds, with the original's defaults. */
export interface ClassicTimes {
  /** Between signs of life that clients are sent; they give the connection up after twice this time without any. */
  readonly keepAlive: number;
  /** How long a client without a transport may come back before its connection ends. */
  readonly disconnectTimeout: number;
  /** Added to it for transports that stay open, whose clients may notice a loss later than the server does. */
  readonly reconnectGrace: number;
  /** How long a poll is held open. */
  readonly connectionTimeout: number;
  /** How long a client tries a transport before it falls back to the next. */
  readonly transportConnectTimeout: number;
  /** How long a client waits between two polls. */
  readonly longPollDelay: number;
}

export const defaultTimes: ClassicTimes = {
  keepAlive: 10_000,
  disconnectTimeout: 30_000,
  reconnectGrace: 5_000,
  connectionTimeout: 110_000,
  transportConnectTimeout: 5_000,
  longPollDelay: 0,
};

/** What can be set for clients of the classic protocol. */
export interface ClassicOptions extends Partial<ClassicTimes> {
  /**
   * At least 32 bytes that keep connection tokens from being forged; all processes need the same. A random one when
   * left out: then clients of a restarted server have to connect anew.
   */
  readonly secret?: Uint8Array;
}
