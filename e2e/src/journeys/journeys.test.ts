import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, openBrowser, openPage } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { PASSWORD } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPage(browser);
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const bar = () => page.getByLabel('What are you working on?');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('the main journey', () => {
  test('one signs in by the printed link and sets a password', async () => {
    await page.goto(at.signInLink);
    await page.getByLabel('New password').fill(PASSWORD);
    await keepPicture(page, 'set-password');
    await page.keyboard.press('Enter');
    await bar().waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(page.url()).not.toContain('link=');
  });

  test('one finds a work item by part of its title and starts the clock', async () => {
    await bar().fill('retry fail');
    await page
      .getByRole('option', { name: /1001.*Retry failed uploads/ })
      .first()
      .click();
    await page.getByLabel('Comment').first().fill('backoff');
    await button('Start').click();
    await button('Stop').waitFor();
    await keepPicture(page, 'tracking');
  });

  test('the clock goes on over a reload', async () => {
    await page.reload();
    await button('Stop').waitFor();
    await page.getByText('Retry failed uploads').first().waitFor();
    const timer = page.getByRole('timer');
    const first = await timer.innerText();
    await expect.poll(() => timer.innerText(), { timeout: 10_000 }).not.toBe(first);
  });

  test('one stops it and sees the worklog', async () => {
    await button('Stop').click();
    await button('Start').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'backoff' }).first();
    await row.waitFor();
    await keepPicture(page, 'day');
  });

  test('one edits it', async () => {
    const row = page.getByRole('listitem').filter({ hasText: 'backoff' }).first();
    await row.hover();
    await row.getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Comment').fill('backoff and a test');
    await keepPicture(page, 'edit');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('listitem').filter({ hasText: 'backoff and a test' }).first().waitFor();
  });

  test('one deletes it and takes that back', async () => {
    const row = page.getByRole('listitem').filter({ hasText: 'backoff and a test' }).first();
    await row.hover();
    await row.getByRole('button', { name: 'Delete' }).click();
    await row.waitFor({ state: 'detached' });
    await button('Undo').click();
    await row.waitFor();
    await page.reload();
    await row.waitFor();
  });
});

test('by keyboard only: new, search, choose, start, stop, continue', async () => {
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('n');
  await page.keyboard.type('upload');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await button('Stop').waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('s');
  await button('Start').waitFor();
  await page.keyboard.press('c');
  await button('Stop').waitFor();
  await page.keyboard.press('s');
  await button('Start').waitFor();
});

test('an administrator adds time for somebody else, who owns it', async () => {
  await page.goto(at.url);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Add time' });
  const forWhom = dialog.getByLabel('For', { exact: true });
  const name = await forWhom.locator('option').nth(1).innerText();
  await forWhom.selectOption({ label: name });
  await dialog.getByLabel('Comment').fill('written down for a colleague');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
  const answer = await page.request.get(`${at.url}/api/rest/workLogs/all?$count=50&api-version=3.2`);
  const { data } = (await answer.json()) as { data: { comment: string; user: { name: string } }[] };
  expect(data.find(({ comment }) => comment === 'written down for a colleague')?.user.name).toBe(name);
});

test('an app is paired by its PIN, works, and is unpaired', async () => {
  const post = async (path: string, body: string | URLSearchParams) => {
    const answer = await fetch(`${at.url}${path}`, { method: 'POST', body });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  const { pin = '', secret = '' } = (await post('/api/pin/create?api-version=3.2', '')).body;
  await page.goto(`${at.url}/apps`);
  await page.getByLabel('PIN').fill(pin);
  await page.getByLabel('Name').fill('my script');
  await page.getByRole('button', { name: 'Pair', exact: true }).click();
  await page.getByText('my script').waitFor();
  await keepPicture(page, 'apps');
  expect((await post('/api/pin/status?api-version=3.2', JSON.stringify(secret))).body['status']).toBe(
    'Validated',
  );
  const form = new URLSearchParams({ client_id: 'OpenApi', grant_type: 'authorization_code', code: secret });
  const token = (await post('/token', form)).body['access_token'];
  const me = () =>
    fetch(`${at.url}/api/rest/me?api-version=3.2`, { headers: { authorization: `Bearer ${token}` } });
  expect((await me()).status).toBe(200);
  await page.getByRole('button', { name: 'Unpair', exact: true }).click();
  await page.getByText('my script').waitFor({ state: 'detached' });
  expect((await me()).status).toBe(401);
});

test('the desktop app is paired by a link, without a PIN', async () => {
  // A tab of its own: the browser may ask there whether it should open the app, and takes no click until it is answered.
  const tab = await page.context().newPage();
  await tab.goto(`${at.url}/apps`);
  // Read on its way: the browser keeps no answer for those who ask once it goes to the app.
  let made = '';
  await tab.route('**/rest/apps/link**', async (route) => {
    const response = await route.fetch();
    made = ((await response.json()) as { data: { link: string } }).data.link;
    await route.fulfill({ response });
  });
  await tab.getByRole('button', { name: 'Pair desktop app' }).click();
  await tab.getByText('The app should ask you now.').waitFor();
  const link = new URL(made);
  expect([link.protocol, link.searchParams.get('server')]).toEqual(['stint:', at.url]);
  const paired = tab.getByRole('list', { name: 'Paired apps' });
  const row = paired.getByRole('listitem').filter({ hasText: 'Stint' });
  await row.getByText('not used yet').waitFor();
  const code = link.searchParams.get('code') ?? '';
  const form = new URLSearchParams({ client_id: 'OpenApi', grant_type: 'authorization_code', code });
  const answer = await fetch(`${at.url}/token`, { method: 'POST', body: form });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${at.url}/api/rest/me?api-version=3.2`, { headers })).status).toBe(200);
  await tab.close();
  await page.goto(`${at.url}/apps`);
  const unpair = page.getByRole('list', { name: 'Paired apps' }).getByRole('button', { name: 'Unpair' });
  await unpair.click();
  await unpair.waitFor({ state: 'detached' });
  expect((await fetch(`${at.url}/api/rest/me?api-version=3.2`, { headers })).status).toBe(401);
});

test('an API token is made, shown once, works, and is revoked', async () => {
  await page.goto(`${at.url}/settings/reporting-api`);
  await page.getByLabel('Token name').fill('Power BI');
  await button('Create token').click();
  const shown = page.getByText(/^stint_/);
  const token = await shown.innerText();
  await keepPicture(page, 'tokens');
  const me = () =>
    fetch(`${at.url}/api/rest/me?api-version=3.2`, { headers: { authorization: `Bearer ${token}` } });
  expect((await me()).status).toBe(200);
  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: 'Power BI' });
  await row.waitFor();
  expect(await shown.count()).toBe(0);
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await row.waitFor({ state: 'detached' });
  expect((await me()).status).toBe(401);
});

test('wrong credentials are told, right ones lead back to where one was', async () => {
  const other = await openPage(browser);
  await other.goto(`${at.url}/apps`);
  await other.getByLabel('E-mail').fill('admin@demo.local');
  await other.getByLabel('Password').fill('wrong password');
  await other.keyboard.press('Enter');
  await other.getByRole('alert').waitFor();
  await keepPicture(other, 'sign-in');
  await other.getByLabel('Password').fill(PASSWORD);
  await other.keyboard.press('Enter');
  await other.getByLabel('PIN').waitFor();
  await other.context().close();
});
