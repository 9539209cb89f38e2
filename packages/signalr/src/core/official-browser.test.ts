import { HttpTransportType } from '@microsoft/signalr';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyOrigin, openBrowser, pageWithClient } from '../testing/browser.ts';
import { expectedOf } from '../testing/expected.ts';
import { type ScenarioOptions, useEverything } from '../testing/scenarios.ts';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

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

test.each(combinations)(
  'Microsoft’s client in a page of another origin does everything by %s',
  async (_name, options) => {
    let cut = () => {};
    await using pages = await emptyOrigin();
    const { origin } = pages;
    await using served = await serve({
      hubs: [testHub({ cut: () => cut() })],
      origins: (asked) => asked === origin,
    });
    cut = served.cut;
    const page = await pageWithClient(browser, origin);
    const parameters = JSON.stringify({ ...options, url: `${served.address}/signalr/test` });
    const libraries = '{ signalR, messagePack: signalR.protocols.msgpack.MessagePackHubProtocol }';
    const found = await page.evaluate(`(${useEverything.toString()})(${libraries}, ${parameters})`);
    expect(found).toEqual(expectedOf({ ...options, url: '' }));
    await page.close();
  },
);

test('a page of an origin that is not allowed is refused by every transport, and nobody else notices', async () => {
  await using pages = await emptyOrigin();
  await using served = await serve({
    hubs: [testHub()],
    origins: (origin) => origin === 'https://good.example',
  });
  const page = await pageWithClient(browser, pages.origin);
  for (const [transport, skipNegotiation] of [
    [1, true],
    [2, false],
    [4, false],
  ] as const) {
    const options = JSON.stringify({ accessTokenFactory: null, transport, skipNegotiation });
    const told = await page.evaluate(`
      new signalR.HubConnectionBuilder()
        .withUrl('${served.address}/signalr/test?access_token=ann', ${options})
        .configureLogging(signalR.LogLevel.None)
        .build().start().then(() => 'connected', () => 'refused')`);
    expect(told).toBe('refused');
  }
  expect(served.signalr.connectionCount).toBe(0);
  await page.close();
});
