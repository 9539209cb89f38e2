import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, openPageAs } from '../sign-in.ts';

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

interface Connection {
  readonly url: string;
  readonly expires: string | null;
  readonly workItems: number;
}
const connection = () => askRest<Connection | null>(at, 'GET', '/connection');
const show = async () => {
  await page.goto(`${at.url}/settings/connection`);
  await page.locator('#content h2').first().waitFor();
  await page.locator('[aria-busy]').waitFor({ state: 'detached' });
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('the connection to Azure DevOps', () => {
  test('the kept connection is tried, and one sees whose token it is', async () => {
    await show();
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByText(/^It works with .* The token belongs to \S+/).waitFor();
    const items = await page.getByText('Work items', { exact: true }).locator('+ dd').textContent();
    expect(Number(items?.replaceAll(/\D/g, ''))).toBe((await connection())?.workItems);
  });

  test('by keyboard alone: the last day of the token is noted, warns, and is undone', async () => {
    await show();
    const day = page.getByLabel('Last day of the token').first();
    await day.fill(inDays(20));
    await day.press('Enter');
    await page.getByText(/^It ends in (19|20) days/).waitFor();
    await expect.poll(async () => (await connection())?.expires).toBe(inDays(20));
    await page.keyboard.press('Control+z');
    await page.getByText('Nobody is warned before it ends.').waitFor();
    await expect.poll(async () => (await connection())?.expires).toBeNull();
    await day.fill(inDays(-3));
    await day.press('Enter');
    await page.getByText(/^It ended on .* Enter a new token below/).waitFor();
  });

  test('what cannot be an address is refused beside the field, a wrong token by Azure DevOps', async () => {
    await show();
    const [address, token] = [
      page.getByLabel('Organization address'),
      page.getByLabel('Personal access token'),
    ];
    const connect = page.getByRole('button', { name: 'Connect', exact: true });
    const url = await address.inputValue();
    await address.fill('contoso');
    await page.getByText(/^Begin with https/).waitFor();
    await token.fill('wrong');
    expect(await connect.isDisabled()).toBe(true);
    await address.fill(url);
    await page.getByRole('button', { name: 'Test without connecting' }).click();
    await page.getByText(/^It does not work: .*does not accept/).waitFor();
    await connect.click();
    await page
      .getByRole('alert')
      .getByText(/does not accept this personal access token/)
      .waitFor();
    expect(await token.inputValue()).toBe('wrong');
    expect((await connection())?.url).toBe(url);
  });

  test('disconnected and connected again, one watches how everything is read', async () => {
    await show();
    const url = await page.getByLabel('Organization address').inputValue();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('Not connected. Time can be tracked with a comment only.').waitFor();
    await page.getByLabel('Organization address').fill(url);
    await page.getByLabel('Personal access token').fill('simulator');
    await page.getByLabel('Personal access token').press('Enter');
    await page.getByText('Connected', { exact: true }).first().waitFor();
    expect((await connection())?.url).toBe(url);
  });

  test('axe finds nothing wrong', async () => {
    await show();
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByText(/^It works/).waitFor();
    await expectAccessible(page, 'settings-connection');
  });
});
