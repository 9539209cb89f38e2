import { Client } from 'node-signalr';
import { expect, onTestFinished, test } from 'vitest';
import type { Json, TestPerson } from '../../testing/test-server.ts';
import { useHub } from './testing/use-hub.ts';

const t = useHub();

interface ClassicClient {
  /** Rejects with the server's sentence. */
  call(method: string, ...args: unknown[]): Promise<Json>;
  told: unknown[][];
}

/** A connected classic client, over WebSockets. */
async function classic(person: TestPerson, hub = 'trackingHub', before = ''): Promise<ClassicClient> {
  const client = new Client(`${t.url}${before}/signalr`, [hub]);
  client.headers = { authorization: `Bearer ${person.token}` };
  const told: unknown[][] = [];
  for (const push of ['trackingChanged', 'workLogChanged']) {
    client.connection.hub.on(hub, push, (...args: unknown[]) => void told.push([push, ...args]));
  }
  await new Promise<void>((resolve, reject) => {
    client.on('connected', () => resolve());
    client.on('error', (error) => reject(new Error(error.message)));
    client.start();
  });
  onTestFinished(() => client.end());
  return {
    told,
    call: async (method, ...args) => (await client.connection.hub.call(hub, method, ...args)) as Json,
  };
}

test.each([
  ['trackingHub', 'startTracking'],
  ['trackinghub', 'StartTracking'],
  ['trackingHub/v3.2', 'v3.2:startTracking'],
])('a classic client starts the clock: %s %s', async (hub, method) => {
  const client = await classic(t.me, hub);
  const started = await client.call(method, 60, 1349, 'classic');
  expect(started['track']).toMatchObject({ tfsId: 1349, remark: 'classic', trackingState: 'tracking' });
  expect((await t.stint.ask(t.me, 'GET', '/api/tracking/client/current')).body).toEqual(
    await client.call('current'),
  );
});

test('classic and modern clients of a person are told the same', async () => {
  const old = await classic(t.me);
  const modern = await t.connect(t.me);
  await t.stint.ask(t.me, 'POST', '/api/tracking/client/startTracking', { remark: 'x' });
  await expect.poll(() => modern.of('trackingChanged').length).toBe(1);
  await expect
    .poll(() => old.told)
    .toEqual([['trackingChanged', ...(modern.of('trackingChanged')[0] ?? [])]]);
});

test('a client that comes back to a server that does not know it is told all, and what changes', async () => {
  const query = new URLSearchParams({
    clientProtocol: '2.1',
    transport: 'webSockets',
    connectionData: '[{"name":"trackinghub"}]',
    access_token: t.me.token,
  });
  const negotiated = await fetch(`${t.url}/signalr/negotiate?${query.toString()}`);
  query.set('connectionToken', ((await negotiated.json()) as { ConnectionToken: string }).ConnectionToken);
  const pushes: unknown[] = [];
  const socket = new WebSocket(`${t.url.replace('http', 'ws')}/signalr/reconnect?${query.toString()}`);
  onTestFinished(() => socket.close());
  socket.addEventListener('message', ({ data }) => {
    const { M: messages = [] } = JSON.parse(String(data)) as { M?: { M: string; A: [Json] }[] };
    pushes.push(...messages.map(({ M: method, A: [first] }) => [method, first?.['track']?.['remark']]));
  });
  const all = [
    ['trackingChanged', ''],
    ['workLogChanged', undefined],
    ['weeksChanged', undefined],
  ];
  await expect.poll(() => pushes).toEqual(all);
  await t.stint.ask(t.me, 'POST', '/api/tracking/client/startTracking', { remark: 'x' });
  await expect.poll(() => pushes).toEqual([...all, ['trackingChanged', 'x']]);
});

test('refusals come with the sentence of REST', async () => {
  const client = await classic(t.me);
  await expect(client.call('latest', -1)).rejects.toThrow(/\$count/);
});

test('the organization of a collection is kept by the addresses that the client is given', async () => {
  const { stranger } = t.stint.people;
  const client = await classic(stranger, 'trackingHub', '/other');
  const { body } = await t.stint.ask(stranger, 'GET', '/api/other/tracking/client/current');
  expect(await client.call('current')).toEqual(body);
});
