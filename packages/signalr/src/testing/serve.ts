import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { attachSignalR } from '../http/attach.ts';
import { Refusal } from '../http/refusal.ts';
import type { HandshakeRequest } from '../http/request.ts';
import type { LogEvent } from '../hub/log.ts';
import { createSignalR, type SignalR, type SignalROptions } from '../signalr.ts';

export interface Served {
  readonly signalr: SignalR;
  /** `http://127.0.0.1:port` */
  readonly address: string;
  readonly events: readonly LogEvent[];
  /** Drops all TCP connections. */
  readonly cut: () => void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Who a test's token names: `Bearer ann` is ann. */
function byToken({ token }: HandshakeRequest) {
  if (token === null || token === '') return new Refusal(401, 'Who are you?');
  return { user: { name: token }, userId: token };
}

export interface TestUser {
  readonly name: string;
}

/** Serves hubs on the loopback for one test. */
export async function serve(
  options: Omit<SignalROptions<TestUser>, 'authorize'> & Partial<SignalROptions<TestUser>>,
): Promise<Served> {
  const events: LogEvent[] = [];
  const signalr = createSignalR<TestUser>({
    authorize: byToken,
    log: (event) => void events.push(event),
    ...options,
    limits: { closeTimeout: 500, ...options.limits },
  });
  const server = createServer();
  attachSignalR(server, signalr);
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    signalr,
    address: `http://127.0.0.1:${port}`,
    events,
    cut() {
      for (const socket of open) socket.destroy();
    },
    async [Symbol.asyncDispose]() {
      await signalr.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
