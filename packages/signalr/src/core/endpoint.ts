import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Admit, Identity } from '../http/admission.ts';
import type { Endpoint } from '../http/adapter.ts';
import { answerText, answerWith, refuseUpgrade } from '../http/answer.ts';
import { readBody } from '../http/body.ts';
import { Refusal } from '../http/refusal.ts';
import { addressOf } from '../http/request.ts';
import { negotiationAnswer, readNegotiation } from './negotiate.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import type { createSockets } from './sockets.ts';
import type { CoreTransport } from '../hub/transports.ts';
import type { Application, Wire } from './wire.ts';

export interface EndpointDependencies<User> {
  readonly sessions: Sessions;
  readonly sockets: ReturnType<typeof createSockets>;
  readonly admit: Admit<User>;
  readonly transports: readonly CoreTransport[];
  /** Bytes of one request of a client. */
  readonly requestBytes: number;
  readonly start: (wire: Wire, identity: Identity<User>) => Application;
}

const UNKNOWN = { status: 404, text: 'No Connection with that ID' };
const UNNAMED = { status: 400, text: 'Connection ID required' };

/** Serves one address of ASP.NET Core connections: POST, GET and DELETE of its transports. */
export function connectionEndpoint<User>(dependencies: EndpointDependencies<User>): Endpoint {
  return {
    handle(request, response) {
      switch (request.method) {
        case 'POST':
          return send(dependencies, request, response);
        case 'GET':
          return open(dependencies, request, response);
        case 'DELETE':
          return end(dependencies, request, response);
        default:
          return answerText(response, 405);
      }
    },
    upgrade: (request, socket, head) => upgrade(dependencies, request, socket, head),
  };
}

/** Serves `…/negotiate`. */
export function negotiateEndpoint<User>(dependencies: EndpointDependencies<User>): Endpoint {
  return {
    async handle(request, response) {
      if (request.method !== 'POST') return answerText(response, 405);
      const identity = await dependencies.admit(request);
      if (identity instanceof Refusal) return answerText(response, identity.status, identity.message);
      answerWith(
        response,
        200,
        'application/json',
        JSON.stringify(negotiate(dependencies, request, identity)),
      );
    },
  };
}

function negotiate<User>(
  { sessions, transports, start }: EndpointDependencies<User>,
  request: IncomingMessage,
  identity: Identity<User>,
) {
  const asked = readNegotiation(addressOf(request).query);
  if (asked.kind === 'refused') return { error: asked.error };
  const { version, wantsStateful } = asked;
  const { userId } = identity;
  const session = sessions.create({ version, wantsStateful, userId, start: (wire) => start(wire, identity) });
  return negotiationAnswer(session, version, transports);
}

async function send<User>(
  { sessions, requestBytes }: EndpointDependencies<User>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const session = sessionOf(sessions, request);
  if ('status' in session) return answerText(response, session.status, session.text);
  if (session.isStarted && session.transport === 'WebSockets') {
    return answerText(response, 405, 'POST requests are not allowed for WebSocket connections.');
  }
  const body = await readBody(request, requestBytes);
  if (body === null || !(await session.post(body))) {
    response.setHeader('connection', 'close');
    answerText(response, 413);
    return session.drop();
  }
  answerText(response, 200);
}

async function open<User>(
  { sessions, admit, transports }: EndpointDependencies<User>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isEvents = /\btext\/event-stream\b/i.test(request.headers.accept ?? '');
  const transport = isEvents ? 'ServerSentEvents' : 'LongPolling';
  if (!isEvents) noCache(response);
  const session = sessionOf(sessions, request);
  if ('status' in session) return answerText(response, session.status, session.text);
  const unsupported = unsupportedText(transports, transport);
  if (unsupported !== null) return answerText(response, 404, unsupported);
  if (!session.isStarted) {
    const identity = await admit(request);
    if (identity instanceof Refusal) return answerText(response, identity.status, identity.message);
    if (identity.userId !== session.userId) return answerText(response, 403);
  }
  const refusal = session.refusal(transport);
  if (refusal !== null) return answerText(response, refusal.status, refusal.text);
  if (isEvents) session.openEvents(request, response);
  else session.poll(request, response);
}

async function upgrade<User>(
  { sessions, sockets, admit, transports, start }: EndpointDependencies<User>,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  const identity = await admit(request);
  if (identity instanceof Refusal) return refuseUpgrade(socket, identity.status, identity.message);
  const unsupported = unsupportedText(transports, 'WebSockets');
  if (unsupported !== null) return refuseUpgrade(socket, 404, unsupported);
  const { userId } = identity;
  const found = sessionOf(sessions, request);
  if ('status' in found && found !== UNNAMED) return refuseUpgrade(socket, found.status, found.text);
  const session =
    'status' in found
      ? sessions.create({ version: 0, wantsStateful: false, userId, start: (wire) => start(wire, identity) })
      : found;
  if (session.userId !== userId) return refuseUpgrade(socket, 403);
  const refusal = session.refusal('WebSockets');
  if (refusal !== null) return refuseUpgrade(socket, refusal.status, refusal.text);
  sockets.handleUpgrade(request, socket, head, (opened) => session.openSocket(opened, request));
}

function end<User>(
  { sessions }: EndpointDependencies<User>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const session = sessionOf(sessions, request);
  if ('status' in session) return answerText(response, session.status, session.text);
  if (!session.isStarted || session.transport !== 'LongPolling') {
    return answerText(response, 400, 'Cannot terminate this connection using the DELETE endpoint.');
  }
  session.drop();
  answerText(response, 202);
}

function sessionOf(sessions: Sessions, request: IncomingMessage): Session | typeof UNKNOWN {
  const token = addressOf(request).query.get('id') ?? '';
  if (token === '') return UNNAMED;
  return sessions.find(token) ?? UNKNOWN;
}

function unsupportedText(transports: readonly CoreTransport[], transport: CoreTransport): string | null {
  return transports.includes(transport)
    ? null
    : `${transport} transport not supported by this end point type`;
}

function noCache(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-cache, no-store');
  response.setHeader('pragma', 'no-cache');
  response.setHeader('expires', 'Thu, 01 Jan 1970 00:00:00 GMT');
}
