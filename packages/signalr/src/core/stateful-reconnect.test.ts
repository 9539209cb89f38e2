import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { HttpTransportType, type IHubProtocol, JsonHubProtocol } from '@microsoft/signalr';
import { expect, test } from 'vitest';
import { defineHub } from '../hub/definition.ts';
import { eventually } from '../testing/eventually.ts';
import { officialClient } from '../testing/official-client.ts';
import { serve, type TestUser } from '../testing/serve.ts';

/** A hub that notes what it is told and counts to many, while its connections are cut. */
function countingHub() {
  const noted: unknown[] = [];
  const life: string[] = [];
  const hub = defineHub<TestUser>({
    name: 'count',
    connected: () => life.push('connected'),
    disconnected: () => life.push('disconnected'),
    methods: {
      note: (_context, number) => noted.push(number),
      ping: () => 'pong',
      pushUpTo: async ({ clients, connection }, most) => {
        for (let number = 1; number <= Number(most); number += 1) {
          clients.client(connection.id).send('number', number);
          if (number % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        }
      },
    },
  });
  return { hub, noted, life };
}

const numbers = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

const protocols: readonly [string, IHubProtocol][] = [
  ['JSON', new JsonHubProtocol()],
  ['MessagePack', new MessagePackHubProtocol()],
];

test.each(protocols)(
  'a cut connection comes back to its state: nothing is lost or doubled, in either direction (%s)',
  async (_name, protocol) => {
    const { hub, noted, life } = countingHub();
    await using served = await serve({ hubs: [hub] });
    const client = officialClient(`${served.address}/signalr/count`, {
      stateful: true,
      protocol,
      transport: HttpTransportType.WebSockets,
    });
    const heard: unknown[] = [];
    let cuts = 0;
    client.on('number', (number) => {
      heard.push(number);
      // Only when something has come over the new line: this client gives up when a line breaks while it reconnects.
      if (heard.length % 400 === 0) {
        cuts += 1;
        served.cut();
      }
    });
    await client.start();
    const { connectionId } = client;

    const pushed = client.invoke('pushUpTo', 2000);
    for (const number of numbers(300)) {
      void client.send('note', number);
      if (number % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await pushed;

    expect(await client.invoke('ping')).toBe('pong');
    await eventually(() => heard.length >= 2000 && noted.length >= 300);
    expect(heard).toEqual(numbers(2000));
    expect(noted).toEqual(numbers(300));
    expect(cuts).toBe(5);
    expect(client.connectionId).toBe(connectionId);
    expect(life).toEqual(['connected']);
    await client.stop();
    await eventually(() => life.length === 2);
  },
);

test('what is sent while the client is away waits for it', async () => {
  const { hub } = countingHub();
  await using served = await serve({ hubs: [hub] });
  const client = officialClient(`${served.address}/signalr/count`, {
    stateful: true,
    transport: HttpTransportType.WebSockets,
  });
  const heard: unknown[] = [];
  client.on('number', (number) => heard.push(number));
  await client.start();
  served.cut();
  served.signalr.clients('count').user('ann').send('number', 1);
  await eventually(() => heard.length === 1);
  await client.stop();
});

test('who stays away is let go after the disconnect timeout', async () => {
  const { hub, life } = countingHub();
  await using served = await serve({ hubs: [hub], limits: { disconnectTimeout: 40 } });
  const { WebSocket } = await import('ws');
  const { connectionToken } = (await (
    await fetch(
      `${served.address}/signalr/count/negotiate?negotiateVersion=1&useStatefulReconnect=true&access_token=ann`,
      { method: 'POST' },
    )
  ).json()) as { connectionToken: string };
  const url = `${served.address.replace('http', 'ws')}/signalr/count?id=${connectionToken}&access_token=ann`;
  const socket = new WebSocket(url);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send('{"protocol":"json","version":2}\x1e');
  await eventually(() => life.length === 1);
  socket.terminate();
  await eventually(() => life.length === 2);
  expect(served.signalr.connectionCount).toBe(0);
  const late = new WebSocket(url);
  const status = await new Promise((resolve) => {
    late.once('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
  expect(status).toBe(404);
});

test('who does not acknowledge what it is sent is cut off at a bounded buffer', async () => {
  const { hub, life } = countingHub();
  await using served = await serve({ hubs: [hub], limits: { outgoingBytes: 20_000 } });
  const client = officialClient(`${served.address}/signalr/count`, {
    stateful: true,
    transport: HttpTransportType.WebSockets,
  });
  await client.start();
  const closed = new Promise((resolve) => {
    client.onclose(resolve);
  });
  served.cut();
  for (let count = 0; count < 300; count += 1) {
    served.signalr.clients('count').all.send('number', 'x'.repeat(100));
  }
  await closed;
  expect(life).toEqual(['connected', 'disconnected']);
  expect(served.events.filter(({ kind }) => kind === 'slowReader')).toHaveLength(1);
});
