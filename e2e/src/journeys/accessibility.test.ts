import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectAccessibleNow, keepPicture, openBrowser, openPage } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;
let empty: Page;
let phone: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'cleo');
  await askRest(at, 'POST', '/users', { email: 'nele@demo.local', name: 'Nele New', role: 'Team' });
  empty = await openPageAs(browser, at, 'nele');
  phone = await openPageAs(browser, at, 'eve', { viewport: { width: 390, height: 844 } });
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const PATHS = [
  '/',
  '/?day=2020-01-01',
  '/week',
  '/month',
  '/timesheet',
  '/approvals/mine',
  '/budgets',
  '/iterations',
  '/explorer',
  '/reports',
  '/reports/7e9027a0-0000-4000-8000-000000000001',
  '/reports/7e9027a0-0000-4000-8000-000000000004',
  '/apps',
  '/settings/reporting-api',
  '/settings/connection',
  '/settings/automation',
  '/settings/account',
];

async function show(shown: Page, path: string) {
  await shown.goto(`${at.url}${path}`);
  await shown.locator('#content h1').waitFor();
  await shown.waitForLoadState('networkidle');
  await shown.locator('[aria-busy]').waitFor({ state: 'detached' });
}

test.each(PATHS)('axe finds nothing wrong on %s with data', async (path) => {
  await show(page, path);
  await expectAccessible(page, `page${path.replace(/[?=]/g, '-').replaceAll('/', '-')}`);
});

test.each(PATHS)('axe finds nothing wrong on %s of somebody without data', async (path) => {
  await show(empty, path);
  await expectAccessible(empty);
});

test('axe finds nothing wrong on what lies above the pages', async () => {
  await show(page, '/month');
  for (const [key, name] of [
    ['Control+k', 'Find or do'],
    ['?', 'Keyboard shortcuts'],
    ['a', 'Add time'],
  ] as const) {
    await page.locator('h1').click();
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
  }
  await page.getByRole('button', { name: 'Cleo Winter' }).click();
  await page.getByRole('menu').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('axe finds nothing wrong where something cannot be loaded', async () => {
  await page.route('**/api/rest/workLogs**', (route) =>
    route.fulfill({ status: 400, json: { error: { errorCode: 'X', message: 'No.' } } }),
  );
  await show(page, '/month');
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await page.unrouteAll();
});

test('axe finds nothing wrong on a phone', async () => {
  await phone.goto(at.url);
  await show(phone, '/month');
  await expectAccessible(phone);
  await phone.getByRole('button', { name: 'More', exact: true }).click();
  await phone.getByRole('dialog', { name: 'Menu' }).waitFor();
  await expectAccessible(phone);
});

test('in forced colours one sees where one is', async () => {
  const forced = await openPageAs(browser, at, 'dan', { forcedColors: 'active' });
  await forced.goto(`${at.url}/month`);
  const link = forced.getByRole('navigation').getByRole('link', { name: 'Month' }).first();
  await link.waitFor();
  expect(await link.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  await expectAccessibleNow(forced);
  await keepPicture(forced, 'forced-colors');
  await forced.context().close();
});

test('axe finds nothing wrong on the sign-in page', async () => {
  const other = await openPage(browser);
  await other.goto(`${at.url}/sign-in`);
  await other.getByLabel('E-mail').waitFor();
  await expectAccessible(other);
  await other.context().close();
});
