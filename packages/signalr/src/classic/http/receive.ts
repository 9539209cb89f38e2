import { Refusal, refuse } from '../../http/refusal.ts';
import type { ClassicConnection } from '../connection/connection.ts';
import type { LifecycleEvent } from '../connection/lifecycle.ts';
import type { ClassicServer } from '../server.ts';
import { readGroupsToken } from '../tokens/groups-token.ts';
import type { Transport } from '../transports/transport.ts';
import { readCursor } from '../resumption/cursor.ts';
import { negotiatedVersion, sendsStart } from '../wire/protocol-version.ts';
import { texts } from '../wire/texts.ts';
import type { Identified } from './identify.ts';

/** How a client comes to have a transport. */
export type Way = 'connect' | 'reconnect' | 'poll';

/** Where a client stands, by its query or, when it polls, its form. */
export interface Place {
  readonly messageId: string | null;
  readonly groupsToken: string | null;
}

export function readPlace(query: URLSearchParams, form: URLSearchParams): Place | Refusal {
  const messageId = query.get('messageId') ?? form.get('messageId');
  if (messageId !== null && messageId !== '' && readCursor(messageId) === undefined)
    return refuse(400, texts.invalidCursor);
  return { messageId, groupsToken: query.get('groupsToken') ?? form.get('groupsToken') };
}

export interface Arrival<User> {
  readonly way: Way;
  readonly identified: Identified<User>;
  readonly place: Place;
  /** Opens the transport; it tells the connection when it is lost. */
  open(connection: ClassicConnection<User>, lost: () => void): Transport;
}

/** Gives a connection its transport, and the client what it missed. Rejects when the application fails. */
export async function receive<User>(server: ClassicServer<User>, arrival: Arrival<User>): Promise<void> {
  const { way, place, identified } = arrival;
  const { opening } = identified;
  const { registry, protector } = server;
  const connection = registry.findOrOpen(opening);
  const groups = readGroupsToken(protector, opening.id, place.groupsToken);
  await registry.happen(connection, {
    event: eventOf(way, opening.query),
    groups,
    attach() {
      const transport = arrival.open(connection, () => connection.detach(transport));
      connection.attach(
        transport,
        place.messageId === null ? undefined : connection.log.positionOf(place.messageId),
      );
      if (way !== 'connect' && !isSame(groups, server.application.groupsOf(connection)))
        connection.groupChanged();
    },
  });
}

function eventOf(way: Way, query: URLSearchParams): LifecycleEvent {
  if (way !== 'connect') return { kind: way };
  return { kind: way, startFollows: sendsStart(negotiatedVersion(query.get('clientProtocol'))) };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const others = new Set(other);
  return one.length === others.size && one.every((item) => others.has(item));
}
