import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuseUpgrade } from '../http/answer.ts';
import { allowOrigin } from '../http/origin.ts';
import { addressOf } from '../http/request.ts';
import type { Router } from '../http/router.ts';
import { createPersistentConnection } from '../classic/raw/persistent-connection.ts';
import { createSignalR } from '../signalr.ts';
import { classicConnections } from './classic-connections.ts';
import { classicHubs } from './classic-hubs.ts';
import { answerNegotiation } from './classic-negotiations.ts';

const authorize = () => ({ user: null, userId: '' });
const origins = () => true;
const hubsAt = (path: string, detailedErrors: boolean) =>
  createSignalR<unknown>({ path, hubs: classicHubs(), authorize, origins, detailedErrors });

/** What the functional suite of the classic clients expects of its server (`?testUrl=`); any page may use it. */
export function classicHost(): Router & { close(): Promise<void> } {
  const parts = [
    hubsAt('/signalr', true),
    hubsAt('/signalr2/test', false),
    hubsAt('/jsonp/signalr', false),
    ...Object.entries(classicConnections).map(([path, handlers]) =>
      createPersistentConnection<unknown>({ path, authorize, origins, ...handlers }),
    ),
  ];
  return {
    handle: (request, response) =>
      isClassic(request) &&
      (answerNegotiation(request, response) ||
        answerAltered(request, response) ||
        parts.some((part) => part.handle(request, response))),
    upgrade(request, socket, head) {
      if (!isClassic(request)) return false;
      const altered = alteration(request);
      if (altered === null) return parts.some((part) => part.upgrade(request, socket, head));
      refuseUpgrade(socket, altered.status);
      return true;
    },
    close: async () => void (await Promise.all(parts.map((part) => part.close()))),
  };
}

/** Two addresses mean something else to the suite of the Core clients, which never name a version of this protocol. */
function isClassic(request: IncomingMessage): boolean {
  const { path, query } = addressOf(request);
  return query.has('clientProtocol') || !/^\/(echo|redirect)(\/|$)/i.test(path);
}

/** Connections that answer one of their addresses with something else, as the query tells. */
function alteration(request: IncomingMessage): { status: number; location?: string } | null {
  const { path, query } = addressOf(request);
  const at = (when: string | null) => when !== null && when !== '' && path.includes(`/${when}`);
  if (path.startsWith('/redirectionConnection') && at(query.get('redirectWhen')))
    return { status: 302, location: `http://${request.headers.host ?? ''}` };
  if (path.startsWith('/statusCodeConnection') && at(query.get('alterWhen')))
    return { status: Number(query.get('statusCode') ?? 200) };
  return null;
}

function answerAltered(request: IncomingMessage, response: ServerResponse): boolean {
  const altered = alteration(request);
  if (altered === null) return false;
  const { status, location } = altered;
  allowOrigin(request, response);
  if (location !== undefined) response.setHeader('location', location);
  response.writeHead(status).end('Hello world\n');
  return true;
}
