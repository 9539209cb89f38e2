import { expect, test } from 'vitest';
import { defineHub } from '../hub/definition.ts';
import { eventually } from '../testing/eventually.ts';
import { helloSocket } from '../testing/raw-socket.ts';
import { serve, type TestUser } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

const chunk = 'x'.repeat(60_000);

test('a slow reader is disconnected at a bounded buffer; others hear everything', async () => {
  await using served = await serve({ hubs: [testHub()], limits: { outgoingBytes: 500_000 } });
  const url = `${served.address}/signalr/test?access_token=`;
  const slow = await helloSocket(`${url}slow`);
  const quick = await helloSocket(`${url}quick`);
  let heard = 0;
  quick.socket.on('message', () => (heard += 1));
  slow.socket.pause();
  let sent = 0;
  while (served.signalr.connectionCount === 2 && sent < 1000) {
    served.signalr.clients('test').all.send('told', chunk);
    sent += 1;
    const goal = sent;
    await eventually(() => heard === goal);
  }
  expect(served.signalr.connectionCount).toBe(1);
  const [event] = served.events.filter(({ kind }) => kind === 'slowReader');
  // One message more than is allowed is what tips it over.
  expect(event).toMatchObject({ kind: 'slowReader', waitingBytes: expect.any(Number) });
  expect((event as { waitingBytes: number }).waitingBytes).toBeLessThan(600_000);
});

test('who does not fetch what is sent by polls is disconnected too', async () => {
  await using served = await serve({ hubs: [testHub()], limits: { outgoingBytes: 100_000 } });
  const url = `${served.address}/signalr/test`;
  const headers = { authorization: 'Bearer ann' };
  const negotiated = await fetch(`${url}/negotiate?negotiateVersion=1`, { method: 'POST', headers });
  const { connectionToken } = (await negotiated.json()) as { connectionToken: string };
  const id = `${url}?id=${connectionToken}`;
  await fetch(id, { headers });
  await fetch(id, { method: 'POST', headers, body: '{"protocol":"json","version":1}\x1e' });
  await eventually(() => served.signalr.connectionCount === 1);
  served.signalr.clients('test').user('ann').send('told', chunk);
  expect(served.signalr.connectionCount).toBe(1);
  served.signalr.clients('test').user('ann').send('told', chunk);
  expect(served.signalr.connectionCount).toBe(0);
  expect((await fetch(id, { headers })).status).toBe(404);
});

test('a stream waits for its reader instead of filling memory', async () => {
  let made = 0;
  const hub = defineHub<TestUser>({
    name: 'fast',
    methods: {
      flood: async function* () {
        for (;;) {
          made += 1;
          yield chunk;
        }
      },
    },
  });
  await using served = await serve({ hubs: [hub], limits: { outgoingBytes: 400_000 } });
  const socket = await helloSocket(`${served.address}/signalr/fast?access_token=ann`);
  socket.socket.pause();
  socket.send('{"type":4,"invocationId":"1","target":"flood","arguments":[]}\x1e');
  await eventually(() => made > 3);
  let before = -1;
  while (made > before) {
    before = made;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(served.signalr.connectionCount).toBe(1);
  socket.socket.resume();
  await eventually(() => made > before + 3);
  socket.socket.terminate();
  await eventually(() => served.signalr.connectionCount === 0);
});

test('calls of a connection run one after the other; who sends more than may wait is not read any further', async () => {
  const gate = Promise.withResolvers<void>();
  const begun: unknown[] = [];
  const hub = defineHub<TestUser>({
    name: 'slow',
    methods: {
      wait: async (_context, number) => {
        begun.push(number);
        await gate.promise;
      },
    },
  });
  await using served = await serve({ hubs: [hub], limits: { waitingCalls: 5 } });
  const socket = await helloSocket(`${served.address}/signalr/slow?access_token=ann`);
  const padding = 'x'.repeat(50_000);
  const COUNT = 400;
  for (let number = 0; number < COUNT; number += 1) {
    socket.send(`{"type":1,"target":"wait","arguments":[${number},"${padding}"]}\x1e`);
  }
  await eventually(() => begun.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(begun).toEqual([0]);
  // What the server does not read stays with the client.
  expect(socket.socket.bufferedAmount).toBeGreaterThan(5_000_000);
  gate.resolve();
  await eventually(() => begun.length === COUNT);
  expect(begun).toEqual(Array.from({ length: COUNT }, (_, index) => index));
});

test('an upload waits for the method that reads it, and ends with it', async () => {
  const gate = Promise.withResolvers<void>();
  const hub = defineHub<TestUser>({
    name: 'reader',
    methods: {
      takeTwo: {
        uploads: 1,
        run: async (_context, items) => {
          await gate.promise;
          const taken: unknown[] = [];
          for await (const item of items as AsyncIterable<unknown>) {
            taken.push(item);
            if (taken.length === 2) return taken;
          }
          return taken;
        },
      },
      ready: () => 'ready',
    },
  });
  await using served = await serve({ hubs: [hub] });
  const socket = await helloSocket(`${served.address}/signalr/reader?access_token=ann`);
  socket.send('{"type":1,"invocationId":"1","target":"takeTwo","arguments":[],"streamIds":["u"]}\x1e');
  for (let item = 1; item <= 30; item += 1) socket.send(`{"type":2,"invocationId":"u","item":${item}}\x1e`);
  socket.send('{"type":1,"invocationId":"2","target":"ready","arguments":[]}\x1e');
  gate.resolve();
  expect(await socket.next()).toBe('{"type":3,"invocationId":"1","result":[1,2]}\x1e');
  expect(await socket.next()).toBe('{"type":3,"invocationId":"2","result":"ready"}\x1e');
});
