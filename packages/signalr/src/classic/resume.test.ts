import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';
import { eventually } from '../testing/eventually.ts';
import { type Wire, wireClient } from './testing/wire-client.ts';

interface FrameRead {
  readonly C: string;
  readonly G?: string;
  readonly M: readonly { readonly A: readonly unknown[] }[];
}

const frameOf = (text: string) => JSON.parse(text.replace(/^data: /, '')) as FrameRead;
const frames = ({ received }: Wire) => received.filter((text) => text.includes('"C"')).map(frameOf);
const values = (wire: Wire) => frames(wire).flatMap(({ M }) => M.map(({ A }) => A[0]));

test.each(['webSockets', 'serverSentEvents'])(
  '%s: what was missed comes on reconnect, once and in order',
  async (transport) => {
    const moments: string[] = [];
    await using served = await serve({
      hubs: [
        {
          ...testHub(),
          connected: () => moments.push('connected'),
          reconnected: () => moments.push('reconnected'),
          disconnected: (_, error) => moments.push(`disconnected ${String(error)}`),
        },
      ],
    });
    const client = await wireClient(served.address, { transport });
    const open = transport === 'webSockets' ? client.socket : client.events;
    const push = (value: number) => served.signalr.clients('test').user('ann').send('told', value);
    const first = await open('connect');
    await client.get('start');
    push(1);
    await eventually(() => values(first).length === 1);
    const messageId = frames(first).at(-1)?.C ?? '';
    push(2);
    await eventually(() => values(first).length === 2);
    first.close();
    push(3);
    push(4);

    const second = await open('reconnect', { messageId });
    push(5);
    await eventually(() => values(second).length === 4);
    expect(values(second)).toEqual([2, 3, 4, 5]);
    await client.post('abort');
    await second.closed;
    expect(moments).toEqual(['connected', 'reconnected', 'disconnected null']);
  },
);

test('a poll that never arrived is answered again, with what came since', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  const push = (value: number) => served.signalr.clients('test').user('ann').send('told', value);
  const { C: messageId } = frameOf(await (await client.post('connect')).text());
  await client.get('start');
  push(1);
  push(2);
  const lost = frameOf(await (await client.post('poll', { messageId })).text());
  expect(lost.M.map(({ A }) => A[0])).toEqual([1, 2]);
  push(3);
  const again = frameOf(await (await client.post('reconnect', { messageId })).text());
  expect(again.M.map(({ A }) => A[0])).toEqual([1, 2, 3]);
});

test('a newer poll ends the older one, with an empty frame', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  const { C: messageId } = frameOf(await (await client.post('connect')).text());
  const older = await client.post('poll', { messageId });
  const newer = await client.post('poll', { messageId });
  expect(frameOf(await older.text())).toEqual({ C: messageId, M: [] });
  served.signalr.clients('test').all.send('told', 1);
  expect(frameOf(await newer.text()).M).toHaveLength(1);
});

test('a poll is held for a bounded time', async () => {
  await using served = await serve({ hubs: [testHub()], classic: { keepAlive: 20, connectionTimeout: 100 } });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  const { C: messageId } = frameOf(await (await client.post('connect')).text());
  const text = await (await client.post('poll', { messageId })).text();
  expect(text).toMatch(/^ +\{/);
  expect(frameOf(text)).toEqual({ C: messageId, M: [] });
});

test('groups come back to a client whose server was restarted, and to no other connection', async () => {
  const secret = Buffer.alloc(32, 7);
  await using before = await serve({ hubs: [testHub()], classic: { secret } });
  const client = await wireClient(before.address);
  const socket = await client.socket();
  await client.get('start');
  socket.send('{"H":"test","M":"join","A":["blue"],"I":0}');
  await eventually(() => frames(socket).some(({ G }) => G !== undefined));
  const { C: messageId = '', G: groupsToken = '' } = frames(socket).at(-1) ?? {};
  expect(groupsToken).not.toBe('');

  await using after = await serve({ hubs: [testHub()], classic: { secret } });
  const { ConnectionToken: connectionToken } = client.negotiated;
  const other = await wireClient(after.address);
  const back = await other.socket('reconnect', { connectionToken, messageId, groupsToken });
  const thief = await other.socket('reconnect', { messageId, groupsToken });
  after.signalr.clients('test').group('blue').send('told', 'blue');
  after.signalr.clients('test').all.send('told', 'all');
  await eventually(() => values(back).length === 2 && values(thief).length === 1);
  expect(values(back)).toEqual(['blue', 'all']);
  expect(values(thief)).toEqual(['all']);
});

test('a token of another secret does not come back', async () => {
  await using before = await serve({ hubs: [testHub()] });
  await using after = await serve({ hubs: [testHub()] });
  const { ConnectionToken: connectionToken } = (await wireClient(before.address)).negotiated;
  const client = await wireClient(after.address);
  await expect(client.socket('reconnect', { connectionToken })).rejects.toThrow(/^400/);
});

test('a client that does not come back in time has disconnected', async () => {
  const ended = Promise.withResolvers<Error | null>();
  await using served = await serve({
    hubs: [{ ...testHub(), disconnected: (_, error) => ended.resolve(error) }],
    classic: { keepAlive: 20, disconnectTimeout: 100, reconnectGrace: 0 },
  });
  const client = await wireClient(served.address);
  const socket = await client.socket();
  await client.get('start');
  socket.close();
  expect((await ended.promise)?.message).toBe('The client did not come back.');
  expect(served.signalr.connectionCount).toBe(0);
});

test('a client that the server sends away is told so, and stays away', async () => {
  await using served = await serve({
    hubs: [{ name: 'test', methods: { leave: ({ connection }) => connection.close({ reason: 'Enough.' }) } }],
  });
  const client = await wireClient(served.address);
  const socket = await client.socket();
  await client.get('start');
  socket.send('{"H":"test","M":"leave","I":0}');
  await socket.closed;
  expect(JSON.parse(socket.received.find((text) => text.includes('Enough')) ?? '')).toMatchObject({
    D: 1,
    E: 'Enough.',
    M: [],
  });
  await expect(client.socket('reconnect')).rejects.toThrow(/^403/);
});

test('a server that closes tells polls to reconnect', async () => {
  const served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  const { C: messageId } = frameOf(await (await client.post('connect')).text());
  const poll = await client.post('poll', { messageId });
  const [text] = await Promise.all([poll.text(), served[Symbol.asyncDispose]()]);
  expect(JSON.parse(text)).toEqual({ C: messageId, T: 1, M: [] });
});

test('closing does not wait for a hub that never comes to an end', async () => {
  const served = await serve({
    hubs: [{ ...testHub(), connected: () => new Promise(() => {}) }],
    limits: { closeTimeout: 20 },
  });
  const client = await wireClient(served.address);
  const socket = await client.socket();
  const started = client.get('start').catch(() => null);
  await eventually(() => served.signalr.connectionCount === 1);
  await served[Symbol.asyncDispose]();
  await Promise.all([socket.closed, started]);
});

test('a client that begins over on an open connection goes on where it was', async () => {
  const moments: string[] = [];
  await using served = await serve({
    hubs: [
      {
        ...testHub(),
        connected: () => moments.push('connected'),
        reconnected: () => moments.push('reconnected'),
      },
    ],
  });
  const client = await wireClient(served.address);
  const push = (value: number) => served.signalr.clients('test').all.send('told', value);
  const first = await client.socket();
  await client.get('start');
  push(1);
  await eventually(() => values(first).length === 1);
  const second = await client.socket();
  await client.get('start');
  await first.closed;
  push(2);
  await eventually(() => values(second).length === 1);
  expect(values(second)).toEqual([2]);
  expect(moments).toEqual(['connected', 'reconnected']);
});

test('older clients are connected by connect alone', async () => {
  const connected = Promise.withResolvers<void>();
  await using served = await serve({ hubs: [{ ...testHub(), connected: () => connected.resolve() }] });
  const client = await wireClient(served.address, { clientProtocol: '1.3' });
  expect(client.negotiated.ProtocolVersion).toBe('1.3');
  const socket = await client.socket();
  await connected.promise;
  expect(await socket.next()).toContain('"S":1');
});

test('a reader that does not read is cut off at the bound', async () => {
  await using served = await serve({ hubs: [testHub()], limits: { outgoingBytes: 100_000 } });
  const client = await wireClient(served.address, { transport: 'serverSentEvents' });
  const response = await client.get('connect');
  await client.get('start');
  const cut = () => served.events.some(({ kind }) => kind === 'slowReader');
  for (let sent = 0; sent < 2000 && !cut(); sent += 1) {
    served.signalr.clients('test').all.send('told', 'x'.repeat(20_000));
    await turn();
  }
  expect(cut()).toBe(true);
  await expect(response.text()).rejects.toThrow();
});
