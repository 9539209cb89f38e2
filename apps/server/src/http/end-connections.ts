import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Has an app that closes end two kinds of connections that Node would keep open for a minute: those that answer their last request
 * after the close began, and those on which nothing was ever asked, which browsers open in advance.
 */
export function endConnectionsOnClose(app: FastifyInstance): void {
  const open = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  app.addHook('preClose', (done) => {
    app.server.keepAliveTimeout = 1;
    app.server.keepAliveTimeoutBuffer = 0;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    done();
  });
}
