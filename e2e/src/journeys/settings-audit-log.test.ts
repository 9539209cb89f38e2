import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'admin');
  await askRest(at, 'PATCH', '/settings', { lockAfterWeeks: 4, commentRequired: true });
  await askRest(at, 'PATCH', '/settings', { commentRequired: false });
  const { id } = await askRest<{ id: string }>(at, 'POST', '/workLogs', {
    timestamp: '2026-11-16T09:00:00',
    length: 3600,
    comment: 'Written down',
  });
  await askRest(at, 'PATCH', `/workLogs/${id}`, { length: 5400 });
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const show = async (on: Page, query = '') => {
  await on.goto(`${at.url}/settings/audit-log${query}`);
  await on.locator('#content h2').first().waitFor();
  await on.locator('[aria-busy]').waitFor({ state: 'detached' });
};
const entries = (on: Page) => on.getByRole('group', { name: 'Acts' }).locator('summary');

test('a change tells before and after in words, and leads to everything about the thing', async () => {
  await show(page);
  await page.getByLabel('Thing').selectOption('worklog');
  await page.getByLabel('Act', { exact: true }).selectOption('change');
  await expect.poll(() => entries(page).count()).toBe(1);
  await entries(page).click();
  const length = page.getByRole('row', { name: /^Duration/ });
  expect(await length.getByRole('cell').allTextContents()).toEqual(['1:00', '1:30']);
  await page.getByRole('button', { name: 'Everything about this' }).click();
  await page.getByText('Only about one thing').waitFor();
  await expect.poll(() => entries(page).allTextContents()).toHaveLength(2);
});

test('by keyboard alone: a setting is found by the address, unfolded, and named as on its page', async () => {
  await show(page, '?thing=settings&act=change');
  const all = await entries(page).count();
  expect(all).toBe(2);
  await entries(page).last().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: 'Lock old weeks nothing 4' }).waitFor();
  await page.getByRole('row', { name: 'Require a comment no yes' }).waitFor();
});

test('days that end before they begin are refused beside the field, wrong words in the address are as none', async () => {
  await show(page, '?from=2026-11-20&to=2026-11-19&way=pigeon&person=ann');
  await page.getByText('The end lies before the beginning.').waitFor();
  expect(await entries(page).count()).toBe(0);
  expect(await page.getByLabel('Way').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await entries(page).first().waitFor();
  await page.getByLabel('Thing').selectOption('calendar');
  await page.getByText('No act fits these filters.').waitFor();
});

test('the export holds what the filters let through', async () => {
  await show(page, '?thing=worklog');
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'As CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(1 + (await entries(page).count()));
  expect(lines[0]).toContain('entityId,before,after');
});

test('more than a page is shown on demand, in the order of the API', async () => {
  for (let count = 0; count < 30; count++) {
    await askRest(at, 'PATCH', '/settings', { noOverlap: true });
    await askRest(at, 'PATCH', '/settings', { noOverlap: false });
  }
  await show(page, '?thing=settings');
  expect(await entries(page).count()).toBe(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => entries(page).count()).toBe(62);
  expect(await askRest<unknown[]>(at, 'GET', '/auditLog?$entity=settings&$count=500')).toHaveLength(62);
});

test('everyone sees what they did, and nothing of others', async () => {
  const other = await openPageAs(browser, at, 'cleo');
  await show(other);
  await other.getByText('What you did, and what others did to your time.').waitFor();
  const cleo = await idOf(at, 'cleo');
  await expect.poll(() => entries(other).count()).toBeGreaterThan(0);
  expect(await other.getByText('Settings of the organization: changed').count()).toBe(0);
  expect(await other.getByLabel('Person').count()).toBe(0);
  await show(other, `?person=${cleo}`);
  await expect.poll(() => entries(other).count()).toBeGreaterThan(0);
  await other.context().close();
});

test('axe finds nothing wrong', async () => {
  await show(page, '?thing=worklog');
  await entries(page).last().click();
  await expectAccessible(page, 'settings-audit-log');
});
