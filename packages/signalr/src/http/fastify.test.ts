import fastify from 'fastify';
import { expect, test } from 'vitest';
import { officialClient } from '../testing/official-client.ts';
import { testHub } from '../testing/test-hub.ts';
import { createSignalR } from '../signalr.ts';
import { signalRPlugin } from './fastify.ts';

test('a Fastify app serves hubs beside its own routes, and closes with open connections', async () => {
  const app = fastify();
  const signalr = createSignalR({
    hubs: [testHub()],
    authorize: () => ({ user: { name: 'ann' }, userId: 'ann' }),
  });
  await app.register(signalRPlugin, { signalr });
  app.get('/hello', () => 'hello');
  const address = await app.listen({ host: '127.0.0.1', port: 0 });

  const client = officialClient(`${address}/signalr/test`);
  const closed = new Promise<void>((resolve) => {
    client.onclose(() => resolve());
  });
  await client.start();
  expect(await client.invoke('echo', 'here')).toBe('here');
  expect(await (await fetch(`${address}/hello`)).text()).toBe('hello');
  expect((await fetch(`${address}/signalr/nothing`)).status).toBe(404);

  await app.close();
  await closed;
});
