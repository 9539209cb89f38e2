/** Where a server is: its address without a trailing slash, and the collection of an on-premises installation. */
export interface ServerAddress {
  readonly baseUrl: string;
  readonly collection: string | null;
}

export type ReadAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly problem: 'empty' | 'notAnAddress' | 'notHttps' };

/**
 * Reads an address as people type it: `time.example.com`, `https://time.example.com/`, `localhost:7070`. Without a scheme
 * https is meant, and http for this computer; tokens go over https only, except to this computer.
 */
export function readServerAddress(typed: string): ReadAddress {
  const text = typed.trim();
  if (text === '') return { ok: false, problem: 'empty' };
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const url = parse(hasScheme ? text : `${isThisComputer(hostIn(text)) ? 'http' : 'https'}://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return { ok: false, problem: 'notAnAddress' };
  if (!isThisComputer(url.hostname) && !url.hostname.includes('.') && !hasScheme)
    return { ok: false, problem: 'notAnAddress' };
  if (url.protocol === 'http:' && !isThisComputer(url.hostname)) return { ok: false, problem: 'notHttps' };
  return { ok: true, url };
}

/** Whether two addresses mean the same server. */
export function isSameServer(one: ServerAddress, other: ServerAddress): boolean {
  return one.baseUrl === other.baseUrl && one.collection?.toLowerCase() === other.collection?.toLowerCase();
}

/** The base of an address: scheme, host, port and path, without a trailing slash, query or fragment. */
export function baseOf(url: URL): string {
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function hostIn(text: string): string {
  return (text.startsWith('[') ? /^\[[^\]]*\]/.exec(text)?.[0] : text.split(/[:/?#]/)[0]) ?? '';
}

function isThisComputer(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/i.test(host);
}
