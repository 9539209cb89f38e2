import { HttpTransportType } from '@microsoft/signalr';
import { describe, expect, test } from 'vitest';
import { type WireClient, wireClient } from './classic/testing/wire-client.ts';
import { refuse } from './http/refusal.ts';
import { TRANSPORTS } from './hub/transports.ts';
import { eventually } from './testing/eventually.ts';
import { officialClient } from './testing/official-client.ts';
import { type Served, serve } from './testing/serve.ts';
import { testHub } from './testing/test-hub.ts';

const transports = Object.keys(TRANSPORTS) as (keyof typeof TRANSPORTS)[];

/** The kinds of connections there are, each as often as there are of it. */
function open({ signalr }: Served): string[] {
  return signalr
    .connections()
    .flatMap(({ protocol, transport, count }) => Array<string>(count).fill(`${protocol} ${transport}`));
}

describe('a client of ASP.NET Core', () => {
  test.each(transports)('by %s is counted while it is connected', async (transport) => {
    await using served = await serve({ hubs: [testHub()] });
    const client = officialClient(`${served.address}/signalr/test`, {
      transport: HttpTransportType[TRANSPORTS[transport]],
    });
    await client.start();
    await client.invoke('nothing');
    expect(open(served)).toEqual([`core ${transport}`]);
    await client.stop();
    await eventually(() => open(served).length === 0);
  });

  test('that negotiated only is not connected', async () => {
    await using served = await serve({ hubs: [testHub()] });
    const url = `${served.address}/signalr/test/negotiate?negotiateVersion=1&access_token=ann`;
    expect((await fetch(url, { method: 'POST' })).status).toBe(200);
    expect(open(served)).toEqual([]);
  });

  test('that falls back is counted by the transport that it got', async () => {
    await using served = await serve({
      hubs: [testHub()],
      // As behind a proxy that passes no upgrades.
      authorize: ({ headers }) =>
        headers.upgrade === undefined ? { user: { name: 'ann' }, userId: 'ann' } : refuse(400, ''),
    });
    const { WebSockets, LongPolling } = HttpTransportType;
    const client = officialClient(`${served.address}/signalr/test`, { transport: WebSockets | LongPolling });
    await client.start();
    await client.invoke('nothing');
    expect(open(served)).toEqual(['core longPolling']);
    await client.stop();
    await eventually(() => open(served).length === 0);
  });

  test('that is away for a moment is still one, and one when it is back', async () => {
    await using served = await serve({ hubs: [testHub()] });
    const transport = HttpTransportType.WebSockets;
    const client = officialClient(`${served.address}/signalr/test`, { stateful: true, transport });
    await client.start();
    await client.invoke('nothing');
    served.cut();
    expect(open(served)).toEqual(['core webSockets']);
    await client.invoke('echo', 'back');
    expect(open(served)).toEqual(['core webSockets']);
    await client.stop();
    await eventually(() => open(served).length === 0);
  });
});

describe('a classic client', () => {
  /** Gives it a transport; the answer says how it is lost. */
  async function arrive(client: WireClient, transport: string, command = 'connect'): Promise<() => void> {
    if (transport !== 'longPolling') {
      const open = transport === 'webSockets' ? client.socket : client.events;
      const wire = await open(command, { transport });
      return () => wire.close();
    }
    const { body } = await client.post(command, {}, { transport });
    return () => void body?.cancel();
  }

  test.each(transports)('by %s is counted from its first transport to its goodbye', async (transport) => {
    await using served = await serve({ hubs: [testHub()] });
    const client = await wireClient(served.address, { transport });
    expect(open(served)).toEqual([]);
    const lose = await arrive(client, transport);
    await client.get('start');
    expect(open(served)).toEqual([`classic ${transport}`]);
    lose();
    await arrive(client, transport, 'reconnect');
    expect(open(served)).toEqual([`classic ${transport}`]);
    await client.post('abort');
    await eventually(() => open(served).length === 0);
  });

  test('that falls back is counted once, by the transport that it has at last', async () => {
    await using served = await serve({ hubs: [testHub()] });
    const client = await wireClient(served.address);
    for (const transport of transports) {
      await arrive(client, transport);
      expect(open(served)).toEqual([`classic ${transport}`]);
    }
    await client.get('start');
    expect(open(served)).toEqual(['classic longPolling']);
  });

  test('that does not come back is no longer counted', async () => {
    await using served = await serve({
      hubs: [testHub()],
      classic: { keepAlive: 20, disconnectTimeout: 60, reconnectGrace: 0 },
    });
    const client = await wireClient(served.address);
    const lose = await arrive(client, 'webSockets');
    await client.get('start');
    lose();
    await eventually(() => open(served).length === 0);
  });

  test('of several hubs, or of none, is one connection', async () => {
    await using served = await serve({ hubs: ['one', 'two'].map((name) => testHub({ name })) });
    await arrive(await wireClient(served.address, { hubs: ['one', 'two'] }), 'webSockets');
    await arrive(await wireClient(served.address, { hubs: [] }), 'serverSentEvents');
    expect(open(served)).toEqual(['classic webSockets', 'classic serverSentEvents']);
    expect(served.signalr.connectionCount).toBe(2);
  });
});
