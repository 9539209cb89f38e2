import { once } from 'node:events';
import { WebSocket } from 'ws';

/** The classic protocol by hand, to see what is on the wire. */
export interface WireClient {
  readonly negotiated: Negotiated;
  /** The address of a command for this connection. */
  url(command: string, query?: Query): string;
  get(command: string, query?: Query): Promise<Response>;
  post(command: string, form?: Query, query?: Query): Promise<Response>;
  readonly socket: (command?: string, query?: Query) => Promise<Wire>;
  readonly events: (command?: string, query?: Query) => Promise<Wire>;
}

/** What came in, in order, and what goes out. */
export interface Wire {
  readonly received: readonly string[];
  /** The next text that came in. */
  next(): Promise<string>;
  send(data: string | Buffer): void;
  close(): void;
  /** Resolves when the other side has closed it. */
  readonly closed: Promise<unknown>;
}

export interface Negotiated {
  readonly ConnectionId: string;
  readonly ConnectionToken: string;
  readonly ProtocolVersion: string;
}

type Query = Readonly<Record<string, string>>;

export interface WireOptions {
  readonly token?: string;
  readonly hubs?: readonly string[];
  readonly transport?: string;
  readonly clientProtocol?: string;
  readonly path?: string;
}

/** Negotiates at `address` and gives what is needed to go on. */
export async function wireClient(address: string, options: WireOptions = {}): Promise<WireClient> {
  const { token = 'ann', hubs = ['test'], transport = 'webSockets', path = '/signalr' } = options;
  const { clientProtocol = '2.1' } = options;
  const headers = { authorization: `Bearer ${token}` };
  const connectionData = JSON.stringify(hubs.map((name) => ({ name })));
  const first = new URLSearchParams({ clientProtocol, connectionData });
  const answer = await fetch(`${address}${path}/negotiate?${first.toString()}`, { headers });
  if (!answer.ok) throw new Error(`${String(answer.status)} ${await answer.text()}`);
  const negotiated = (await answer.json()) as Negotiated;

  const url = (command: string, query: Query = {}) => {
    const connectionToken = negotiated.ConnectionToken;
    const all = new URLSearchParams({ transport, clientProtocol, connectionToken, connectionData, ...query });
    return `${address}${path}/${command}?${all.toString()}`;
  };
  return {
    negotiated,
    url,
    get: (command, query) => fetch(url(command, query), { headers }),
    post: (command, form = {}, query = {}) =>
      fetch(url(command, query), { method: 'POST', headers, body: new URLSearchParams(form) }),
    socket: (command = 'connect', query = {}) => openSocket(url(command, query), headers),
    events: (command = 'connect', query = {}) => openEvents(url(command, query), headers),
  };
}

async function openSocket(url: string, headers: Record<string, string>): Promise<Wire> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers });
  const inbox = createInbox();
  socket.on('message', (data: Buffer) => inbox.put(data.toString('utf8')));
  const closed = once(socket, 'close');
  await Promise.race([once(socket, 'open'), refusal(socket)]);
  return { ...inbox, send: (data) => socket.send(data), close: () => socket.terminate(), closed };
}

/** Rejects with the status and text by which an upgrade was refused. */
async function refusal(socket: WebSocket): Promise<never> {
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    NodeJS.ReadableStream & { statusCode: number },
  ];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  throw new Error(`${String(response.statusCode)} ${text}`);
}

async function openEvents(url: string, headers: Record<string, string>): Promise<Wire> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  if (response.body === null || !response.ok)
    throw new Error(`${String(response.status)} ${await response.text()}`);
  const inbox = createInbox();
  const closed = readEvents(response.body, (text) => inbox.put(text)).catch(() => {});
  return { ...inbox, send: unsendable, close: () => abort.abort(), closed };
}

async function readEvents(body: ReadableStream<Uint8Array>, put: (text: string) => void): Promise<void> {
  let rest = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + chunk).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) put(event);
  }
}

function createInbox() {
  const received: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  let taken = 0;
  return {
    received,
    put(text: string) {
      received.push(text);
      waiting.shift()?.(text);
    },
    next(): Promise<string> {
      const text = received[taken];
      taken += 1;
      if (text !== undefined) return Promise.resolve(text);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}

function unsendable(): never {
  throw new Error('An event stream goes one way.');
}
