import { expect, test } from 'vitest';
import { inProcessBackplanes } from '../hub/backplane.ts';
import { defineHub } from '../hub/definition.ts';
import { eventually } from '../testing/eventually.ts';
import { officialClient } from '../testing/official-client.ts';
import { serve, type TestUser } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';
import { wireClient } from './testing/wire-client.ts';

test('one connection carries several hubs, and may call those it does not listen to', async () => {
  await using served = await serve({ hubs: ['one', 'two', 'three'].map((name) => testHub({ name })) });
  const client = await wireClient(served.address, { hubs: ['one', 'two'] });
  const socket = await client.socket();
  await client.get('start');
  socket.send('{"H":"three","M":"tellAll","A":["from three"],"I":0}');
  await eventually(() => socket.received.includes('{"I":"0"}'));
  for (const name of ['one', 'two', 'three']) served.signalr.clients(name).all.send('told', `of ${name}`);
  await eventually(() => socket.received.join('').includes('of two'));
  expect(socket.received.join('')).toContain(
    '{"H":"one","M":"told","A":["of one"]},{"H":"two","M":"told","A":["of two"]}',
  );
  expect(socket.received.join('')).not.toContain('three');
});

test('a hub is called back by the spelling that the client opened it by', async () => {
  const hub = defineHub<TestUser>({
    name: 'trackingHub',
    accepts: (name) => /^trackinghub\/v\d/i.test(name),
    methodName: (name) => name.replace(/^v[\d.]+:/i, ''),
    methods: {
      current({ clients, hubName, methodName }) {
        clients.caller.send('changed', 1);
        return [hubName, methodName];
      },
    },
  });
  await using served = await serve({ hubs: [hub] });
  const client = await wireClient(served.address, { hubs: ['trackinghub/v3.2'] });
  const socket = await client.socket();
  await client.get('start');
  socket.send('{"H":"trackinghub/v3.2","M":"v3.2:Current","A":[],"I":0}');
  await eventually(() => socket.received.some((text) => text.includes('"I":"0"')));
  expect(socket.received).toContain('{"R":["trackinghub/v3.2","v3.2:Current"],"I":"0"}');
  expect(socket.received.join('')).toContain('{"H":"trackinghub/v3.2","M":"changed","A":[1]}');
});

test('clients of both protocols, on two servers, meet in one hub', async () => {
  const backplane = inProcessBackplanes();
  await using one = await serve({ hubs: [testHub()], backplane: backplane() });
  await using two = await serve({ hubs: [testHub()], backplane: backplane() });
  const classic = await wireClient(one.address);
  const socket = await classic.socket();
  await classic.get('start');
  const core = officialClient(`${two.address}/signalr/test`, { token: 'bob' });
  const heard: unknown[] = [];
  core.on('told', (text) => heard.push(text));
  await core.start();

  await core.invoke('tellUser', 'ann', 'from bob');
  two.signalr.groups('test').add(classic.negotiated.ConnectionId, 'blue');
  await core.invoke('tellGroup', 'blue', 'to blue');
  await eventually(() => socket.received.join('').includes('to blue'));
  const all = socket.received.join('');
  expect(all.indexOf('from bob')).toBeLessThan(all.indexOf('to blue'));
  expect(all).toContain('"G":"');
  socket.send('{"H":"test","M":"tellUser","A":["bob","from ann"],"I":0}');
  await eventually(() => heard.length === 1);
  expect(heard).toEqual(['from ann']);
  await core.stop();
});

test('a call of the caller brings the state that the running call has changed, one of others does not', async () => {
  const hub = defineHub<TestUser>({
    name: 'test',
    methods: {
      rename({ state, clients }, name) {
        clients.caller.send('told', 'before');
        state['name'] = name;
        clients.caller.send('told', 'after');
        clients.all.send('told', 'all');
      },
    },
  });
  await using served = await serve({ hubs: [hub] });
  const client = await wireClient(served.address);
  const socket = await client.socket();
  await client.get('start');
  socket.send('{"H":"test","M":"rename","A":["bob"],"I":0,"S":{"name":"ann","age":3}}');
  await eventually(() => socket.received.includes('{"S":{"name":"bob"},"I":"0"}'));
  const pushed = socket.received.flatMap((text) => (JSON.parse(text) as { M?: object[] }).M ?? []);
  expect(pushed).toEqual([
    { H: 'test', M: 'told', A: ['before'] },
    { H: 'test', M: 'told', A: ['after'], S: { name: 'bob' } },
    { H: 'test', M: 'told', A: ['all'] },
  ]);
});

test('a stream is told as progress, its last item is the result', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address);
  const socket = await client.socket();
  await client.get('start');
  socket.send('{"H":"test","M":"count","A":[3],"I":0}');
  await eventually(() => socket.received.includes('{"R":3,"I":"0"}'));
  expect(socket.received.join('')).toContain('{"I":"P|0","P":{"I":"0","D":1}}');
});

test('over HTTP the answer of a call that told its progress comes behind it', async () => {
  await using served = await serve({ hubs: [testHub()], classic: { longPollDelay: 500 } });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  const { C: messageId, L } = (await (await client.post('connect')).json()) as { C: string; L: number };
  expect(L).toBe(500);
  await client.get('start');
  const sent = await client.post('send', { data: '{"H":"test","M":"count","A":[2],"I":7}' });
  expect([sent.status, await sent.text()]).toEqual([200, '']);
  const { M } = (await (await client.post('poll', { messageId })).json()) as { M: unknown[] };
  expect(M).toEqual([
    { I: 'P|7', P: { I: '7', D: 1 } },
    { I: 'P|7', P: { I: '7', D: 2 } },
    { R: 2, I: '7' },
  ]);
});

test('no more calls of one connection run than may', async () => {
  let running = 0;
  let most = 0;
  const gate = Promise.withResolvers<void>();
  await using served = await serve({
    hubs: [
      {
        name: 'test',
        methods: {
          async wait() {
            running += 1;
            most = Math.max(most, running);
            await gate.promise;
            running -= 1;
          },
        },
      },
    ],
    limits: { waitingCalls: 5 },
  });
  const socket = await (await wireClient(served.address)).socket();
  for (let id = 0; id < 200; id += 1)
    socket.send(`{"H":"test","M":"wait","I":${String(id)},"A":["${'x'.repeat(10_000)}"]}`);
  await eventually(() => running >= 5);
  gate.resolve();
  await eventually(() => socket.received.filter((text) => text.startsWith('{"I"')).length === 200);
  expect(most).toBeLessThan(200);
});
