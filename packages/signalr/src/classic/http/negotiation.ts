import { randomUUID } from 'node:crypto';
import type { ClassicTimes } from '../options.ts';
import { writeConnectionToken } from '../tokens/connection-token.ts';
import type { Protector } from '../tokens/protector.ts';
import { negotiatedVersion, versionText } from '../wire/protocol-version.ts';

export interface Negotiation {
  /** The base path as the client asked for it. */
  readonly url: string;
  readonly userId: string;
  readonly clientProtocol: string | null;
  readonly times: ClassicTimes;
  readonly protector: Protector;
}

/** The answer to `negotiate`, its times in seconds. */
export function negotiationText({ url, userId, clientProtocol, times, protector }: Negotiation): string {
  const connectionId = randomUUID();
  return JSON.stringify({
    Url: url,
    ConnectionToken: writeConnectionToken(protector, { connectionId, userId }),
    ConnectionId: connectionId,
    KeepAliveTimeout: (2 * times.keepAlive) / 1000,
    DisconnectTimeout: times.disconnectTimeout / 1000,
    ConnectionTimeout: times.connectionTimeout / 1000,
    TryWebSockets: true,
    ProtocolVersion: versionText(negotiatedVersion(clientProtocol)),
    TransportConnectTimeout: times.transportConnectTimeout / 1000,
    LongPollDelay: times.longPollDelay / 1000,
  });
}
