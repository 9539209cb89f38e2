import type { IncomingMessage, ServerResponse } from 'node:http';

/** Whether a page of this origin (`https://host:port`) may use the hubs with the person's cookies. */
export type Origins = (origin: string) => boolean;

/** A request of no page, of a page of this host, or of an allowed origin. */
export function isAllowedOrigin({ headers }: IncomingMessage, origins: Origins): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return isSameHost(origin, host) || origins(origin);
}

function isSameHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/** Lets the allowed page read the answer. */
export function allowOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
  if (headers.origin === undefined) return;
  response.setHeader('access-control-allow-origin', headers.origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('vary', 'Origin');
}

/** Answers a browser that asks before it sends the request itself. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers['access-control-request-headers'];
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST, DELETE',
    ...(asked === undefined ? {} : { 'access-control-allow-headers': asked }),
    'access-control-max-age': '600',
  });
  response.end();
}
