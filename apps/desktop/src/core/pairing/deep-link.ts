import { baseOf, readServerAddress, type ServerAddress } from './address.ts';

/** What a `stint://` link asks for. Nothing happens before the person has agreed to it. */
export type DeepLink =
  | { readonly kind: 'pair'; readonly address: ServerAddress; readonly code: string }
  | { readonly kind: 'show' };

/** The scheme of the app's links. */
export const LINK_SCHEME = 'stint';

const LONGEST_LINK = 2_000;

/**
 * Reads a link that any page may have made: `stint://pair?server=…&collection=…&code=…` from the Apps page, `stint://show`.
 * Null for anything else.
 */
export function readDeepLink(text: string): DeepLink | null {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return null;
  const { protocol, host, pathname, searchParams } = new URL(text);
  if (protocol !== `${LINK_SCHEME}:`) return null;
  const action = (host || pathname.replace(/^\/+/, '')).replace(/\/+$/, '').toLowerCase();
  if (action === 'show') return { kind: 'show' };
  if (action !== 'pair') return null;
  const server = readServerAddress(searchParams.get('server') ?? '');
  const code = searchParams.get('code') ?? '';
  const collection = searchParams.get('collection');
  if (!server.ok || !/^[\w+/=-]{16,400}$/.test(code)) return null;
  if (collection !== null && !/^[^/\\?#]{1,200}$/.test(collection)) return null;
  return { kind: 'pair', address: { baseUrl: baseOf(server.url), collection }, code };
}

/** The link among the arguments that a second start of the app was given; null when there is none. */
export function linkAmong(args: readonly string[]): string | null {
  return args.find((each) => each.toLowerCase().startsWith(`${LINK_SCHEME}:`)) ?? null;
}
