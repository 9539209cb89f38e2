/**
 * The collection of an on-premises address, `/api/{collection}/rest/…` or `/{collection}/signalr/…`, and the address
 * without it (api.md 1).
 */
export interface Address {
  collection: string | null;
  url: string;
}

const TWIN = /^\/api\/([^/?]+)(\/(?:rest|tracking|odata|pin)(?:\/|\?|$).*)/i;
const HUB_TWIN = /^\/([^/?]+)(\/signalr(?:\/|\?|$).*)/i;
const AREAS = /^(rest|tracking|odata|pin)$/i;
/** What begins addresses of other kinds, so that no collection is read from them. */
const NO_COLLECTION = /^(api|auth|assets|signalr)$/i;

/** Splits the collection off; addresses of the cloud form come back as they are. */
export function readAddress(url: string): Address {
  const hub = HUB_TWIN.exec(url);
  if (hub?.[1] && hub[2] && !NO_COLLECTION.test(hub[1])) return { collection: decoded(hub[1]), url: hub[2] };
  const match = TWIN.exec(url);
  if (!match?.[1] || !match[2] || AREAS.test(match[1])) return { collection: null, url };
  return { collection: decoded(match[1]), url: `/api${match[2]}` };
}

/** The first label of a host name that has more than two, in lower case: `contoso.time.example.com` → `contoso`. */
export function hostLabel(host: string | undefined): string | null {
  const name = (host ?? '').replace(/:\d+$/, '');
  if (/^[\d.]+$/.test(name) || name.startsWith('[')) return null;
  const labels = name.split('.');
  return labels.length > 2 || (labels.length === 2 && labels[1] === 'localhost')
    ? (labels[0]?.toLowerCase() ?? null)
    : null;
}

/** Query options, form-decoded: `+` is a space, the first of a repeated name counts. */
export function readQuery(text: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) result[name] ??= value;
  return result;
}

/** The value of an option, in any letter case of its name. */
export function option(query: Record<string, unknown>, name: string): string | undefined {
  for (const [key, value] of Object.entries(query)) {
    if (key.toLowerCase() === name && typeof value === 'string') return value;
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
