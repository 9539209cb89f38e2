import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachSignalR } from '../../http/attach.ts';
import type { RawContext } from '../raw/application.ts';
import { createPersistentConnection } from '../raw/persistent-connection.ts';

/** Serves a connection without hubs at `/raw` that sends back what comes. */
export async function servePersistent() {
  let last: RawContext<null> | undefined;
  const connection = createPersistentConnection<null>({
    path: '/raw',
    authorize: () => ({ user: null, userId: '' }),
    origins: () => true,
    connected(context) {
      last = context;
    },
    received: (context, text) => context.send(text),
  });
  const server = createServer();
  attachSignalR(server, connection);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Sends to the connection that was opened last. */
    push: (value: unknown) => last?.send(value),
    async [Symbol.asyncDispose]() {
      await connection.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
