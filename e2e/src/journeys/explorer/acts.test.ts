import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, keepPicture, openBrowser } from '../../browser.ts';
import { type Installation, startInstallation } from '../../installation.ts';
import { askRest, openPageAs } from '../../sign-in.ts';
import { type Explorer, explorerOn, LAST_MONTH, lastMonth, view } from './explorer-on.ts';

let at: Installation;
let browser: Browser;
/** The administrator, who may change everybody’s time. */
let page: Page;
let on: Explorer;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'admin', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  on = explorerOn(at, page);
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

describe('acts on many', () => {
  /** Selects the first lines of a fresh view, by Ctrl and click; gives their ids, as the API knows them. */
  async function selectFirst(count: number): Promise<string[]> {
    await on.open();
    const rows = await on.rowsOf<{ Id: string }>(
      `workLogsWorkItems?$select=Id&$filter=${encodeURIComponent(lastMonth())}&$orderby=Timestamp desc,Id&$top=${count}`,
    );
    await on.line(0).click();
    for (let index = 1; index < count; index += 1)
      await on.line(index).click({ modifiers: ['ControlOrMeta'] });
    await on.selection().getByText(`${count} selected`).waitFor();
    return rows.map(({ Id }) => Id);
  }
  interface Facts {
    readonly activityType: { readonly name: string };
    readonly billableLength: number | null;
    readonly length: number;
  }
  const factsOf = async (ids: readonly string[]) => {
    const found: string[] = [];
    for (const id of ids) {
      const { activityType, billableLength } = await askRest<Facts>(at, 'GET', `/workLogs/${id}`);
      found.push(`${activityType.name} ${billableLength}`);
    }
    return found;
  };

  test('activity type, billable and budget are set at once, each with its undo', async () => {
    // Weeks that are approved would refuse.
    await askRest(at, 'PATCH', '/settings', { approvalsEnabled: false });
    const ids = await selectFirst(3);
    const before = await factsOf(ids);
    await on.selection().getByRole('button', { name: 'Activity' }).click();
    await page.getByRole('menu').getByRole('menuitem').nth(1).click();
    await page.getByText('3 worklogs changed').waitFor();
    const changed = await factsOf(ids);
    expect(new Set(changed.map((each) => each.split(' ')[0])).size).toBe(1);
    await on.undo();
    await page.getByText('3 worklogs are as before').waitFor();
    expect(await factsOf(ids)).toEqual(before);
    await on.selection().getByRole('button', { name: 'Billable' }).click();
    await page.getByRole('menuitem', { name: 'Not billable' }).click();
    await page.getByText('3 worklogs changed').last().waitFor();
    const billable = async () => (await factsOf(ids)).map((each) => Number(each.split(' ').at(-1)) || 0);
    await expect.poll(billable).toEqual([0, 0, 0]);
    await on.undo();
    await expect.poll(billable).toEqual(before.map((each) => Number(each.split(' ').at(-1)) || 0));
    await on.selection().getByRole('button', { name: 'Budget' }).click();
    const menu = page.getByRole('menu');
    const budget = (await menu.getByRole('menuitem').first().innerText()).trim();
    await menu.getByRole('menuitem').first().click();
    const budgetsOf = async () =>
      (
        await on.rowsOf<{ Budget: { BudgetName: string } | null }>(
          `workLogsWorkItems?$select=Budget/BudgetName&$filter=Id in (${ids.join(',')})`,
        )
      ).map(({ Budget }) => Budget?.BudgetName ?? '');
    await expect.poll(budgetsOf).toEqual([budget, budget, budget]);
    await on.undo();
    await expect.poll(async () => (await budgetsOf()).every((each) => each === budget)).toBe(false);
  });

  test('what is deleted leaves the sums, and comes back', async () => {
    const { Count } = await on.sumsOf(lastMonth());
    await selectFirst(2);
    await expectAccessible(page);
    await on.selection().getByRole('button', { name: 'Delete' }).click();
    await page.getByText('2 worklogs deleted').waitFor();
    expect((await on.sumsOf(lastMonth())).Count).toBe(Count - 2);
    await on.expectSums(lastMonth());
    await on.undo();
    await page.getByText('2 worklogs are back').waitFor();
    await on.expectSums(lastMonth());
    expect((await on.sumsOf(lastMonth())).Count).toBe(Count);
    await askRest(at, 'PATCH', '/settings', { approvalsEnabled: true });
  });

  test('what is refused stays, with the reason, and can be selected alone', async () => {
    const cleo = await openPageAs(browser, at, 'cleo');
    await cleo.goto(`${at.url}${view(LAST_MONTH)}`);
    await cleo.locator('#line-0').waitFor();
    expect(await cleo.getByRole('columnheader', { name: 'Billable' }).count()).toBe(0);
    await expect.poll(() => cleo.locator('#line-0').innerText()).toContain('Cleo Winter');
    await cleo.getByRole('grid').focus();
    await cleo.keyboard.press('Control+a');
    await cleo.getByText(/\d+ selected/).waitFor();
    await cleo.keyboard.press('Delete');
    const dialog = cleo.getByRole('dialog', { name: /stayed as/ });
    await dialog.waitFor({ timeout: 40_000 });
    await dialog
      .getByText(/locked|Approved|Submitted/i)
      .first()
      .waitFor();
    const refused = Number.parseInt(await dialog.getByRole('heading').innerText(), 10);
    await expectAccessible(cleo);
    await dialog.getByRole('button', { name: 'Select only these' }).click();
    await cleo.getByText(`${refused} selected`).waitFor();
    const back = cleo.getByRole('button', { name: 'Undo' });
    if ((await back.count()) > 0) {
      await back.last().click();
      // What comes back later would change lines that other tests look at.
      await cleo.getByText(/worklogs? (is|are) back/).waitFor({ timeout: 40_000 });
    }
    await cleo.context().close();
  });
});

test('by keyboard alone: through the grid, select, edit, delete and undo, titles', async () => {
  await askRest(at, 'PATCH', '/settings', { approvalsEnabled: false });
  await page.goto(at.url);
  await page.locator('#content h1').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await on.line(0).waitFor();
  await page.getByRole('searchbox').focus();
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'grid')) break;
  }
  const active = () => on.grid().getAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(active).toBe('line-1');
  await page.keyboard.press('Space');
  await on.selection().getByText('1 selected').waitFor();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await on.selection().getByText('3 selected').waitFor();
  await page.keyboard.press('Control+a');
  const all = Number.parseInt((await on.selection().innerText()).replaceAll(',', ''), 10);
  await expect
    .poll(async () => Number.parseInt((await on.selection().innerText()).replaceAll(',', ''), 10))
    .toBeGreaterThan(3);
  expect(all).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await on.selection().waitFor({ state: 'hidden' });
  await page.keyboard.press('End');
  await expect.poll(async () => Number((await active())?.slice(5))).toBeGreaterThan(50);
  await page.keyboard.press('Home');
  await expect.poll(active).toBe('line-0');
  await expect.poll(() => on.line(0).innerText()).toMatch(/\d/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Edit time' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await on.grid().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Delete');
  await page.getByText('1 worklog deleted').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().focus();
  await page.keyboard.press('Enter');
  await page.getByText('1 worklog is back').waitFor();
  const length = page.getByRole('columnheader', { name: /^Length/ });
  await length.getByRole('button').focus();
  const widthBefore = (await length.boundingBox())?.width ?? 0;
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await length.boundingBox())?.width ?? 0).toBeGreaterThan(widthBefore);
  await page.keyboard.press('Enter');
  await expect.poll(() => length.getAttribute('aria-sort')).not.toBe('none');
  await askRest(at, 'PATCH', '/settings', { approvalsEnabled: true });
});

test('a line whose worklog is still being fetched is selected as well', async () => {
  const isWindow = (address: URL) =>
    address.pathname.includes('workLogsWorkItems') && address.href.includes('Comment');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(isWindow, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${at.url}${view(LAST_MONTH)}`);
  await page.locator('#line-0[aria-busy]').click();
  await on.selection().getByText('1 selected').waitFor();
  await on.grid().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await on.selection().getByText('2 selected').waitFor();
  expect(await page.locator('#line-1').getAttribute('aria-busy')).toBe('true');
  release();
  await expect.poll(() => on.line(0).getAttribute('aria-selected')).toBe('true');
  await page.unroute(isWindow);
});

describe('rows of a spreadsheet', () => {
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const rows = [
    'Date\tLength\tWork item\tComment',
    `${day}\t1:30\t1001\tPasted one`,
    `${day}\tsoon\t1001\tPasted two`,
    `${day}\t0,5\t\tPasted three`,
    'never\t1\t1001\tPasted four',
  ];
  const booked = async () =>
    (
      await on.rowsOf<{ PeriodLength: number }>(
        "workLogsWorkItems?$select=PeriodLength&$filter=startswith(Comment,'Pasted')&$orderby=PeriodLength",
      )
    ).map(({ PeriodLength }) => PeriodLength);

  test('are shown as they are understood, what is wrong first; good ones are booked, which is undone', async () => {
    await on.open();
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows.join('\n'));
    await on.grid().focus();
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', {
      name: 'Paste from a spreadsheet',
    });
    await dialog.getByText('2 of 4 rows can be booked').waitFor();
    await dialog.getByText('“soon” is not a length').waitFor();
    await dialog.getByText('“never” is not a date').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'explorer-paste');
    await dialog.getByRole('button', { name: 'Book 2 rows' }).click();
    await page.getByText('2 worklogs booked').waitFor();
    expect(await booked()).toEqual([1800, 5400]);
    await on.undo();
    await expect.poll(booked).toEqual([]);
  });

  test('by keyboard: pasted into the field, kept over a reload, refused by the server with its reason', async () => {
    await on.open();
    await page.getByRole('button', { name: 'Paste rows' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', {
      name: 'Paste from a spreadsheet',
    });
    await dialog.waitFor();
    await page.keyboard.insertText(`${day}\t1:00\tPasted late\n2999-01-01\t2:00\tPasted ahead`);
    await dialog.getByText('1 of 2 rows can be booked').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Paste rows' }).click();
    await expect.poll(() => dialog.getByLabel('Rows').inputValue()).toContain('Pasted ahead');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await booked()).toEqual([]);
  });
});
