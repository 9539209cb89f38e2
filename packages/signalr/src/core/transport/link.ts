/** One transport's way to the client. */
export interface Link {
  /** Bytes that the client has not taken yet. */
  readonly waitingBytes: number;
  /** Never throws. */
  send(data: Buffer, binary: boolean): void;
  /** Ends it when all has been sent. */
  end(): void;
  /** Cuts it off. */
  destroy(): void;
  /** Called every now and then with the time in milliseconds. */
  tick?(now: number): void;
}
