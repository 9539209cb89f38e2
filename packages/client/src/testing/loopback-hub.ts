import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachSignalR, createSignalR, defineHub, HubError, refuse } from '@stint/signalr';

/** A hub that looks like Stint's from outside: it answers `current`, and says who may come in. */
export interface LoopbackHub {
  readonly port: number;
  /** The `timestamp` of the state that it answers. */
  timestamp: number;
  isOpen: boolean;
  /** How often `current` was asked. */
  readonly asked: () => number;
  push(method: string, ...args: unknown[]): void;
  close(): Promise<void>;
}

/** Starts it on a port of the loopback, a free one unless told. */
export async function loopbackHub(port = 0): Promise<LoopbackHub> {
  let asked = 0;
  const signalr = createSignalR({
    hubs: [
      defineHub({
        name: 'trackingHub',
        accepts: (name) => name.toLowerCase() === 'trackinghub/v3.2',
        methods: {
          current: () => {
            asked += 1;
            return { timestamp: hub.timestamp };
          },
          search: (_context, query) => ({ query }),
          stopTracking: () => {
            throw new HubError('The organization is read-only.');
          },
        },
      }),
    ],
    authorize: () => (hub.isOpen ? { user: null, userId: 'me' } : refuse(401, 'Who are you?')),
    limits: { keepAlive: 200 },
  });
  const server = createServer();
  attachSignalR(server, signalr);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const hub: LoopbackHub = {
    port: (server.address() as AddressInfo).port,
    timestamp: 1,
    isOpen: true,
    asked: () => asked,
    push: (method, ...args) => signalr.clients('trackingHub').all.send(method, ...args),
    async close() {
      await signalr.close();
      server.close();
      server.closeAllConnections();
    },
  };
  return hub;
}
