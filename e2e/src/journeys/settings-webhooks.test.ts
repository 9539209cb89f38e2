import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;
let receiver: Server;
let address: string;
let status = 204;
const heard: string[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    heard.push(String(request.headers['webhook-id'] ?? ''));
    request.resume();
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  [at, browser] = await Promise.all([
    startInstallation({ STINT_WEBHOOK_PRIVATE_ADDRESSES: '1' }),
    openBrowser(),
  ]);
  page = await openPageAs(browser, at, 'admin');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
  receiver.close();
});

interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: string[];
  readonly isEnabled: boolean;
}
const webhooks = () => askRest<Webhook[]>(at, 'GET', '/webhooks');
const show = async () => {
  await page.goto(`${at.url}/settings/webhooks`);
  await page.locator('#content h2').first().waitFor();
  await page.locator('[aria-busy]').waitFor({ state: 'detached' });
};
const openMenu = (item: string) =>
  page
    .getByRole('button', { name: 'More about Chat' })
    .click()
    .then(() => page.getByRole('menuitem', { name: item }).click());

test('bad addresses are refused beside the field; what was typed outlives a reload', async () => {
  await show();
  await page.getByText('No webhooks yet').waitFor();
  await page.getByRole('button', { name: 'Add webhook' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add webhook' });
  await dialog.getByLabel('Address').fill('hooks.example.com');
  await dialog.getByText(/^Write an address such as/).waitFor();
  await dialog.getByLabel('Name', { exact: true }).fill('Chat');
  await dialog.getByRole('radio', { name: 'Only these events' }).check();
  await dialog.getByText('Choose at least one event.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Add webhook' }).isDisabled()).toBe(true);
  await page.reload();
  await page.getByRole('button', { name: 'Add webhook' }).click();
  expect(await dialog.getByLabel('Name', { exact: true }).inputValue()).toBe('Chat');
});

test('by keyboard alone: one is made, and its secret is shown this one time', async () => {
  const dialog = page.getByRole('dialog', { name: 'Add webhook' });
  await dialog.getByLabel('Address').fill(address);
  await dialog.getByRole('checkbox', { name: 'All of activityType' }).press('Space');
  await dialog.getByRole('checkbox', { name: 'settings.changed' }).press('Space');
  await dialog.getByLabel('Address').press('Enter');
  await page
    .getByRole('dialog', { name: 'The signing secret' })
    .getByText(/^whsec_/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByText(/^whsec_/).waitFor({ state: 'detached' });
  const [made] = await webhooks();
  expect(made).toMatchObject({ url: address, description: 'Chat' });
  expect(made?.events.toSorted()).toEqual(['activityType.*', 'settings.*']);
});

test('a test tells how it went', async () => {
  await show();
  await page.getByRole('button', { name: 'Test Chat' }).click();
  await page.getByText('The test arrived (status 204).').waitFor();
  status = 500;
  await page.getByRole('button', { name: 'Test Chat' }).click();
  await page.getByText(/^The test did not arrive: /).waitFor();
  status = 204;
});

test('the log shows what was delivered, and sends it again with the same id', async () => {
  heard.length = 0;
  await askRest(at, 'PATCH', '/settings', { noOverlap: true });
  await page.getByRole('button', { name: 'Deliveries to Chat' }).click();
  const log = page.getByRole('dialog', { name: 'Deliveries to Chat' });
  await log.getByText('Delivered', { exact: true }).last().waitFor();
  await expect.poll(() => heard.length).toBe(1);
  await log.getByRole('button', { name: 'Send settings.changed again' }).click();
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[1]).toBe(heard[0]);
  await log.getByLabel('State').selectOption('Given up');
  await log.getByText('Nothing was sent').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('it is switched off and on again by undo, edited, and gets a new secret', async () => {
  await show();
  await page.getByRole('switch', { name: 'Chat is on' }).click();
  await expect.poll(async () => (await webhooks())[0]?.isEnabled).toBe(false);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await webhooks())[0]?.isEnabled).toBe(true);
  await openMenu('Edit…');
  const dialog = page.getByRole('dialog', { name: 'Edit webhook' });
  await dialog.getByRole('checkbox', { name: 'All of settings' }).waitFor();
  await askRest(at, 'PATCH', `/webhooks/${(await webhooks())[0]?.id}`, { description: 'Chat' });
  await dialog.getByRole('radio', { name: /^Everything/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await openMenu('Edit…');
  await dialog.getByRole('radio', { name: /^Everything/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The webhook is saved').waitFor();
  expect((await webhooks())[0]?.events).toEqual([]);
  await openMenu('New secret…');
  await page.getByRole('button', { name: 'Make new secret' }).click();
  await page.getByText(/^whsec_/).waitFor();
  await page.getByRole('button', { name: 'I have copied it' }).click();
});

test('axe finds nothing wrong', async () => {
  await show();
  await expectAccessible(page, 'settings-webhooks');
  await openMenu('Edit…');
  await page.getByRole('radio', { name: 'Only these events' }).check();
  await page.getByRole('checkbox', { name: 'All of worklog' }).waitFor();
  await expectAccessible(page, 'settings-webhooks-edit');
  await page.keyboard.press('Escape');
});

test('deleted, it is told nothing any more', async () => {
  await show();
  await openMenu('Delete…');
  await page.getByRole('button', { name: 'Delete webhook' }).click();
  await page.getByText('No webhooks yet').waitFor();
  expect(await webhooks()).toEqual([]);
});
