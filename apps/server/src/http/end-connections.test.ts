import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { endConnectionsOnClose } from './end-connections.ts';

// Node looks every 30 seconds for connections that are silent too long; an app that waits for that is not closed in time.
test('an app closes at once though nothing was asked on a connection, and one still waits for its answer', {
  timeout: 20_000,
}, async () => {
  const app = fastify({ forceCloseConnections: 'idle' });
  endConnectionsOnClose(app);
  let answer = () => {};
  const isAsked = new Promise<void>((asked) => {
    app.get('/slow', () => {
      asked();
      return new Promise((resolve) => {
        answer = () => resolve({ isWhole: true });
      });
    });
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const silent = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await once(silent, 'connect');
  const asking = fetch(`${url}/slow`);
  await isAsked;
  const closing = app.close();
  await once(silent, 'close');
  answer();
  expect(await (await asking).json()).toEqual({ isWhole: true });
  await closing;
});
