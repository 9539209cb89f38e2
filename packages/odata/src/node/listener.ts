import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Handler, Headers, ODataAnswer } from '../http/message.ts';
import { bodyOf } from './body.ts';

export interface NodeListenerOptions<Context> {
  readonly handle: Handler<Context>;
  /** Handed to the model's SQL: who asks, and what they may see. Who may not ask at all is turned away before the listener. */
  readonly contextOf: (request: IncomingMessage) => Context;
  /** Absolute address of the service as clients see it, with a slash at the end; `Host` of the request tells it by default. */
  readonly root?: string;
  /** Bytes of a body at most; 1,000,000 unless told. */
  readonly maxBodySize?: number;
}

/**
 * Serves a service with `createServer` of `node:http`. A service below a path is given `root`, and the URLs of its requests have to be
 * within it.
 */
export function nodeListener<Context>({
  handle,
  contextOf,
  root,
  maxBodySize = 1_000_000,
}: NodeListenerOptions<Context>): (request: IncomingMessage, response: ServerResponse) => void {
  const answer = async (request: IncomingMessage, response: ServerResponse, context: Context) => {
    const hungUp = new AbortController();
    response.on('close', () => hungUp.abort());
    const body = await bodyOf(request, maxBodySize);
    if (body === null) return send(response, tooLarge(maxBodySize));
    const base = root ?? `http://${request.headers.host ?? 'localhost'}/`;
    const url = urlWithin(new URL(base).pathname, request.url ?? '/');
    if (url === null) return send(response, notHere);
    const { method = 'GET' } = request;
    const headers = textHeaders(request);
    await send(
      response,
      await handle({ method, root: base, url, headers, body, context, signal: hungUp.signal }),
    );
  };
  // What fails now has failed within a body, and was told by then.
  return (request, response) =>
    void answer(request, response, contextOf(request)).catch(() => response.destroy());
}

/** A body that fails half way cuts the connection. */
async function send(response: ServerResponse, { status, headers, body }: ODataAnswer): Promise<void> {
  response.writeHead(status, headers);
  if (typeof body === 'string' || Buffer.isBuffer(body)) response.end(body);
  else await pipeline(Readable.from(body), response);
}

/** What follows the service's path; null for what is beside it. */
function urlWithin(base: string, url: string): string | null {
  if (url.startsWith(base)) return url.slice(base.length);
  const bare = base.slice(0, -1);
  return url === bare || url.startsWith(`${bare}?`) ? url.slice(bare.length) : null;
}

/** Repeated headers are joined, as HTTP has it. */
function textHeaders({ headers }: IncomingMessage): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

function tooLarge(most: number): ODataAnswer {
  const answer = refusal(413, 'TooComplex', `The body has more than ${most} bytes.`);
  return { ...answer, headers: { ...answer.headers, connection: 'close' } };
}

const notHere = refusal(404, 'NotFound', 'There is no service at this address.');

function refusal(status: number, code: string, message: string): ODataAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', 'odata-version': '4.01' },
    body: JSON.stringify({ error: { code, message } }),
  };
}
