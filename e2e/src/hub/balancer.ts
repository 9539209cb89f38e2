import { once } from 'node:events';
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Tells a balancer which device asks, as a cookie or an address does elsewhere. */
export const DEVICE = 'x-device';

/** One address before several servers, as operators put one there. */
export interface Balancer {
  readonly address: string;
  close(): Promise<void>;
}

/** Leads all requests of a device to the same server while that lives, and to another one afterwards. The device's last letter says which is its first. */
export async function balancer(ports: readonly number[]): Promise<Balancer> {
  const server = createServer((request, response) => void pass(request, response, ports));
  server.on('upgrade', (request, near: Socket, head: Buffer) => void passUpgrade(request, near, head, ports));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function pass(request: IncomingMessage, response: ServerResponse, ports: readonly number[]) {
  const socket = await socketFor(request, ports);
  const { method, url: path, headers } = request;
  const onward = ask({ method, path, headers, createConnection: () => socket }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', () => response.destroy()).pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => socket.destroy());
  request.pipe(onward);
}

async function passUpgrade(request: IncomingMessage, near: Socket, head: Buffer, ports: readonly number[]) {
  near.on('error', () => undefined);
  const far = await socketFor(request, ports);
  far.on('error', () => undefined).on('close', () => near.destroy());
  near.on('close', () => far.destroy());
  const lines = [`GET ${request.url} HTTP/1.1`];
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
  }
  far.write(`${lines.join('\r\n')}\r\n\r\n`);
  far.write(head);
  far.pipe(near).pipe(far);
}

/** A connection to the device's server, or to the next that takes one. */
async function socketFor({ headers }: IncomingMessage, ports: readonly number[]): Promise<Socket> {
  const first = Number(String(headers[DEVICE]).at(-1));
  for (let turn = first; ; turn += 1) {
    const socket = connect(ports[turn % ports.length] ?? 0, '127.0.0.1');
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    if (connected) return socket;
  }
}
