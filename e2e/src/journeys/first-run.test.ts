import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '@stint/azure-devops-simulator';
import { readEnvironment } from '@stint/server/environment';
import { serve } from '@stint/server/serve';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, openPage } from '../browser.ts';
import { PASSWORD } from '../sign-in.ts';

let data: string;
let serving: Awaited<ReturnType<typeof serve>>;
let simulator: Simulator;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'stint-first-run-'));
  const empty = { STINT_PORT: '0', STINT_DATA: data, STINT_DEMO: '0', STINT_LOG: 'error' };
  [serving, simulator, browser] = await Promise.all([
    serve(readEnvironment(empty)),
    startSimulator({ workItems: 40, seed: 1, pat: 'simulator', port: 0 }),
    openBrowser(),
  ]);
  page = await openPage(browser);
  const { pathname, hash } = new URL(serving.signInLink ?? '');
  await page.goto(`${serving.address}${pathname}${hash}`);
  await page.locator('input[autocomplete="new-password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
});
afterAll(async () => {
  await browser.close();
  await Promise.all([serving.close(), simulator.stop()]);
  await rm(data, { recursive: true, force: true });
});

const progress = (done: number) =>
  page.getByRole('heading', { name: `Set Stint up · ${done} of 3 done` }).waitFor();

test('a new administrator is shown what to do first', async () => {
  await progress(0);
  await page.getByText('npm start -- --port 7080 --data .stint-demo').waitFor();
  await expectAccessible(page, 'first-run');
});

test('by keyboard alone: connects Azure DevOps, and is led on', async () => {
  await page.getByRole('button', { name: 'Connect', exact: true }).press('Enter');
  await page.getByLabel('Organization address').fill(simulator.url);
  await page.getByLabel('Personal access token').fill('simulator');
  await page.keyboard.press('Enter');
  await page.getByText('Connected', { exact: true }).first().waitFor();
  await page.getByRole('link', { name: 'Day' }).press('Enter');
  await progress(1);
});

test('invites somebody, and tracks for the first time', async () => {
  await page.goto(serving.address);
  await page.getByRole('listitem').getByRole('button', { name: 'Add people' }).click();
  await page.getByRole('navigation', { name: 'Settings' }).waitFor();
  await page.getByRole('button', { name: 'Add people' }).click();
  await page.getByLabel('One person a line').fill('Gus Gray <gus@contoso.test>');
  await page.getByRole('button', { name: 'Add 1 person' }).click();
  await page.getByText('1 person added').waitFor();
  await page.goto(serving.address);
  await progress(2);
  await page.getByRole('button', { name: 'Go to the bar' }).click();
  await page.keyboard.type('Setting up');
  await page.keyboard.press('Enter');
  await progress(3);
  await page.getByText('You are set.').waitFor();
  expect(await page.getByRole('img', { name: 'Done' }).count()).toBe(3);
});

test('put away, the steps come back by undo and stay away otherwise', async () => {
  await page.getByRole('button', { name: 'Do not show again' }).click();
  await page.getByRole('heading', { name: /^Set Stint up/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await progress(3);
  await page.reload();
  await page.locator('#content h1').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('heading', { name: /^Set Stint up/ }).count()).toBe(0);
});
