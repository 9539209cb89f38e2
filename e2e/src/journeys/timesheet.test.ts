import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, keepPicture, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;

interface Sheet {
  readonly from: string;
  readonly today: string;
  readonly length: number;
  readonly days: readonly { readonly date: string; readonly length: number }[];
  readonly rows: readonly {
    readonly workItem: { readonly id: number } | null;
    readonly entries: readonly {
      readonly comment: string;
      readonly length: number;
      readonly timestamp: string;
    }[];
  }[];
}

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'cleo', { permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const sheetOf = async (query = ''): Promise<Sheet> =>
  askRest(at, 'GET', `/timesheet?$userId=${await idOf(at, 'cleo')}${query}`);
const grid = () => page.getByRole('grid', { name: 'Timesheet' });
const row = (name: string | RegExp) =>
  grid()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
const cell = (name: string, day: number) => row(name).getByRole('gridcell').nth(day);
const seconds = (text: string) => {
  const [hours = '0', minutes = '0'] = text.replace('·', '0:00').split(':');
  return Number(hours) * 3600 + Number(minutes) * 60;
};
const focusedText = () => page.evaluate(() => document.activeElement?.textContent ?? '');

/** The lengths that entries with this comment have, by the API. */
async function lengthsOf(comment: string): Promise<number[]> {
  const { rows } = await sheetOf();
  return rows.flatMap(({ entries }) =>
    entries.filter((entry) => entry.comment === comment).map(({ length }) => length),
  );
}

async function open(path = '/timesheet') {
  await page.goto(`${at.url}${path}`);
  await grid().waitFor();
}

async function addRow(text: string) {
  await page.getByRole('combobox', { name: 'Add row' }).fill(text);
  await page.keyboard.press('Enter');
  await row(text).waitFor();
}

/** Which column of this week is today’s: time cannot be booked for every later day. */
async function todayColumn(): Promise<number> {
  const { days, today } = await sheetOf();
  return days.findIndex(({ date }) => date === today);
}

test('day totals are those of the API, also of an earlier week', async () => {
  const before = await sheetOf();
  const from = new Date(Date.parse(`${before.from}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);
  await open(`/timesheet?day=${from}`);
  const sheet = await sheetOf(`&$from=${from}`);
  const shown = await grid().locator('tfoot td').allInnerTexts();
  const expected = [...sheet.days.map(({ length }) => length), sheet.length];
  expect(shown.map(seconds)).toEqual(expected.map((length) => Math.ceil(length / 60) * 60));
  await keepPicture(page, 'timesheet');
});

test('by keyboard alone: a row, a length with its reading, on to the next, another length, none', async () => {
  await open();
  const today = await todayColumn();
  await addRow('Keyboard work');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('0');
  for (let step = 0; step < today; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('1h30m');
  await page.getByText('= 1:30 · 1.5 h').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => cell('Keyboard work', today).innerText()).toBe('1:30');
  await page.getByText('Saved just now').waitFor();
  expect(await lengthsOf('Keyboard work')).toEqual([5400]);
  await cell('Keyboard work', today).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('1,5');
  await page.keyboard.press('Escape');
  expect(await focusedText()).toBe('1:30');
  await page.keyboard.type('90m');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('0:45');
  await page.keyboard.press('Tab');
  await expect.poll(() => lengthsOf('Keyboard work')).toEqual([2700]);
  await cell('Keyboard work', today).focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => lengthsOf('Keyboard work')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('td[data-row]'))).toBeNull();
});

test('one goes on typing in a row that its time moves up; Ctrl+Z in the grid takes back what was cleared', async () => {
  const { from } = await sheetOf();
  const monday = new Date(Date.parse(`${from}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);
  const lengths = async (comment: string) => {
    const { rows } = await sheetOf(`&$from=${monday}`);
    const entries = rows.flatMap((each) => each.entries).filter((entry) => entry.comment === comment);
    return entries.map(({ length }) => length);
  };
  const places = () =>
    grid()
      .getByRole('rowheader', { name: /(Earlier|Later) work/ })
      .allInnerTexts();
  const order = async () => (await places()).map((name) => /Earlier|Later/.exec(name)?.[0]);
  await open(`/timesheet?day=${monday}`);
  await addRow('Later work');
  await cell('Later work', 4).focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await expect.poll(() => lengths('Later work')).toEqual([3600]);
  await addRow('Earlier work');
  await cell('Earlier work', 0).focus();
  expect(await order()).toEqual(['Later', 'Earlier']);
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  await expect.poll(order).toEqual(['Earlier', 'Later']);
  await page.keyboard.type('.5');
  await page.keyboard.press('Tab');
  await expect.poll(() => lengths('Earlier work')).toEqual([7200, 12_600]);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Delete');
  await expect.poll(() => lengths('Earlier work')).toEqual([7200]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => lengths('Earlier work')).toEqual([7200, 12_600]);
  expect(await lengths('Later work')).toEqual([3600]);
});

test('what cannot be read, or is refused, stays with its reason, also after a reload; then it is saved', async () => {
  await open('/timesheet?rows=');
  const today = await todayColumn();
  await addRow('Refused work');
  await cell('Refused work', today).dblclick();
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  await page.getByText('“soon” is not a duration').first().waitFor();
  await page.keyboard.press('Escape');
  await askRest(at, 'PATCH', '/settings', { workItemRequired: true });
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.getByText('1 cell is not saved').waitFor();
  await cell('Refused work', today).focus();
  await page.getByText(/requires a work item/).waitFor();
  await expectAccessible(page);
  expect(await cell('Refused work', today).innerText()).toMatch(/^2/);
  await page.reload();
  await page.getByText('1 cell is not saved').waitFor();
  expect(await cell('Refused work', today).innerText()).toMatch(/^2/);
  await askRest(at, 'PATCH', '/settings', { workItemRequired: false });
  await page.keyboard.press('Control+s');
  await page.getByText('Saved just now').waitFor();
  expect(await lengthsOf('Refused work')).toEqual([7200]);
});

test('what is being typed outlives a reload', async () => {
  await open();
  const today = await todayColumn();
  await addRow('Typed work');
  await cell('Typed work', today).click();
  await page.keyboard.type('0:2');
  await page.reload();
  await expect.poll(() => cell('Typed work', today).innerText()).toBe('0:2');
  await cell('Typed work', today).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect.poll(() => lengthsOf('Typed work')).toEqual([1200]);
});

test('several entries of a cell are listed, changed, added to and deleted, which is undone', async () => {
  const today = await todayColumn();
  const { today: date } = await sheetOf();
  const userId = await idOf(at, 'cleo');
  for (const [time, length] of [
    ['09:00', 3600],
    ['13:00', 1800],
  ])
    await askRest(at, 'POST', '/workLogs', {
      userId,
      timestamp: `${date}T${time}:00`,
      length,
      comment: 'Twice',
    });
  await open();
  await cell('Twice', today).focus();
  expect(await cell('Twice', today).innerText()).toMatch(/2\s*1:30/);
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: /^Entries: Twice/ });
  await list.waitFor();
  await expectAccessible(page);
  await page.keyboard.type('0:50');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await lengthsOf('Twice')).toSorted((a, b) => a - b)).toEqual([1800, 3000]);
  await list.getByLabel('Another entry').fill('10m');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await lengthsOf('Twice')).length).toBe(3);
  await list.getByRole('button', { name: 'Delete' }).last().click();
  await expect.poll(async () => (await lengthsOf('Twice')).length).toBe(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await lengthsOf('Twice')).length).toBe(3);
});

test('by mouse: ranges are copied and pasted, also from a spreadsheet, and cleared, which is undone', async () => {
  await open('/timesheet?rows=');
  const today = await todayColumn();
  const from = Math.max(0, today - 1);
  await addRow('Source');
  await addRow('Target');
  await page.evaluate(() => navigator.clipboard.writeText('1:15\t0:30'));
  await cell('Source', from).click();
  await page.keyboard.press('Control+v');
  const width = today - from + 1;
  await expect.poll(async () => (await lengthsOf('Source')).length).toBeGreaterThanOrEqual(width);
  await cell('Source', from).click();
  await cell('Source', today).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^1:15/);
  await cell('Target', from).click();
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await lengthsOf('Target')).length).toBe(width);
  await cell('Target', from).click();
  await cell('Target', today).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await lengthsOf('Target')).length).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await lengthsOf('Target')).length).toBe(width);
});

test('rows are those that the filters ask for, which stand in the address and come again', async () => {
  await open('/timesheet');
  await page.getByRole('button', { name: /^Rows:/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Mine only' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).toContain('mine');
  const sheet = await sheetOf('&$mine=true&$weeks=1');
  for (const { workItem } of sheet.rows.slice(0, 5))
    if (workItem)
      await row(new RegExp(`^${workItem.id}`))
        .last()
        .waitFor();
  await open('/timesheet');
  await page.getByRole('button', { name: 'Rows: 2 filters' }).waitFor();
});

test('last week is copied, which is undone', async () => {
  await open('/timesheet');
  const before = await sheetOf();
  await askRest(at, 'PATCH', '/settings', { futureDays: 14 });
  await page.getByRole('button', { name: 'Copy last week' }).click();
  await page.getByText(/of last week copied/).waitFor();
  expect((await sheetOf()).length).toBeGreaterThan(before.length);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await sheetOf()).length).toBe(before.length);
  await askRest(at, 'PATCH', '/settings', { futureDays: 1 });
});

test('a submitted week is locked, says so, and can be revoked', async () => {
  await open('/timesheet');
  await page.getByRole('button', { name: 'Submit week' }).click();
  await page.getByRole('button', { name: 'Revoke week' }).waitFor();
  const first = grid().getByRole('gridcell').and(page.locator('[data-row="0"][data-column="0"]'));
  await expect.poll(() => first.getAttribute('aria-readonly')).toBe('true');
  await first.focus();
  await page.keyboard.type('1');
  await page.getByText(/is locked: Submitted/).waitFor();
  await page.getByRole('button', { name: 'Revoke week' }).click();
  await page.getByRole('button', { name: 'Submit week' }).waitFor();
});

test('weeks and the goal: keys lead on, the total tells what is to be reached', async () => {
  await askRest(at, 'PATCH', '/settings', { reminderWeeklyLength: 144_000 });
  await open('/timesheet');
  await page.getByText('Total of 40:00').waitFor();
  const { from } = await sheetOf();
  await page.locator('td[data-row="0"][data-column="0"]').focus();
  await page.keyboard.press('PageUp');
  await expect.poll(() => page.url()).toContain('day=');
  await page.keyboard.press('PageDown');
  await expect.poll(() => page.url()).not.toContain(`day=${from.slice(0, 4)}-00`);
  await askRest(at, 'PATCH', '/settings', { reminderWeeklyLength: null });
});

test('axe finds nothing wrong, typing in a month', async () => {
  await open('/timesheet?rows=&span=month&day=2020-01-01');
  await addRow('Looked at');
  await cell('Looked at', 1).click();
  await page.keyboard.type('1h');
  await page.getByText('= 1:00 · 1 h').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});
