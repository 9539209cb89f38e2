import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;
let cleosToken: string;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'admin');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const show = async (on: Page) => {
  await on.goto(`${at.url}/settings/reporting-api`);
  await on.getByLabel('Find a call').waitFor();
};
const isAccepted = async (token: string) => {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${at.url}/api/rest/me?api-version=3.2`, { headers })).status;
};

test('by keyboard alone: somebody makes a token, which is shown once and works', async () => {
  const cleo = await openPageAs(browser, at, 'cleo');
  await show(cleo);
  await cleo.getByLabel('Token name').fill('Nightly');
  await cleo.keyboard.press('Enter');
  cleosToken = (await cleo.getByRole('status').locator('code').textContent()) ?? '';
  expect(await isAccepted(cleosToken)).toBe(200);
  expect(await cleo.getByRole('heading', { name: 'Tokens of everyone' }).count()).toBe(0);
  await cleo.context().close();
});

test('an administrator sees whose tokens there are, and ends one at once', async () => {
  await show(page);
  const table = page.getByRole('table', { name: 'Tokens of everyone' });
  await table.getByRole('row', { name: /^Cleo .*Nightly/ }).waitFor();
  const all = await askRest<unknown[]>(at, 'GET', '/tokens?$all=true');
  const own = await askRest<unknown[]>(at, 'GET', '/tokens');
  expect(await table.getByRole('row').count()).toBe(1 + all.length - own.length);
  await table.getByRole('button', { name: /^Revoke Nightly of Cleo/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('The token is revoked').waitFor();
  await expect.poll(() => isAccepted(cleosToken)).toBe(401);
  await page.getByText('Nobody else has a token.').waitFor();
});

test('a call of the reference is tried as oneself, and bad input is answered beside it', async () => {
  await show(page);
  await page.getByLabel('Find a call').fill('no such call');
  await page.getByText('No call fits.').waitFor();
  await page.getByLabel('Find a call').fill('getUser');
  const call = page.locator('details').filter({ hasText: '/api/rest/users/{id}' }).first();
  await call.locator('summary').first().click();
  await call.getByLabel('id', { exact: false }).first().fill('nobody');
  await call.getByRole('button', { name: 'Try it' }).click();
  await call
    .getByRole('region', { name: 'Answer' })
    .getByText(/^4\d\d /)
    .waitFor();
});

test('axe finds nothing wrong', async () => {
  await show(page);
  await page.getByLabel('Find a call').fill('getUser');
  await expectAccessible(page, 'settings-api');
});
