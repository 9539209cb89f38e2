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

interface Automation {
  readonly reducesRemainingWork: boolean;
  readonly setsCompletedWork: boolean;
  readonly estimateField: string | null;
  readonly recompute: { readonly workItems: number; readonly left: number } | null;
}
const atlas = () => askRest<Automation>(at, 'GET', '/workItemAutomation/Atlas');
const panel = () => page.getByRole('region', { name: 'Atlas' });
const show = async () => {
  await page.goto(`${at.url}/settings/automation`);
  await panel().waitFor();
};

/** Hours that a field of a work item holds in Azure DevOps. */
async function hoursThere(id: number): Promise<number | undefined> {
  const { url } = await askRest<{ url: string }>(at, 'GET', '/connection');
  const authorization = `Basic ${Buffer.from('PAT:simulator').toString('base64')}`;
  const answer = await fetch(`${url}/_apis/wit/workItems/${id}?api-version=7.1`, {
    headers: { authorization },
  });
  const { fields } = (await answer.json()) as { fields: Record<string, number> };
  return fields['Microsoft.VSTS.Scheduling.CompletedWork'];
}

async function bookedOn(id: number): Promise<number> {
  const answer = await fetch(
    `${at.url}/api/odata/v3.2/workLogsOnly?$filter=WorkItemId eq ${id}&$select=PeriodLength`,
    { headers: { authorization: `Bearer ${at.token}` } },
  );
  const { value } = (await answer.json()) as { value: { PeriodLength: number }[] };
  return value.reduce((sum, each) => sum + each.PeriodLength, 0);
}

describe('work item automation', () => {
  test('a switch works at once and is undone by the keyboard', async () => {
    await show();
    await panel().getByRole('switch', { name: 'Reduce Remaining Work' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await atlas()).reducesRemainingWork).toBe(true);
    await page.getByText('The automation of Atlas is changed').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await atlas()).reducesRemainingWork).toBe(false);
  });

  test('the past is recomputed, and Azure DevOps shows the exact sum', async () => {
    await show();
    const recompute = panel().getByRole('button', { name: 'Recompute the past' });
    expect(await recompute.isDisabled()).toBe(true);
    await panel().getByRole('switch', { name: 'Set Completed Work' }).click();
    await recompute.click();
    await panel()
      .getByText('Past recomputed', { exact: true })
      .locator('+ dd', { hasText: /\d work items$/ })
      .waitFor({ timeout: 60_000 });
    expect((await atlas()).recompute).toMatchObject({ left: 0 });
    const booked = await bookedOn(1001);
    expect(booked).toBeGreaterThan(0);
    expect(await hoursThere(1001)).toBe(booked / 3600);
  });

  test('one sees which work items were written, and which were skipped', async () => {
    await show();
    await panel().getByRole('button', { name: 'Show work items' }).click();
    const dialog = page.getByRole('dialog', { name: 'Work items of Atlas' });
    await dialog.getByLabel('State').selectOption('Skipped');
    await dialog.getByText('Its type has no such field').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('what can be no field is refused beside it and not sent; a good one is kept', async () => {
    await show();
    const field = panel().getByRole('combobox', { name: 'Estimate field for Pace' });
    await field.fill('Story Points');
    await panel()
      .getByText(/^Write a reference name such as/)
      .waitFor();
    await field.press('Enter');
    expect((await atlas()).estimateField).toBeNull();
    await field.fill('Microsoft.VSTS.Scheduling.RemainingWork');
    await field.press('Enter');
    await expect
      .poll(async () => (await atlas()).estimateField)
      .toBe('Microsoft.VSTS.Scheduling.RemainingWork');
  });

  test('axe finds nothing wrong', async () => {
    await show();
    await expectAccessible(page, 'settings-automation');
  });
});
