import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'admin');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const state = () => askRest<{ operation: string; message: string }>(at, 'GET', '/maintenance');
const show = async (section: string) => {
  await page.goto(`${at.url}/settings/${section}`);
  await page.locator('#content h2').first().waitFor();
  await page.locator('[aria-busy]').waitFor({ state: 'detached' });
};

describe('operation mode', () => {
  test('read-only with a message, told to others, and undone', async () => {
    await show('operation');
    await page.getByRole('radio', { name: /^Read-only/ }).check();
    await page.getByLabel('Message to everyone').fill('Until noon.');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('State: Read-only').waitFor();
    expect(await state()).toEqual({ operation: 'readOnly', message: 'Until noon.' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await state()).operation).toBe('active');
  });

  test('by keyboard alone into maintenance; after a reload one gets out again', async () => {
    await show('operation');
    await page.getByRole('radio', { name: /^Open/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Apply' }).press('Enter');
    await expect.poll(async () => (await state()).operation).toBe('maintenance');
    await show('operation');
    expect(await page.getByRole('radio', { name: /^Maintenance/ }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: /^Open/ }).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(async () => (await state()).operation).toBe('active');
  });

  test('during maintenance pages say so, with the message, and not that the server is silent', async () => {
    await askRest(at, 'PUT', '/maintenance', { operation: 'maintenance', message: 'Back at ten.' });
    await page.goto(at.url);
    await page.getByRole('status').getByText('is in maintenance; please try later. Back at ten.').waitFor();
    expect(await page.getByText('The server does not answer').count()).toBe(0);
    await askRest(at, 'PUT', '/maintenance', { operation: 'active', message: '' });
  });

  test('the quota tells its effect', async () => {
    await show('operation');
    await page.getByRole('combobox', { name: 'Quota' }).selectOption('Standard');
    await page.getByText('10 requests a second and 100 a minute.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
  });

  test('one sees what the server is doing, and what is wrong', async () => {
    await show('operation');
    const parts = page.getByRole('list', { name: 'What the server is doing' });
    await parts.getByText(/^Ready; it answered in \d+ ms/).waitFor();
    await parts.getByText(/^Followed; last read/).waitFor();
    await parts.getByText('No mail server is set').waitFor();
    await page.route('**/readyz', (route) =>
      route.fulfill({ status: 503, json: { status: 'waiting', reason: 'The database does not answer.' } }),
    );
    await show('operation');
    await parts.getByText(/^It does not answer as it should: The database/).waitFor();
    await page.unrouteAll();
  });
});

describe('export and import', () => {
  test('the organization is exported whole, with what has come so far', async () => {
    await show('transfer');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    await page.getByText(/^Saved: demo-.*\.ndjson\.gz \(.* [KM]B\)/).waitFor();
    const lines = gunzipSync(await readFile(await download.path()))
      .toString()
      .split('\n');
    expect(lines.length).toBeGreaterThan(10_000);
  });

  test('an export that breaks off is not saved, and says so', async () => {
    await show('transfer');
    await page.route('**/organization/export**', (route) => route.abort('connectionreset'));
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText(/^The export did not come to its end: /).waitFor();
    await page.unrouteAll();
  });

  test('a person is exported, and erased once the name was typed', async () => {
    await askRest(at, 'POST', '/users', { email: 'gus@demo.local', name: 'Gus Gray', role: 'Team' });
    await show('transfer');
    const person = page.getByRole('combobox', { name: 'Person' });
    await person.selectOption('Ada Minster');
    await page.getByText(/^Nobody erases themselves/).waitFor();
    await person.selectOption('Gus Gray');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export their data' }).click(),
    ]);
    const document = JSON.parse(await readFile(await download.path(), 'utf8')) as {
      data: { person: object };
    };
    expect(JSON.stringify(document.data.person)).toContain('Gus Gray');
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByRole('alertdialog').getByLabel('Name').fill('Gus Gray');
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('The person is erased').waitFor();
  });
});

test('everyone gets their own data under Account', async () => {
  const other = await openPageAs(browser, at, 'cleo');
  await other.goto(`${at.url}/settings/account`);
  const [download] = await Promise.all([
    other.waitForEvent('download'),
    other.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain(await idOf(at, 'cleo'));
  await other.goto(`${at.url}/settings/operation`);
  await other.getByText('Not for your role').waitFor();
  await other.context().close();
});

test('axe finds nothing wrong', async () => {
  for (const section of ['operation', 'transfer', 'account']) {
    await show(section);
    await expectAccessible(page, `settings-${section}`);
  }
});
