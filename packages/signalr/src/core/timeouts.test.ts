import { expect, test } from 'vitest';
import { defineHub } from '../hub/definition.ts';
import { eventually } from '../testing/eventually.ts';
import { helloSocket, rawSocket } from '../testing/raw-socket.ts';
import { serve, type TestUser } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

const PING = '{"type":6}\x1e';

test('who does not shake hands in time is closed', async () => {
  await using served = await serve({ hubs: [testHub()], limits: { handshakeTimeout: 40 } });
  const socket = await rawSocket(`${served.address}/signalr/test?access_token=ann`);
  expect(await socket.next()).toBe('{"error":"Handshake was canceled."}\x1e');
  expect(await socket.closed).toBe(1000);
});

test('a quiet connection is pinged', async () => {
  await using served = await serve({ hubs: [testHub()], limits: { keepAlive: 40 } });
  const socket = await helloSocket(`${served.address}/signalr/test?access_token=ann`);
  expect(await socket.next()).toBe(PING);
  expect(await socket.next()).toBe(PING);
});

test('who pinged and is silent then is closed and may come back; who never pinged stays', async () => {
  await using served = await serve({ hubs: [testHub()], limits: { clientTimeout: 60 } });
  const url = `${served.address}/signalr/test?access_token=ann`;
  const [pinging, silent] = [await helloSocket(url), await helloSocket(url)];
  pinging.send(PING);
  expect(await pinging.next()).toBe(
    '{"type":7,"error":"Connection closed with an error.","allowReconnect":true}\x1e',
  );
  silent.send('{"type":1,"invocationId":"0","target":"echo","arguments":[1]}\x1e');
  expect(await silent.next()).toContain('"result":1');
});

test('a negotiated connection that nobody opens is forgotten', async () => {
  await using served = await serve({ hubs: [testHub()], limits: { disconnectTimeout: 40 } });
  const response = await fetch(
    `${served.address}/signalr/test/negotiate?negotiateVersion=1&access_token=ann`,
    {
      method: 'POST',
    },
  );
  const { connectionToken } = (await response.json()) as { connectionToken: string };
  const url = `${served.address}/signalr/test?id=${connectionToken}`;
  await eventually(async () => (await fetch(url, { method: 'POST' })).status === 404);
});

test('a client that never answers a question is not waited for forever', async () => {
  await using served = await serve({
    hubs: [testHub()],
    detailedErrors: true,
    limits: { answerTimeout: 40 },
  });
  const socket = await helloSocket(`${served.address}/signalr/test?access_token=ann`);
  socket.send('{"type":1,"invocationId":"1","target":"ask","arguments":[]}\x1e');
  expect(await socket.next()).toContain('"target":"question"');
  expect(await socket.next()).toContain('Error: The client did not answer in time.');
});

test('a hub hears of its connections: opened, refused, ended with and without an error', async () => {
  const heard: unknown[] = [];
  const hub = defineHub<TestUser>({
    name: 'life',
    connected: async ({ connection, hubName }) => {
      heard.push(['connected', connection.userId, hubName]);
      if (connection.userId === 'eve') throw new Error('never her');
    },
    disconnected: ({ connection }, error) => {
      heard.push(['disconnected', connection.userId, error?.message ?? null, connection.signal.aborted]);
    },
    methods: { now: () => 1 },
  });
  await using served = await serve({ hubs: [hub] });
  const url = `${served.address}/signalr/LIFE?access_token=`;

  const ann = await helloSocket(`${url}ann`);
  ann.send('{"type":1,"invocationId":"0","target":"now","arguments":[]}\x1e');
  await ann.next();
  ann.socket.close();
  await eventually(() => heard.length === 2);
  const bob = await helloSocket(`${url}bob`);
  bob.send('{}\x1e');
  await bob.closed;
  await eventually(() => heard.length === 4);
  const eve = await helloSocket(`${url}eve`);
  expect(await eve.next()).toBe('{"type":7,"error":"Connection closed with an error."}\x1e');
  await eve.closed;
  expect(heard).toEqual([
    ['connected', 'ann', 'LIFE'],
    ['disconnected', 'ann', null, true],
    ['connected', 'bob', 'LIFE'],
    ['disconnected', 'bob', "Missing required property 'type'.", true],
    ['connected', 'eve', 'LIFE'],
  ]);
});
