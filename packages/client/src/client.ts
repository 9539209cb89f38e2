import type { AnswerOf, BodyOf, Call, ParamsOf, QueryOf } from '@stint/contract';
import { addressOf } from './address.ts';
import { errorOf, unreachable } from './api-error.ts';

/** How to reach a server, and as whom. */
export interface ClientOptions {
  /** The server's address without a path, e.g. `https://time.example.com`; empty in a page that the server itself serves. */
  readonly baseUrl: string;
  /** The version of the API, e.g. `3.2` (api.md 1). */
  readonly version: string;
  /** The `Authorization` header of the next request, e.g. `Bearer …`; null for none. */
  readonly authorization?: () => string | null | Promise<string | null>;
  /** The CSRF token of the cookie session, sent with every write; null for none. */
  readonly csrfToken?: () => string | null;
  /** Takes the place of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** What goes with one call. */
export interface Request<C extends Call> {
  readonly params?: ParamsOf<C>;
  readonly query?: QueryOf<C>;
  readonly body?: BodyOf<C>;
  /** The same key gives the same answer and one effect, however often it is sent (api.md 3.4). */
  readonly idempotencyKey?: string;
  /** The `ETag` that the thing must still have; else the call fails with status 412. */
  readonly ifMatch?: string;
  /** Is told the `ETag` of what is answered, to send it as `ifMatch` with a change. */
  readonly onETag?: (etag: string) => void;
  readonly signal?: AbortSignal;
}

export interface Client {
  /**
   * Makes a call and gives its answer without the `data` envelope.
   * Throws ApiError for a refusal or when the server cannot be reached; an aborted request throws the signal's reason.
   */
  readonly call: <C extends Call>(call: C, request?: Request<C>) => Promise<AnswerOf<C>>;
}

/**
 * Makes a client of the REST, tracking, pairing and sign-in calls of `@stint/contract`, for browsers and Node.
 *
 * @example
 * const client = createClient({ baseUrl: 'http://localhost:7070', version: '3.2', authorization: () => `Bearer ${token}` });
 * const latest = await client.call(calls.listWorkLogs, { query: { $count: 5 } });
 */
export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  return {
    call: async (call, request = {}) => {
      const address = options.baseUrl.replace(/\/+$/, '') + addressOf(call, options.version, request);
      const init = {
        method: call.method,
        headers: await headersOf(options, call, request),
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        ...(request.signal && { signal: request.signal }),
      };
      const response = await send(address, init).catch((cause: unknown) => {
        request.signal?.throwIfAborted();
        throw unreachable(cause);
      });
      const body = await jsonOf(response);
      if (!response.ok) throw errorOf(response.status, body, response.headers.get('retry-after'));
      const etag = response.headers.get('etag');
      if (etag !== null) request.onETag?.(etag);
      return withoutEnvelope(call, body) as AnswerOf<typeof call>;
    },
  };
}

async function headersOf<C extends Call>(
  options: ClientOptions,
  call: C,
  request: Request<C>,
): Promise<Record<string, string>> {
  const authorization = await options.authorization?.();
  const csrfToken = call.method === 'GET' ? null : options.csrfToken?.();
  return {
    accept: 'application/json',
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    ...(authorization && { authorization }),
    ...(csrfToken && { 'x-csrf-token': csrfToken }),
    ...(request.idempotencyKey && { 'idempotency-key': request.idempotencyKey }),
    ...(request.ifMatch && { 'if-match': request.ifMatch }),
  };
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** REST and sign-in answers stand under `data`; tracking carries its own envelope, pairing has none (api.md 3.1, 4, 5). */
function withoutEnvelope(call: Call, body: unknown): unknown {
  if (call.area !== 'rest' && call.area !== 'auth') return body;
  return (body as { data?: unknown } | null)?.data ?? null;
}
