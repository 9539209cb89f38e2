import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupAddress } from 'node:dns';
import { addressesOf, InsideAddressError, only, type Reach } from '../../outbound/guard.ts';
import { CalendarFault } from './fault.ts';

/** Milliseconds for all of it, redirects included. */
const TIMEOUT = 15_000;
const MOST_BYTES = 10_000_000;
const MOST_REDIRECTS = 4;

/** What an address answered; `text` is null when it is what `etag` stands for already. */
export interface Fetched {
  text: string | null;
  etag: string | null;
}

/**
 * Reads an address of somebody else. Each connection goes to the very addresses that were checked, those of redirects too. Throws
 * CalendarFault.
 */
export async function fetchCalendar(address: string, etag: string | null, reach: Reach): Promise<Fetched> {
  const signal = AbortSignal.timeout(TIMEOUT);
  let url = new URL(address);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const response = await answerOf(url, etag, reach, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 304 && etag !== null) {
      response.destroy();
      return { text: null, etag };
    }
    if (statusCode === 200) return { text: await textOf(response, signal), etag: headers.etag ?? null };
    response.destroy();
    const isRedirect = statusCode >= 300 && statusCode < 400 && headers.location !== undefined;
    const next = isRedirect ? URL.parse(headers.location ?? '', url.href) : null;
    if (next === null || !['http:', 'https:'].includes(next.protocol))
      throw new CalendarFault(`the calendar’s server answered ${statusCode}`);
    url = next;
  }
  throw new CalendarFault('the calendar’s server redirects without end');
}

async function answerOf(
  url: URL,
  etag: string | null,
  reach: Reach,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  try {
    const addresses = await addressesOf(url, reach);
    return await ask(url, etag, addresses, signal);
  } catch (error) {
    throw faultOf(error, signal);
  }
}

function ask(
  url: URL,
  etag: string | null,
  addresses: LookupAddress[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options = {
    headers: {
      accept: 'text/calendar, text/plain;q=0.5',
      'user-agent': 'Stint',
      ...(etag !== null && { 'if-none-match': etag }),
    },
    lookup: only(addresses),
    agent: false,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    request.on('error', reject);
    request.on('response', resolve);
    request.end();
  });
}

async function textOf(response: IncomingMessage, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      bytes += (chunk as Buffer).length;
      if (bytes > MOST_BYTES)
        throw new CalendarFault(`the calendar has more than ${MOST_BYTES / 1_000_000} MB`);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw faultOf(error, signal);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks).toString('utf8');
}

function faultOf(error: unknown, signal: AbortSignal): CalendarFault {
  if (error instanceof CalendarFault) return error;
  if (error instanceof InsideAddressError) return new CalendarFault(error.message);
  if (signal.aborted) return new CalendarFault('the calendar’s server did not answer within 15 seconds');
  const { code } = error as NodeJS.ErrnoException;
  return new CalendarFault(`the calendar’s server cannot be reached (${code ?? 'unknown reason'})`);
}
