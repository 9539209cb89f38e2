import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { expectAccessible, keepPicture, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs } from '../sign-in.ts';

vi.setConfig({ testTimeout: 60_000 });

let at: Installation;
let browser: Browser;
/** The administrator, who may change everybody’s time. */
let page: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'admin', { permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

interface Sums {
  readonly Seconds: number | null;
  readonly Billable: number | null;
  readonly Count: number;
}

/** Asks the reporting service as the first administrator. */
async function rowsOf<Row>(query: string): Promise<Row[]> {
  const answer = await fetch(`${at.url}/api/odata/v3.2/${query}`, {
    headers: { authorization: `Bearer ${at.token}`, prefer: 'odata.maxpagesize=10000' },
  });
  return ((await answer.json()) as { value: Row[] }).value;
}

async function sumsOf(condition: string): Promise<Sums> {
  const sums =
    'aggregate(PeriodLength with sum as Seconds,BillablePeriodLength with sum as Billable,$count as Count)';
  const [found] = await rowsOf<Sums>(
    `workLogsWorkItems?$apply=filter(${encodeURIComponent(condition)})/${sums}`,
  );
  if (!found) throw new Error('the reporting service gave no sums');
  return found;
}

/** The condition of the days of the month before this one, by the clock of the browser. */
function lastMonth(): string {
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Berlin' });
  const [year = 0, month = 0] = today.split('-').map(Number);
  const first = (months: number) =>
    new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return `Timestamp ge ${first(-1)}T00:00:00Z and Timestamp lt ${first(0)}T00:00:00Z`;
}

const minutes = (seconds: number | null) => Math.ceil((seconds ?? 0) / 60);
const read = (text: string) => {
  const [hours = '0', rest = '0'] = text.trim().split(':');
  return Number(hours) * 60 + Number(rest);
};
const grid = () => page.getByRole('grid').or(page.getByRole('treegrid'));
const line = (index: number) => page.locator(`#line-${index}`);
const selection = () => page.getByRole('toolbar', { name: 'What is selected' });
const sums = () => page.getByRole('group', { name: 'Sums' });
const view = (filters: object, more: object = {}) =>
  `/explorer?view=${encodeURIComponent(
    JSON.stringify({
      columns: [
        'Timestamp',
        'User/Name',
        'WorkItem/System_Title',
        'ActivityType/Name',
        'Comment',
        'PeriodLength',
      ].map((field) => ({ field, width: 120 })),
      sort: [{ field: 'Timestamp', isDescending: true }],
      groupBy: [],
      filters,
      ...more,
    }),
  )}`;
const LAST_MONTH = { timeframe: { filterType: 'LastMonth' } };

async function open(path = view(LAST_MONTH)) {
  await page.goto(`${at.url}${path}`);
  await line(0).waitFor();
  await page.locator('[aria-busy]').first().waitFor({ state: 'detached' });
}

/** What the sums above the grid say: how many worklogs, and minutes. */
async function shownSums(): Promise<readonly [count: number, total: number, billable: number]> {
  const count = Number.parseInt((await sums().innerText()).replace(/[^\d].*$/s, ''), 10);
  const of = async (name: string) => read(await sums().locator(`[data-sum="${name}"]`).innerText());
  return [count, await of('seconds'), await of('billable')];
}

const expectSums = async (condition: string) => {
  const { Count, Seconds, Billable } = await sumsOf(condition);
  await expect
    .poll(async () => (await sums().innerText()).replace(/[,  ]/g, ''))
    .toContain(`${Count}worklog`);
  const [, total, billable] = await shownSums();
  expect([total, billable]).toEqual([minutes(Seconds), minutes(Billable)]);
};

async function choose(button: string | RegExp, item: string) {
  await page.getByRole('button', { name: button }).first().click();
  const menu = page.getByRole('menu');
  await menu.getByText(item, { exact: true }).click();
  if (await menu.isVisible()) await page.keyboard.press('Escape');
}

async function undo() {
  await page.getByRole('button', { name: 'Undo' }).last().click();
}

async function download(name: 'CSV file' | 'Excel file'): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name }).click(),
  ]);
  return readFile(await file.path());
}

describe('by mouse', () => {
  test('time, person and words narrow the worklogs; their sums and files are those of the API', async () => {
    await page.goto(at.url);
    await page.getByRole('navigation').getByRole('link', { name: 'Explorer' }).first().click();
    await line(0).waitFor();
    await choose('Last 30 days', 'Last month');
    await expectSums(lastMonth());
    await keepPicture(page, 'explorer');
    await choose(/^Person/, 'Cleo Winter');
    const cleo = await idOf(at, 'cleo');
    const condition = `${lastMonth()} and UserId eq ${cleo}`;
    await expectSums(condition);
    const csv = (await download('CSV file')).toString('utf8').trim().split('\r\n');
    expect(csv.length - 1).toBe((await sumsOf(condition)).Count);
    expect((await download('Excel file')).subarray(0, 2).toString()).toBe('PK');
    const [word = ''] = (await line(0).innerText()).match(/\d{4,}/) ?? [];
    await page.getByRole('searchbox').fill(`#${word}`);
    await expectSums(`${condition} and WorkItemId eq ${word}`);
    await page.getByRole('searchbox').fill('there is no such worklog');
    await page.getByText('No worklogs here').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expectSums(lastMonth());
  });

  test('titles sort, by several columns too; groups add up, open, and are selected whole', async () => {
    await open();
    await page
      .getByRole('columnheader', { name: /^Length/ })
      .getByRole('button')
      .click();
    const sortOf = (name: RegExp) => page.getByRole('columnheader', { name }).getAttribute('aria-sort');
    await expect.poll(() => sortOf(/^Length/)).not.toBe('none');
    await page
      .getByRole('columnheader', { name: /^Person/ })
      .getByRole('button')
      .click({ modifiers: ['Shift'] });
    await expect.poll(() => sortOf(/^Person/)).not.toBe('none');
    expect(await sortOf(/^Length/)).not.toBe('none');
    await choose('Group', 'Person');
    await page.getByRole('treegrid').waitFor();
    const wanted = await rowsOf<{ User: { Name: string }; Seconds: number; Count: number }>(
      `workLogsWorkItems?$apply=filter(${encodeURIComponent(lastMonth())})/groupby((UserId,User/Name),aggregate(PeriodLength with sum as Seconds,$count as Count))`,
    );
    await expect.poll(() => page.locator('[data-group]').count()).toBe(wanted.length);
    for (const { User, Seconds } of wanted) {
      const group = page.locator('[data-group]').filter({ hasText: User.Name });
      expect(read(await group.locator('b').innerText())).toBe(minutes(Seconds));
    }
    const group = page.locator('[data-group]').first();
    await group.click();
    await expect.poll(() => group.getAttribute('aria-expanded')).toBe('true');
    await line(1).waitFor();
    await group.locator('[data-check]').click();
    const name = await group.innerText();
    const of = wanted.find(({ User }) => name.includes(User.Name));
    await selection().getByText(`${of?.Count} selected`).waitFor();
    await keepPicture(page, 'explorer-groups');
  });

  test('columns are chosen, moved, and come again with a reload', async () => {
    await open();
    await page.getByRole('button', { name: 'Columns' }).click();
    const panel = page.getByRole('dialog', { name: 'Columns' });
    await panel.getByRole('checkbox', { name: 'State' }).click();
    await panel.getByRole('button', { name: 'Move Person up' }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    const titles = async () =>
      (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()).filter(Boolean);
    await expect.poll(async () => (await titles())[0]).toMatch(/^Person/);
    expect(await titles()).toContain('State');
    await page.reload();
    await line(0).waitFor();
    expect((await titles())[0]).toMatch(/^Person/);
    expect(await titles()).toContain('State');
  });
});

describe('acts on many', () => {
  /** Selects the first lines of a fresh view, by Ctrl and click; gives their ids, as the API knows them. */
  async function selectFirst(count: number): Promise<string[]> {
    await open();
    const rows = await rowsOf<{ Id: string }>(
      `workLogsWorkItems?$select=Id&$filter=${encodeURIComponent(lastMonth())}&$orderby=Timestamp desc,Id&$top=${count}`,
    );
    await line(0).click();
    for (let index = 1; index < count; index += 1) await line(index).click({ modifiers: ['ControlOrMeta'] });
    await selection().getByText(`${count} selected`).waitFor();
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
    await selection().getByRole('button', { name: 'Activity' }).click();
    await page.getByRole('menu').getByRole('menuitem').nth(1).click();
    await page.getByText('3 worklogs changed').waitFor();
    const changed = await factsOf(ids);
    expect(new Set(changed.map((each) => each.split(' ')[0])).size).toBe(1);
    await undo();
    await page.getByText('3 worklogs are as before').waitFor();
    expect(await factsOf(ids)).toEqual(before);
    await selection().getByRole('button', { name: 'Billable' }).click();
    await page.getByRole('menuitem', { name: 'Not billable' }).click();
    await page.getByText('3 worklogs changed').last().waitFor();
    const billable = async () => (await factsOf(ids)).map((each) => Number(each.split(' ').at(-1)) || 0);
    await expect.poll(billable).toEqual([0, 0, 0]);
    await undo();
    await expect.poll(billable).toEqual(before.map((each) => Number(each.split(' ').at(-1)) || 0));
    await selection().getByRole('button', { name: 'Budget' }).click();
    const menu = page.getByRole('menu');
    const budget = (await menu.getByRole('menuitem').first().innerText()).trim();
    await menu.getByRole('menuitem').first().click();
    const budgetsOf = async () =>
      (
        await rowsOf<{ Budget: { BudgetName: string } | null }>(
          `workLogsWorkItems?$select=Budget/BudgetName&$filter=Id in (${ids.join(',')})`,
        )
      ).map(({ Budget }) => Budget?.BudgetName ?? '');
    await expect.poll(budgetsOf).toEqual([budget, budget, budget]);
    await undo();
    await expect.poll(async () => (await budgetsOf()).every((each) => each === budget)).toBe(false);
  });

  test('what is deleted leaves the sums, and comes back', async () => {
    const { Count } = await sumsOf(lastMonth());
    await selectFirst(2);
    await expectAccessible(page);
    await selection().getByRole('button', { name: 'Delete' }).click();
    await page.getByText('2 worklogs deleted').waitFor();
    expect((await sumsOf(lastMonth())).Count).toBe(Count - 2);
    await expectSums(lastMonth());
    await undo();
    await page.getByText('2 worklogs are back').waitFor();
    await expectSums(lastMonth());
    expect((await sumsOf(lastMonth())).Count).toBe(Count);
    await askRest(at, 'PATCH', '/settings', { approvalsEnabled: true });
  });

  test('what is refused stays, with the reason, and can be selected alone', async () => {
    const cleo = await openPageAs(browser, at, 'cleo');
    await cleo.goto(`${at.url}${view({ timeframe: { filterType: 'Last90Days' } })}`);
    await cleo.locator('#line-0').waitFor();
    expect(await cleo.getByRole('columnheader', { name: 'Billable' }).count()).toBe(0);
    expect(await cleo.locator('#line-0').innerText()).toContain('Cleo Winter');
    await cleo.getByRole('grid').focus();
    await cleo.keyboard.press('Control+a');
    await cleo.getByText(/\d+ selected/).waitFor();
    await cleo.keyboard.press('Delete');
    const dialog = cleo.getByRole('dialog', { name: /stayed as/ });
    await dialog.waitFor();
    await dialog
      .getByText(/locked|Approved|Submitted/i)
      .first()
      .waitFor();
    const refused = Number.parseInt(await dialog.getByRole('heading').innerText(), 10);
    await expectAccessible(cleo);
    await dialog.getByRole('button', { name: 'Select only these' }).click();
    await cleo.getByText(`${refused} selected`).waitFor();
    const back = cleo.getByRole('button', { name: 'Undo' });
    if ((await back.count()) > 0) await back.last().click();
    await cleo.context().close();
  });
});

test('by keyboard alone: through the grid, select, edit, delete and undo, titles', async () => {
  await askRest(at, 'PATCH', '/settings', { approvalsEnabled: false });
  await page.goto(at.url);
  await page.locator('#content h1').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await line(0).waitFor();
  await page.getByRole('searchbox').focus();
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'grid')) break;
  }
  const active = () => grid().getAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(active).toBe('line-1');
  await page.keyboard.press('Space');
  await selection().getByText('1 selected').waitFor();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await selection().getByText('3 selected').waitFor();
  await page.keyboard.press('Control+a');
  const all = Number.parseInt((await selection().innerText()).replaceAll(',', ''), 10);
  await expect
    .poll(async () => Number.parseInt((await selection().innerText()).replaceAll(',', ''), 10))
    .toBeGreaterThan(3);
  expect(all).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await selection().waitFor({ state: 'hidden' });
  await page.keyboard.press('End');
  await expect.poll(async () => Number((await active())?.slice(5))).toBeGreaterThan(50);
  await page.keyboard.press('Home');
  await expect.poll(active).toBe('line-0');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Edit time' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await grid().focus();
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

test('layouts are saved, opened first, changed, deleted and brought back', async () => {
  await open();
  await choose('Group', 'Project');
  await page.getByRole('treegrid').waitFor();
  await page.getByRole('button', { name: 'Layout' }).click();
  await page.getByRole('menuitem', { name: /^Save as new layout/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Save as new layout/ });
  await dialog.waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByText('Give it a name.').waitFor();
  await dialog.getByLabel('Name').fill('By project');
  await page.keyboard.press('Enter');
  await page.getByText('Layout “By project” saved').waitFor();
  await choose('By project', 'Open with “By project”');
  await expect
    .poll(
      async () => (await askRest<{ name: string; isDefault: boolean }[]>(at, 'GET', '/explorer/layouts'))[0],
    )
    .toMatchObject({ name: 'By project', isDefault: true });
  await page.goto(`${at.url}/explorer`);
  await page.getByRole('treegrid').waitFor();
  await choose(/^By Project|^By project/, 'Standard layout');
  await page.getByRole('grid').waitFor();
  await page.getByRole('button', { name: 'Layout' }).click();
  await page.getByRole('menuitemradio', { name: /^By project/ }).click();
  await page.getByRole('treegrid').waitFor();
  await choose('By project', 'Delete “By project”');
  await page.getByText('Layout “By project” deleted').waitFor();
  await undo();
  await expect
    .poll(async () =>
      (await askRest<{ name: string }[]>(at, 'GET', '/explorer/layouts')).map(({ name }) => name),
    )
    .toEqual(['By project']);
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
      await rowsOf<{ PeriodLength: number }>(
        "workLogsWorkItems?$select=PeriodLength&$filter=startswith(Comment,'Pasted')&$orderby=PeriodLength",
      )
    ).map(({ PeriodLength }) => PeriodLength);

  test('are shown as they are understood, what is wrong first; good ones are booked, which is undone', async () => {
    await open();
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows.join('\n'));
    await grid().focus();
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: 'Paste from a spreadsheet' });
    await dialog.getByText('2 of 4 rows can be booked').waitFor();
    await dialog.getByText('“soon” is not a length').waitFor();
    await dialog.getByText('“never” is not a date').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'explorer-paste');
    await dialog.getByRole('button', { name: 'Book 2 rows' }).click();
    await page.getByText('2 worklogs booked').waitFor();
    expect(await booked()).toEqual([1800, 5400]);
    await undo();
    await expect.poll(booked).toEqual([]);
  });

  test('by keyboard: pasted into the field, kept over a reload, refused by the server with its reason', async () => {
    await open();
    await page.getByRole('button', { name: 'Paste rows' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Paste from a spreadsheet' });
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

describe('bad input', () => {
  test('a view in the address that is none is as none', async () => {
    await open('/explorer?view=%7B%22columns%22:7%7D&layout=nobody');
    expect(await page.getByRole('columnheader').count()).toBeGreaterThan(5);
    await open('/explorer?view=nonsense');
  });

  test('days in the wrong order are told beside the field', async () => {
    await open();
    await page.getByRole('button', { name: 'Last month' }).click();
    await page.getByRole('menuitemradio', { name: 'Other days …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Other days …' });
    await dialog.getByLabel('Last day').fill('2020-01-01');
    await page.keyboard.press('Enter');
    await dialog.getByText('The last day is before the first.').waitFor();
    await page.keyboard.press('Escape');
  });

  test('where worklogs cannot be had it says so, and tries again', async () => {
    await page.route('**/api/odata/**', (route) =>
      route.fulfill({ status: 400, json: { error: { code: 'X', message: 'Not today.' } } }),
    );
    await page.goto(`${at.url}${view(LAST_MONTH)}`);
    await page.getByRole('alert').getByText('Not today.').waitFor();
    await expectAccessible(page);
    await page.unroute('**/api/odata/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await line(0).waitFor();
  });
});

test.each(['light', 'dark', 'contrast'])('axe finds nothing wrong in %s', async (theme) => {
  await page.evaluate((name) => localStorage.setItem('stint-theme', name), theme);
  await open(view(LAST_MONTH, { groupBy: ['User/Name'] }));
  await page.locator('[data-group]').first().click();
  await line(1).waitFor();
  await line(1).click();
  await selection().waitFor();
  await expectAccessible(page);
  await keepPicture(page, `explorer-${theme}`);
  await open();
  await expectAccessible(page);
});
