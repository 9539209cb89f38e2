import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyOrigin, openBrowser } from '../testing/browser.ts';
import { eventually } from '../testing/eventually.ts';
import { serve } from '../testing/serve.ts';
import { classicHub, seen } from './testing/classic-hub.ts';
import { type Line, openLine } from '../testing/line.ts';
import { play, playRaw } from './testing/play.ts';
import { servePersistent } from './testing/serve-persistent.ts';

const { resolve } = createRequire(import.meta.url);
const transports = ['webSockets', 'serverSentEvents', 'longPolling'];
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A page of another origin with jQuery and SignalR in it. */
async function openPage(origin: string, line: Line, push: (value: unknown) => void): Promise<Page> {
  const page = await browser.newPage();
  await page.exposeFunction('cutAndPush', async (values: readonly unknown[]) => {
    const tried = line.cut();
    values.forEach(push);
    await tried;
    line.mend();
  });
  await page.goto(origin);
  await page.addScriptTag({ path: resolve('jquery') });
  await page.addScriptTag({ path: resolve('signalr') });
  return page;
}

test.each(transports.flatMap((transport) => [true, false].map((generated) => ({ transport, generated }))))(
  'Chromium by $transport, generated proxies: $generated',
  async ({ transport, generated }) => {
    await using served = await serve({ hubs: [classicHub()], origins: () => true });
    await using line = await openLine(served.address);
    await using page = await emptyOrigin();
    const opened = await openPage(page.origin, line, (value) =>
      served.signalr.clients('test').user('ann').send('told', value),
    );
    if (generated) await opened.addScriptTag({ url: `${line.address}/signalr/hubs` });
    expect(await opened.evaluate(play, { url: `${line.address}/signalr`, transport, generated })).toEqual(
      seen(transport),
    );
    await eventually(() => served.signalr.connectionCount === 0);
    await opened.close();
  },
);

test.each(transports)('Chromium by %s without hubs', async (transport) => {
  await using served = await servePersistent();
  await using line = await openLine(served.address);
  await using page = await emptyOrigin();
  const opened = await openPage(page.origin, line, served.push);
  expect(await opened.evaluate(playRaw, { url: `${line.address}/raw`, transport })).toEqual([
    'one',
    'two',
    { three: 3 },
    'four',
  ]);
  await opened.close();
});
