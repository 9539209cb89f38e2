import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';

let at: Installation;
let browser: Browser;
let one: Page;
let other: Page;
/** Questions about the clock that the other window asked over REST. */
let asked = 0;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  one = await openPage(browser);
  await one.goto(at.signInLink);
  await one.getByLabel('New password').fill('correct horse battery');
  await one.keyboard.press('Enter');
  await bar(one).waitFor();
  const storageState = await one.context().storageState();
  other = await openPage(browser, { storageState });
  other.on('request', (request) => {
    if (request.url().includes('/tracking/client/current')) asked += 1;
  });
  const opened = other.waitForEvent('websocket');
  await other.goto(at.url);
  await opened;
  await bar(other).waitFor();
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const bar = (page: Page) => page.getByLabel('What are you working on?');
const comment = (page: Page) => page.getByLabel('Comment').first();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rows = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

test('two windows show the same clock, whichever starts and stops it', async () => {
  await bar(one).fill('in step');
  await button(one, 'Start').click();
  await button(other, 'Stop').waitFor();
  await expect.poll(() => comment(other).inputValue()).toBe('in step');
  const before = asked;
  await button(other, 'Stop').click();
  await button(one, 'Start').waitFor();
  await rows(one, 'in step').first().waitFor();
  expect(asked - before).toBeLessThanOrEqual(2);
});

test('an entry that is made elsewhere appears by itself', async () => {
  const answer = await fetch(`${at.url}/api/rest/workLogs?api-version=3.2`, {
    method: 'POST',
    headers: { authorization: `Bearer ${at.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ length: 1800, comment: 'made by a script' }),
  });
  expect(answer.status).toBe(200);
  for (const page of [one, other]) await rows(page, 'made by a script').first().waitFor();
});

test('a window that is offline says so, and catches up when it is back', async () => {
  await other.context().setOffline(true);
  await other.getByText('You are offline').waitFor();
  await bar(one).fill('while you were away');
  await button(one, 'Start').click();
  await button(one, 'Stop').waitFor();
  await other.context().setOffline(false);
  await button(other, 'Stop').waitFor();
  await other.getByText('You are offline').waitFor({ state: 'hidden' });
  await expect.poll(() => comment(other).inputValue()).toBe('while you were away');
  await button(other, 'Stop').click();
  await button(one, 'Start').waitFor();
});
