import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuseUpgrade } from './answer.ts';
import type { Router } from './router.ts';

/** Serves the hubs on a server of `node:http`; what is not theirs goes to the listeners it had before. */
export function attachSignalR(server: Server, signalr: Router): void {
  const others = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (signalr.handle(request, response)) return;
    if (others.length === 0) response.writeHead(404).end();
    for (const other of others) other.call(server, request, response);
  });
  attachUpgrades(server, signalr);
}

/** An upgrade that nobody on the server serves is refused with 404. */
export function attachUpgrades(server: Pick<Server, 'on' | 'listenerCount'>, signalr: Router): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (signalr.upgrade(request, socket, head)) return;
    if (server.listenerCount('upgrade') === 1) refuseUpgrade(socket, 404);
  });
}
