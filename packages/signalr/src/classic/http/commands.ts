import type { IncomingMessage, ServerResponse } from 'node:http';
import { HubError } from '../../hub/hub-error.ts';
import { Refusal, refuse } from '../../http/refusal.ts';
import type { ClassicServer } from '../server.ts';
import { openEventStream } from '../transports/event-stream.ts';
import { openLongPoll } from '../transports/long-poll.ts';
import { texts } from '../wire/texts.ts';
import type { Asked } from './asked.ts';
import { readForm } from './form.ts';
import { type Identified, identify } from './identify.ts';
import { negotiationText } from './negotiation.ts';
import { type Arrival, readPlace, receive, type Way } from './receive.ts';
import { held, json, plain, type Reply, script } from './reply.ts';

/** One request. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly asked: Asked;
}

/** Finds what a request is answered, or does so itself. */
export type Command<User> = (server: ClassicServer<User>, exchange: Exchange) => Promise<Reply>;

/** Bytes of a form beside what it carries. */
const formOverhead = 4096;
/** Percent-encoding makes a byte three. */
const formFactor = 3;

export async function negotiate<User>(
  server: ClassicServer<User>,
  { request, asked }: Exchange,
): Promise<Reply> {
  const hubs = server.application.open(asked.query.get('connectionData'));
  if (hubs instanceof Refusal) return hubs;
  const identity = await server.admit(request);
  if (identity instanceof Refusal) return identity;
  const { times, protector } = server;
  const clientProtocol = asked.query.get('clientProtocol');
  const { userId } = identity;
  const text = negotiationText({ url: asked.base, userId, clientProtocol, times, protector });
  return json(text);
}

export function ping(): Promise<Reply> {
  return Promise.resolve(json('{"Response":"pong"}'));
}

export function proxies<User>({ application }: ClassicServer<User>, { asked }: Exchange): Promise<Reply> {
  const text = application.script(asked.base);
  return Promise.resolve(text === null ? refuse(404, 'There are no hubs here.') : script(text));
}

export async function start<User>(server: ClassicServer<User>, { request, asked }: Exchange): Promise<Reply> {
  const identified = await identify(server, request, asked.query);
  if (identified instanceof Refusal) return identified;
  const { connection } = identified;
  if (connection === undefined) return unknownConnection();
  const failure = await failureOf(server.registry.happen(connection, { event: { kind: 'start' } }));
  return failure ?? json('{"Response":"started"}');
}

export async function send<User>(server: ClassicServer<User>, { request, asked }: Exchange): Promise<Reply> {
  const identified = await identify(server, request, asked.query);
  if (identified instanceof Refusal) return identified;
  if (identified.transport === 'webSockets') return refuse(400, texts.notAWebSocket);
  const { connection } = identified;
  if (connection === undefined) return unknownConnection();
  const form = await readForm(request, formFactor * server.limits.messageBytes + formOverhead);
  const data = form?.get('data') ?? asked.query.get('data') ?? '';
  if (form === null || Buffer.byteLength(data) > server.limits.messageBytes) return tooLong(server);
  const answer = await server.application.receive(connection, data);
  if (answer instanceof Refusal) return answer;
  return json(answer ?? '');
}

export async function abort<User>(server: ClassicServer<User>, { request, asked }: Exchange): Promise<Reply> {
  const identified = await identify(server, request, asked.query);
  if (identified instanceof Refusal) return identified;
  const { connection } = identified;
  if (connection !== undefined)
    await failureOf(server.registry.happen(connection, { event: { kind: 'end' } }));
  return plain('');
}

/** `connect`, `reconnect` and `poll`: the answer is the transport, or a part of it. */
export function arrive<User>(way: Way): Command<User> {
  return async (server, { request, response, asked }) => {
    const identified = await identify(server, request, asked.query);
    if (identified instanceof Refusal) return identified;
    if (identified.transport === 'webSockets') return refuse(400, texts.notAWebSocket);
    const form = await readForm(request, formFactor * server.limits.messageBytes + formOverhead);
    if (form === null) return tooLong(server);
    const place = readPlace(asked.query, form);
    if (place instanceof Refusal) return place;
    const open = opener(server, identified, response, asked);
    return (await failureOf(receive(server, { way, identified, place, open }))) ?? held;
  };
}

function opener<User>(
  { now, times }: ClassicServer<User>,
  { transport }: Identified<User>,
  response: ServerResponse,
  { callback }: Asked,
): Arrival<User>['open'] {
  return (_, lost) =>
    transport === 'longPolling'
      ? openLongPoll(response, { callback, until: now() + times.connectionTimeout, lost })
      : openEventStream(response, { lost });
}

/** What a client is told of an application that failed: its reasons are its own, but for those meant to be read. */
async function failureOf(done: Promise<void>): Promise<Refusal | undefined> {
  try {
    await done;
    return undefined;
  } catch (error) {
    return error instanceof HubError
      ? refuse(403, error.message)
      : refuse(500, 'The connection could not be opened.');
  }
}

function unknownConnection(): Refusal {
  return refuse(404, 'The connection is not open here.');
}

function tooLong<User>({ limits }: ClassicServer<User>): Refusal {
  return refuse(413, `A message may have ${String(limits.messageBytes)} bytes.`);
}
