import type { IncomingMessage } from 'node:http';
import { Refusal, refuse } from '../../http/refusal.ts';
import type { ClassicConnection, Opening } from '../connection/connection.ts';
import type { ClassicServer } from '../server.ts';
import { belongsTo, type ConnectionClaim, readConnectionToken } from '../tokens/connection-token.ts';
import type { ClassicTransport } from '../../hub/transports.ts';
import { texts } from '../wire/texts.ts';
import { readTransport } from './asked.ts';
import { credentialsOf } from './credentials.ts';

/** A request about a connection, by somebody whose it is. */
export interface Identified<User> {
  readonly transport: ClassicTransport;
  readonly id: string;
  /** Undefined when this server does not know it. */
  readonly connection: ClassicConnection<User> | undefined;
  /** What it is opened with, if need be. */
  readonly opening: Opening<User>;
}

/** Finds out which connection a request is about and whether its sender owns it, in the original's order of refusals. */
export async function identify<User>(
  server: ClassicServer<User>,
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Identified<User> | Refusal> {
  const hubs = server.application.open(query.get('connectionData'));
  if (hubs instanceof Refusal) return hubs;
  const transport = readTransport(query);
  if (transport instanceof Refusal) return transport;
  const token = query.get('connectionToken') ?? '';
  if (token === '') return refuse(400, texts.missingConnectionToken);
  const claim = readConnectionToken(server.protector, token);
  if (claim === undefined) return refuse(400, texts.malformedConnectionToken);
  const id = claim.connectionId;
  if (server.registry.isBarred(id)) return refuse(403, 'The server ended this connection.');
  const connection = server.registry.find(id);
  const credentials = credentialsOf(request);
  const identity =
    connection?.credentials === credentials ? connection : await admitted(server, request, claim);
  if (identity instanceof Refusal) return identity;
  const { user, userId } = identity;
  const { headers } = request;
  return { transport, id, connection, opening: { id, user, userId, headers, query, credentials, hubs } };
}

async function admitted<User>(server: ClassicServer<User>, request: IncomingMessage, claim: ConnectionClaim) {
  const identity = await server.admit(request);
  if (identity instanceof Refusal || belongsTo(claim, identity.userId)) return identity;
  return refuse(403, texts.otherUser);
}
