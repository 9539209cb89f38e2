import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A WebSocket that only counts bytes, so that the load costs as little as it can. */
export interface CountingSocket {
  /** Since the handshakes. */
  received: number;
  /** Called with every piece that comes. */
  onData: () => void;
  send(text: string): void;
  close(): void;
}

/** Connects to a hub at an address and shakes hands as a client of it. */
export async function openSocket(address: string, path: string, hello: string): Promise<CountingSocket> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  socket.write(upgradeText(path, hostname));
  await untilIncludes(socket, '\r\n\r\n');
  socket.write(maskedFrame(hello));
  await untilIncludes(socket, '{}\x1e');
  const counting: CountingSocket = {
    received: 0,
    onData: () => {},
    send: (text) => void socket.write(maskedFrame(text)),
    close: () => void socket.destroy(),
  };
  socket.on('error', () => {});
  socket.on('data', (data) => {
    counting.received += data.length;
    counting.onData();
  });
  return counting;
}

function upgradeText(path: string, host: string): string {
  const key = randomBytes(16).toString('base64');
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
    '\r\n',
  ].join('\r\n');
}

async function untilIncludes(socket: Socket, text: string): Promise<void> {
  let all = '';
  while (!all.includes(text)) {
    const [data] = (await once(socket, 'data')) as [Buffer];
    all += data.toString('latin1');
  }
}

/** A text frame of a client; the mask is there and changes nothing, as all zeros do. */
function maskedFrame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126 ? [0x81, 0x80 | body.length] : [0x81, 0x80 | 126, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
}

/** Bytes of a text frame of a server. */
export function frameLength(text: string): number {
  const { length } = Buffer.from(text);
  return length + (length < 126 ? 2 : 4);
}
