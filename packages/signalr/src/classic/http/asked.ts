import type { IncomingMessage } from 'node:http';
import { type Refusal, refuse } from '../../http/refusal.ts';
import { addressOf } from '../../http/request.ts';
import { type ClassicTransport, TRANSPORTS } from '../../hub/transports.ts';
import { isCallbackName } from '../wire/jsonp.ts';
import { texts } from '../wire/texts.ts';

/** What the address of every classic request says. */
export interface Asked {
  /** Up to the command, as the client wrote it, e.g. `/signalr`. */
  readonly base: string;
  readonly query: URLSearchParams;
  /** The JSONP callback; null for plain JSON. */
  readonly callback: string | null;
}

export function readAsked(request: IncomingMessage): Asked | Refusal {
  const { query } = addressOf(request);
  // Clients come back to this address, so it is theirs where something in front has written it anew (Connect's `originalUrl`).
  const { originalUrl = request.url } = request as IncomingMessage & { readonly originalUrl?: string };
  const { path } = addressOf({ url: originalUrl });
  const callback = query.get('callback') || null;
  if (callback !== null && !isCallbackName(callback))
    return refuse(400, 'The callback is no name of a function.');
  if (callback !== null && isForeignScript(request))
    return refuse(403, 'Pages of other sites need CORS, not JSONP, for what depends on a cookie.');
  return { base: path.replace(/\/[^/]*\/*$/, ''), query, callback };
}

/** Whether a page of another site would read what a cookie alone gives access to: scripts tell no origin. */
function isForeignScript({ headers }: IncomingMessage): boolean {
  return (
    headers['sec-fetch-site'] === 'cross-site' && headers.cookie !== undefined && headers.origin === undefined
  );
}

const transports = new Map<string, ClassicTransport>(
  (Object.keys(TRANSPORTS) as ClassicTransport[]).map((name) => [name.toLowerCase(), name]),
);

export function readTransport(query: URLSearchParams): ClassicTransport | Refusal {
  const asked = (query.get('transport') ?? '').toLowerCase();
  if (asked === 'foreverframe')
    return refuse(400, 'foreverFrame is not served: use webSockets, serverSentEvents or longPolling.');
  return transports.get(asked) ?? refuse(400, texts.unknownTransport);
}
