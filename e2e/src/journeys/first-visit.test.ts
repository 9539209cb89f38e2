import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessibleNow, keepPicture, openBrowser, openPage } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let signedIn: BrowserContext;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  signedIn = (await openPageAs(browser, at, 'cleo')).context();
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const PAINTS = "performance.getEntriesByName('first-contentful-paint').length";

interface Visit {
  /** The paths and queries of everything that was requested. */
  readonly asked: readonly string[];
  /** What the server named with the page. */
  readonly named: readonly string[];
  /** What the browser said about it. */
  readonly warnings: readonly string[];
}

/** Opens a page; with `isAlone` it does not hear what the server names with it. */
async function visit(context: BrowserContext, path: string, isAlone: boolean): Promise<Visit> {
  const page = await context.newPage();
  const asked: string[] = [];
  const warnings: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(at.url, '')));
  page.on('console', (message) => warnings.push(message.text()));
  // Once it is connected, the page asks again for what may have changed meanwhile.
  await page.route('**/signalr/**', (route) => route.abort());
  if (isAlone) await page.route(at.url + path, withoutLinks);
  const response = await page.goto(at.url + path);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.close();
  return { asked, named: namedIn(response), warnings: warnings.filter((text) => /preload/i.test(text)) };
}

async function withoutLinks(route: Parameters<Parameters<Page['route']>[1]>[0]): Promise<void> {
  const response = await route.fetch();
  const { link: _, ...headers } = response.headers();
  await route.fulfill({ response, headers });
}

function namedIn(response: Response | null): string[] {
  const link = response?.headers()['link'] ?? '';
  return [...link.matchAll(/<([^>]+)>/g)].map(([, address = '']) => address);
}

const timesOf = (address: string, all: readonly string[]) => all.filter((each) => each === address).length;

describe.each(['/', '/week', '/month', '/timesheet'])('a first visit of %s', (path) => {
  test('is named by the server what the page asks for by itself, and asks for it once', async () => {
    const alone = await visit(signedIn, path, true);
    const { asked, named, warnings } = await visit(signedIn, path, false);
    expect(named).toEqual(expect.arrayContaining(['/auth/session']));
    const times = (all: readonly string[]) => named.map((address) => [address, timesOf(address, all)]);
    expect(times(asked)).toEqual(named.map((address) => [address, 1]));
    expect(times(alone.asked)).toEqual(times(asked));
    expect(warnings).toEqual([]);
    expect(asked.filter((address) => address.endsWith('.css'))).toHaveLength(1);
    // With the other headers it must fit into the 4 KB that proxies keep for them.
    expect(named.join().length).toBeLessThan(2000);
  });
});

test('of the list of Day, the first worklogs are named, but not for another day', async () => {
  const headers = { 'accept-language': 'en' };
  const worklogs = '/api/rest/workLogs?';
  const of = async (path: string) =>
    (await signedIn.request.get(at.url + path, { headers })).headers()['link'];
  expect(await of('/')).toContain(worklogs);
  expect(await of('/?day=2026-11-02')).not.toContain(worklogs);
});

test('who is not signed in is named the sign-in alone', async () => {
  const { context, close } = await anybody();
  const { asked, named, warnings } = await visit(context, '/month', false);
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((address) => !address.startsWith('/assets/'))).toEqual([]);
  for (const address of named) expect(timesOf(address, asked), address).toBe(1);
  expect(warnings).toEqual([]);
  await close();
});

describe('until the page is rendered', () => {
  test.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['contrast', { colorScheme: 'light', contrast: 'more' }],
    ['forced', { colorScheme: 'dark', forcedColors: 'active' }],
  ] as const)(
    'the mark stands there, before any script or the big stylesheet came: %s',
    async (name, wishes) => {
      const { context, close } = await anybody();
      const page = await context.newPage();
      await page.emulateMedia(wishes);
      const release = await hold(page, /\/assets\/.*\.js$|\/assets\/styles-.*\.css$/);
      await page.goto(at.url, { waitUntil: 'commit' });
      const mark = page.getByRole('img', { name: 'Stint is loading' });
      await mark.waitFor();
      await expect.poll(() => page.evaluate(PAINTS)).toBe(1);
      await keepPicture(page, `splash-${name}`);
      if (name === 'light') await expectAccessibleNow(page);
      release();
      await page.getByLabel('E-mail').waitFor();
      expect(await mark.count()).toBe(0);
      await close();
    },
  );

  test('what was chosen holds as soon as the main script runs', async () => {
    const { context, close } = await anybody();
    const page = await context.newPage();
    await page.addInitScript("localStorage.setItem('stint-theme', 'dark')");
    const release = await hold(page, /\/assets\/client-.*\.js$/);
    await page.goto(at.url, { waitUntil: 'commit' });
    await page.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
    await page.getByRole('img', { name: 'Stint is loading' }).waitFor();
    release();
    await page.getByLabel('E-mail').waitFor();
    await close();
  });
});

/** Keeps back the answers of these addresses until what it gives is called. */
async function hold(page: Page, addresses: RegExp): Promise<() => void> {
  const released = Promise.withResolvers<void>();
  await page.route(addresses, async (route) => {
    await released.promise;
    await route.continue();
  });
  return released.resolve;
}

async function anybody(): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const page = await openPage(browser);
  return { context: page.context(), close: () => page.context().close() };
}
