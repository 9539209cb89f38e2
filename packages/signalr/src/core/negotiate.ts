import type { Session } from './session.ts';
import { type CoreTransport, TRANSPORTS } from '../hub/transports.ts';

const NEWEST_VERSION = 1;

const FORMATS: Readonly<Record<CoreTransport, readonly string[]>> = {
  WebSockets: ['Text', 'Binary'],
  ServerSentEvents: ['Text'],
  LongPolling: ['Text', 'Binary'],
};

export const ALL_TRANSPORTS: readonly CoreTransport[] = Object.values(TRANSPORTS);

export type Negotiation =
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'agreed'; readonly version: 0 | 1; readonly wantsStateful: boolean };

/** What a client asks for; parameters compare without letter case, as in ASP.NET Core. */
export function readNegotiation(query: URLSearchParams): Negotiation {
  const given = new Map([...query].map(([name, value]) => [name.toLowerCase(), value]));
  const asked = given.get('negotiateversion') ?? '0';
  if (!/^\s*[+-]?\d{1,9}\s*$/.test(asked)) {
    return { kind: 'refused', error: 'The client requested a non-integer protocol version.' };
  }
  const version = Number(asked);
  if (version < 0) {
    const error = `The client requested version '${version}', but the server does not support this version.`;
    return { kind: 'refused', error };
  }
  return {
    kind: 'agreed',
    version: version >= NEWEST_VERSION ? 1 : 0,
    wantsStateful: given.get('usestatefulreconnect')?.toLowerCase() === 'true',
  };
}

/** The answer, with what the client needs to connect. */
export function negotiationAnswer(
  session: Session,
  version: 0 | 1,
  transports: readonly CoreTransport[],
): Record<string, unknown> {
  return {
    negotiateVersion: version,
    connectionId: session.id,
    ...(version === 0 ? {} : { connectionToken: session.token }),
    ...(session.wantsStateful ? { useStatefulReconnect: true } : {}),
    availableTransports: transports.map((transport) => ({ transport, transferFormats: FORMATS[transport] })),
  };
}
