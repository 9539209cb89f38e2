import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupAddress } from 'node:dns';
import { addressesOf, InsideAddressError, only, type Resolve } from '../../outbound/guard.ts';

/** Milliseconds for the whole of a try: looking up, connecting, sending, answer. */
const TIMEOUT = 15_000;
/** Bytes of an answer that are read, and thrown away, before the connection is cut. */
const MOST_READ = 65_536;

export interface Posting {
  url: string;
  headers: Record<string, string>;
  body: string;
  resolve: Resolve;
  allowInside: boolean;
  /** Ends the try. */
  signal: AbortSignal;
}

/** How a try went: delivered when there is no fault. The status is null when there was no answer. */
export interface Outcome {
  status: number | null;
  fault: string | null;
}

/**
 * Posts JSON to an address of somebody else. The connection goes to the very addresses that were checked, whatever a
 * second look-up of the name would say; redirects are not followed. Never throws.
 */
export async function post(posting: Posting): Promise<Outcome> {
  const signal = AbortSignal.any([posting.signal, AbortSignal.timeout(TIMEOUT)]);
  try {
    const url = new URL(posting.url);
    const addresses = await orAbort(signal, addressesOf(url, posting));
    const status = await send(url, posting, addresses, signal);
    return { status, fault: faultOf(status) };
  } catch (error) {
    return {
      status: null,
      fault: signal.aborted ? 'there was no answer within 15 seconds' : reasonOf(error),
    };
  }
}

function send(
  url: URL,
  { headers, body }: Posting,
  addresses: LookupAddress[],
  signal: AbortSignal,
): Promise<number> {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: only(addresses),
    agent: false,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    request.on('error', reject);
    request.on('response', (response) => {
      throwAway(response).then(() => resolve(response.statusCode ?? 0), reject);
    });
    request.end(body);
  });
}

/** Reads on so that the receiver is not cut off in the middle of its answer; what goes wrong here changes nothing. */
async function throwAway(response: IncomingMessage): Promise<void> {
  let read = 0;
  try {
    for await (const chunk of response) {
      read += (chunk as Buffer).length;
      if (read > MOST_READ) break;
    }
  } catch {
    // The status has come, and it alone decides.
  } finally {
    response.destroy();
  }
}

/** Looking up a name cannot be ended; its answer is no longer waited for. */
async function orAbort<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function faultOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400
    ? `the answer was ${status}; redirects are not followed`
    : `the answer was ${status}`;
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'the host is unknown',
  EAI_AGAIN: 'the name could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the connection took too long',
};

function reasonOf(error: unknown): string {
  if (error instanceof InsideAddressError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? `the request failed: ${code ?? message}`;
}
