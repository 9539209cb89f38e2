/**
 * One reading connection of the host, in a read-only transaction where a cursor is to be used. The host sets its time limit, and
 * cancels what runs when the signal aborts that `open` was given.
 */
export interface Reader {
  /** Answers rows as arrays of their columns; all of them are texts or null. */
  query(text: string, values: readonly unknown[]): Promise<readonly (readonly (string | null)[])[]>;
  /** The same for the only statement of a request, which saves a round trip where the connection can. */
  queryOnly(text: string, values: readonly unknown[]): Promise<readonly (readonly (string | null)[])[]>;
  /** Gives the connection back, also after a failure. */
  close(): Promise<void>;
}

/** Opens a connection for one request. */
export type OpenReader<Context> = (context: Context, signal: AbortSignal) => Promise<Reader>;
