import { WebSocket } from 'ws';

/** A WebSocket without a protocol on it: what comes is kept until it is asked for. */
export interface RawSocket {
  send(data: string | Buffer): void;
  /** The next message: text, or bytes of a binary frame. Rejects when the socket closes first. */
  next(): Promise<string | Buffer>;
  /** Resolves with the code of the close frame. */
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
}

/** Resolves when it is open; rejects with the HTTP status when the upgrade is refused. */
export async function rawSocket(url: string, headers: Record<string, string> = {}): Promise<RawSocket> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers });
  const arrived: (string | Buffer)[] = [];
  const waiting: PromiseWithResolvers<string | Buffer>[] = [];
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const message = isBinary ? data : data.toString();
    const first = waiting.shift();
    if (first === undefined) arrived.push(message);
    else first.resolve(message);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      for (const each of waiting) each.reject(new Error(`closed with ${code}`));
      resolve(code);
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_request, response) => {
      reject(new Error(`refused with ${response.statusCode}`));
      socket.terminate();
    });
    socket.on('error', reject);
  });
  return {
    send: (data) => socket.send(data),
    async next() {
      const first = arrived.shift();
      if (first !== undefined) return first;
      const resolvers = Promise.withResolvers<string | Buffer>();
      waiting.push(resolvers);
      return resolvers.promise;
    },
    closed,
    socket,
  };
}

/** Opens one and shakes hands. */
export async function helloSocket(
  url: string,
  protocol: 'json' | 'messagepack' = 'json',
): Promise<RawSocket> {
  const socket = await rawSocket(url);
  socket.send(`{"protocol":"${protocol}","version":1}\x1e`);
  const answer = await socket.next();
  if (answer.toString() !== '{}\x1e') throw new Error(`The handshake was answered ${answer.toString()}`);
  return socket;
}
