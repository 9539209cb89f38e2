import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { refuseUpgrade } from '../../http/answer.ts';
import { Refusal, refuse } from '../../http/refusal.ts';
import type { ClassicConnection } from '../connection/connection.ts';
import type { ClassicServer } from '../server.ts';
import { openWebSocket } from '../transports/web-socket.ts';
import { texts } from '../wire/texts.ts';
import { readAsked } from './asked.ts';
import { type Identified, identify } from './identify.ts';
import { type Place, readPlace, receive, type Way } from './receive.ts';

/** Turns `connect` and `reconnect` into WebSockets. */
export function createUpgrade<User>(server: ClassicServer<User>) {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: server.limits.messageBytes,
  });
  return async (way: Way, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const arrival = await admit(server, request);
    if (arrival instanceof Refusal) return refuseUpgrade(socket, arrival.status, arrival.message);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const open = (connection: ClassicConnection<User>, lost: () => void) =>
        openWebSocket(webSocket, socket, {
          received: (text) => answerTo(server, connection, text),
          answered: () => connection.cutSlowReader(),
          lost,
          atOnce: server.limits.waitingCalls,
          silence: server.times.disconnectTimeout,
          now: server.now,
        });
      // An application that fails has ended the connection, and its socket with it.
      receive(server, { ...arrival, way, open }).catch(() => {});
    });
  };
}

async function admit<User>(
  server: ClassicServer<User>,
  request: IncomingMessage,
): Promise<{ identified: Identified<User>; place: Place } | Refusal> {
  const asked = readAsked(request);
  if (asked instanceof Refusal) return asked;
  const identified = await identify(server, request, asked.query);
  if (identified instanceof Refusal) return identified;
  if (identified.transport !== 'webSockets') return refuse(400, texts.unknownTransport);
  const place = readPlace(asked.query, new URLSearchParams());
  return place instanceof Refusal ? place : { identified, place };
}

/** A message that is none is passed over, as in the original: there is nothing to answer it by. */
async function answerTo<User>(
  server: ClassicServer<User>,
  connection: ClassicConnection<User>,
  text: string,
): Promise<string | null> {
  try {
    const answer = await server.application.receive(connection, text);
    return answer instanceof Refusal ? null : answer;
  } catch (error) {
    server.log({ kind: 'failed', what: 'receiving a message', error });
    return null;
  }
}
