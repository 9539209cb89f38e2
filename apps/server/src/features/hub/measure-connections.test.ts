import { HttpTransportType } from '@microsoft/signalr';
import { Client } from 'node-signalr';
import { expect, onTestFinished, test } from 'vitest';
import { useHub } from './testing/use-hub.ts';

const t = useHub();

/** What `/metrics` tells, without the kinds of which there is no connection. */
async function measured(): Promise<Record<string, number>> {
  const { body } = await t.stint.server.app.inject('/metrics');
  const lines = [...body.matchAll(/^stint_hub_connections\{protocol="(\w+)",transport="(\w+)"\} (\d+)$/gm)];
  expect(lines).toHaveLength(6);
  const counts = lines.map(([, protocol, transport, count]) => [`${protocol} ${transport}`, Number(count)]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as Record<string, number>;
}

test.each([
  ['webSockets', HttpTransportType.WebSockets],
  ['serverSentEvents', HttpTransportType.ServerSentEvents],
  ['longPolling', HttpTransportType.LongPolling],
])('a connection of ASP.NET Core by %s is counted while it is open', async (transport, type) => {
  const clients = [await t.connect(t.me, { transport: type }), await t.connect(t.me, { transport: type })];
  for (const { connection } of clients) await connection.invoke('current');
  expect(await measured()).toEqual({ [`core ${transport}`]: 2 });
  await clients[0]?.connection.stop();
  await expect.poll(measured).toEqual({ [`core ${transport}`]: 1 });
  await clients[1]?.connection.stop();
  await expect.poll(measured).toEqual({});
});

test('a classic connection by webSockets is counted while it is open', async () => {
  const client = new Client(`${t.url}/signalr`, ['trackingHub']);
  client.headers = { authorization: `Bearer ${t.me.token}` };
  onTestFinished(() => client.end());
  client.start();
  await expect.poll(measured).toEqual({ 'classic webSockets': 1 });
  client.end();
  await expect.poll(measured).toEqual({});
});

test.each(['serverSentEvents', 'longPolling'])(
  'a classic connection by %s is counted from connect to abort, across a reconnect',
  async (transport) => {
    const query = new URLSearchParams({
      transport,
      clientProtocol: '2.1',
      connectionData: '[{"name":"trackinghub"}]',
      access_token: t.me.token,
    });
    const ask = async (command: string) => {
      const hangUp = new AbortController();
      const url = `${t.url}/signalr/${command}?${query.toString()}`;
      const answer = await fetch(url, { signal: hangUp.signal });
      expect(answer.status).toBe(200);
      onTestFinished(() => hangUp.abort());
      return { answer, hangUp: () => hangUp.abort() };
    };
    const { answer } = await ask('negotiate');
    query.set('connectionToken', ((await answer.json()) as { ConnectionToken: string }).ConnectionToken);
    const first = await ask('connect');
    await ask('start');
    expect(await measured()).toEqual({ [`classic ${transport}`]: 1 });
    first.hangUp();
    await ask('reconnect');
    expect(await measured()).toEqual({ [`classic ${transport}`]: 1 });
    await ask('abort');
    await expect.poll(measured).toEqual({});
  },
);
