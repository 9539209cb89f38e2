import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request as authorization sees it. */
export interface HandshakeRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The first of each name, decoded. */
  readonly cookies: Readonly<Record<string, string>>;
  /** Of the Bearer header, else of the query `access_token`, which browsers have to use; null when there is neither. */
  readonly token: string | null;
  readonly remoteAddress: string;
  /** As Node received it. */
  readonly raw: IncomingMessage;
}

export function handshakeRequest(request: IncomingMessage): HandshakeRequest {
  const { path, query } = addressOf(request);
  const { headers } = request;
  return {
    method: request.method ?? 'GET',
    path,
    query,
    headers,
    get cookies() {
      return cookiesOf(headers.cookie ?? '');
    },
    token: bearerOf(headers) ?? query.get('access_token'),
    remoteAddress: request.socket.remoteAddress ?? '',
    raw: request,
  };
}

export function addressOf({ url = '/' }: { readonly url?: string | undefined }): {
  path: string;
  query: URLSearchParams;
} {
  const mark = url.indexOf('?');
  return mark < 0
    ? { path: url, query: new URLSearchParams() }
    : { path: url.slice(0, mark), query: new URLSearchParams(url.slice(mark + 1)) };
}

function bearerOf({ authorization }: IncomingHttpHeaders): string | null {
  return /^bearer +(.+)$/i.exec(authorization ?? '')?.[1]?.trim() ?? null;
}

/** The first of each name, decoded. */
export function cookiesOf(header: string): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of header.split(';')) {
    const [, name, value] = /^\s*([^=\s]+)\s*=\s*"?([^"]*?)"?\s*$/.exec(pair) ?? [];
    if (name !== undefined && value !== undefined) cookies[name] ??= decoded(value) ?? value;
  }
  return cookies;
}

/** Null for what is no percent-encoding. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
