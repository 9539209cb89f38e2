/** A request to the service, free of any HTTP library. */
export interface ODataRequest<Context> {
  readonly method: string;
  /** Absolute address of the service with a slash at the end: links and context URLs begin with it. */
  readonly root: string;
  /** What follows the root, as it came: path and query, still percent-encoded. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Headers;
  readonly body: string;
  /** Handed to the executor as it is. */
  readonly context: Context;
  /** To be aborted when the client hangs up. */
  readonly signal: AbortSignal;
}

export interface ODataAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/**
 * A streamed body throws when something fails after it has begun: the host then cuts the connection, so that nobody takes half an
 * answer for a whole one. Whoever stops reading calls the iterator's `return`, which ends the query.
 */
export type Body = string | Buffer | AsyncIterable<string | Buffer>;

export type Headers = Readonly<Record<string, string | undefined>>;

export type Handler<Context> = (request: ODataRequest<Context>) => Promise<ODataAnswer>;
