import * as signalR from '@microsoft/signalr';
import { HttpTransportType } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { expect, test } from 'vitest';
import { expectedOf } from '../testing/expected.ts';
import { type ScenarioOptions, useEverything } from '../testing/scenarios.ts';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

const libraries = { signalR, messagePack: MessagePackHubProtocol };

const combinations: readonly [string, Omit<ScenarioOptions, 'url'>][] = [
  ['WebSockets with JSON', { transport: HttpTransportType.WebSockets, protocol: 'json' }],
  ['WebSockets with MessagePack', { transport: HttpTransportType.WebSockets, protocol: 'messagepack' }],
  [
    'WebSockets without negotiation',
    { transport: HttpTransportType.WebSockets, protocol: 'json', skipNegotiation: true },
  ],
  ['ServerSentEvents with JSON', { transport: HttpTransportType.ServerSentEvents, protocol: 'json' }],
  ['LongPolling with JSON', { transport: HttpTransportType.LongPolling, protocol: 'json' }],
  ['LongPolling with MessagePack', { transport: HttpTransportType.LongPolling, protocol: 'messagepack' }],
];

test.each(combinations)('Microsoft’s client in Node does everything by %s', async (_name, options) => {
  let cut = () => {};
  await using served = await serve({ hubs: [testHub({ cut: () => cut() })] });
  cut = served.cut;
  const found = await useEverything(libraries, { ...options, url: `${served.address}/signalr/test` });
  expect(found).toEqual(expectedOf({ ...options, url: '' }));
});

test('Microsoft’s client knows that event streams carry no MessagePack', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const url = `${served.address}/signalr/test`;
  await expect(
    useEverything(libraries, { url, transport: HttpTransportType.ServerSentEvents, protocol: 'messagepack' }),
  ).rejects.toThrow('does not support Binary');
});
