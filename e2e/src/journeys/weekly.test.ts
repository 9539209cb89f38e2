import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, keepPicture, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;
let nele: string;

const ZONE = 'Europe/Berlin';
const HOUR_PIXELS = 56;
const DAY_MS = 86_400_000;

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const after = (date: string, days: number) => dateOf(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
const mondayOf = (date: string) => after(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(new Date());
/** A week in which everything is over, and nobody decided about anything. */
const MONDAY = after(mondayOf(dateOf(Date.now())), -14);

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  await askRest(at, 'PATCH', '/settings', { timeZone: ZONE });
  await askRest(at, 'POST', '/users', { email: 'nele@demo.local', name: 'Nele New', role: 'Team' });
  nele = await idOf(at, 'nele');
  page = await openPageAs(browser, at, 'nele');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

interface Worklog {
  readonly id: string;
  readonly timestamp: string;
  readonly length: number;
  readonly comment: string;
}

const seconds = (text: string) => {
  const [hours = '0', minutes = '0'] = text.replace('·', '0:00').split(':');
  return Number(hours) * 3600 + Number(minutes) * 60;
};
const worklogs = (userId: string, from: string, days = 7) =>
  askRest<Worklog[]>(
    at,
    'GET',
    `/workLogs/all?$userIds=${userId}&$fromTimestamp=${after(from, -1)}T23:59:59&$toTimestamp=${after(from, days)}`,
  );
/** When the entries with a comment are, by the API: `2026-11-17T09:00:00 5400`. */
const placesOf = async (comment: string, from = MONDAY) =>
  (await worklogs(nele, from))
    .filter((each) => each.comment === comment)
    .map(({ timestamp, length }) => `${timestamp.slice(0, 19)} ${length}`)
    .sort();
const book = (timestamp: string, length: number, comment: string) =>
  askRest(at, 'POST', '/workLogs', { userId: nele, timestamp, length, comment });

const column = (date: string) => page.locator(`[data-column="${date}"]`);
const block = (comment: string) => page.locator('[data-entry]').filter({ hasText: comment });
const dialog = () => page.getByRole('dialog');
const focusedStop = () => page.evaluate(() => document.activeElement?.getAttribute('data-stop') ?? '');

async function open(path = `/week?day=${MONDAY}`) {
  await page.goto(`${at.url}${path}`);
  await page.locator('[data-column]').first().waitFor();
}

/** The spot of the window at an hour of a day. */
async function spot(date: string, hours: number): Promise<{ x: number; y: number }> {
  const target = column(date);
  const box = async () => (await target.boundingBox()) ?? { x: 0, y: 0, width: 0 };
  const { x, y, width } = await box();
  return { x: x + width / 2, y: y + hours * HOUR_PIXELS };
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 6);
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

test('day and week totals are those of the API', async () => {
  const other = await openPageAs(browser, at, 'cleo');
  await other.goto(`${at.url}/week?day=${MONDAY}`);
  await other.locator('[data-column]').first().waitFor();
  const cleo = await idOf(at, 'cleo');
  const found = await worklogs(cleo, MONDAY);
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) =>
    found
      .filter(({ timestamp }) => timestamp.startsWith(after(MONDAY, day)))
      .reduce((sum, { length }) => sum + length, 0),
  );
  const rounded = (length: number) => Math.ceil(length / 60) * 60;
  expect(found.length).toBeGreaterThan(5);
  expect((await other.locator('[data-total]').allInnerTexts()).map(seconds)).toEqual(days.map(rounded));
  const range = `$fromTimestamp=${MONDAY}&$toTimestamp=${MONDAY}`;
  const [week] = await askRest<{ trackedLength: number }[]>(
    at,
    'GET',
    `/timeApproval/weeks?$userId=${cleo}&${range}`,
  );
  expect(seconds(await other.locator('[data-week-total]').innerText())).toBe(
    rounded(week?.trackedLength ?? -1),
  );
  expect(await other.locator('[data-entry]').count()).toBe(found.length);
  await keepPicture(other, 'weekly');
  await other.context().close();
});

test('by mouse: mark, move to another day, make longer, copy; each can be undone', async () => {
  const tuesday = after(MONDAY, 1);
  const wednesday = after(MONDAY, 2);
  await open();
  await page.getByText('No time yet.').waitFor();
  await drag(await spot(tuesday, 9), await spot(tuesday, 10.4));
  await dialog().waitFor();
  expect(await dialog().getByLabel('From').inputValue()).toBe('09:00');
  await dialog().getByLabel('Comment').fill('Dragged');
  await page.keyboard.press('Control+Enter');
  await block('Dragged').waitFor();
  expect(await placesOf('Dragged')).toEqual([`${tuesday}T09:00:00 5400`]);

  await drag(await middleOf(block('Dragged')), await spot(wednesday, 11.75));
  await expect.poll(() => placesOf('Dragged')).toEqual([`${wednesday}T11:00:00 5400`]);
  await page.getByText(/^Moved: /).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => placesOf('Dragged')).toEqual([`${tuesday}T09:00:00 5400`]);

  const { x, y, height } = (await block('Dragged').boundingBox()) ?? { x: 0, y: 0, height: 0 };
  await drag({ x: x + 20, y: y + height - 2 }, { x: x + 20, y: y + height + HOUR_PIXELS / 2 });
  await expect.poll(() => placesOf('Dragged')).toEqual([`${tuesday}T09:00:00 7200`]);
  await drag({ x: x + 20, y: y + 2 }, { x: x + 20, y: y - HOUR_PIXELS / 2 });
  await expect.poll(() => placesOf('Dragged')).toEqual([`${tuesday}T08:30:00 9000`]);

  await page.keyboard.down('Control');
  await drag(await middleOf(block('Dragged')), await spot(wednesday, 14.25));
  await page.keyboard.up('Control');
  await expect
    .poll(() => placesOf('Dragged'))
    .toEqual([`${tuesday}T08:30:00 9000`, `${wednesday}T13:00:00 9000`]);
  expect(await page.locator('[data-week-total]').innerText()).toBe('5:00');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await placesOf('Dragged')).length).toBe(1);

  await page.mouse.move(0, 0);
  await drag(await spot(wednesday, 9), await spot(wednesday, 10));
  await dialog().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-stop^="ghost"]').waitFor({ state: 'detached' });
});

test('what is taken back by Ctrl+Z leaves the hours in view that were', async () => {
  const [friday, saturday] = [after(MONDAY, 4), after(MONDAY, 5)];
  await book(`${friday}T10:00:00`, 3600, 'Taken back');
  await open();
  await block('Taken back').waitFor();
  const top = async () => (await column(friday).boundingBox())?.y;
  const before = await top();
  await drag(await middleOf(block('Taken back')), await spot(saturday, 11.5));
  await page.getByText(/^Moved: /).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(/^Moved back: /).waitFor();
  expect(await placesOf('Taken back')).toEqual([`${friday}T10:00:00 3600`]);
  expect(await top()).toBe(before);
});

test('Escape while dragging changes nothing, and what overlaps stands side by side', async () => {
  const thursday = after(MONDAY, 3);
  await book(`${thursday}T09:00:00`, 3600, 'Left');
  await book(`${thursday}T09:30:00`, 3600, 'Right');
  await open();
  await block('Right').waitFor();
  const [left, right] = [await block('Left').boundingBox(), await block('Right').boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 1);
  const from = await middleOf(block('Left'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 80, { steps: 3 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await placesOf('Left')).toEqual([`${thursday}T09:00:00 3600`]);
});

test('by keyboard alone: add, move, resize, open, book again, delete and take that back', async () => {
  const friday = after(MONDAY, 4);
  await open();
  await page.locator('[data-day]').last().focus();
  await page.keyboard.press('Tab');
  expect(await focusedStop()).not.toBe('');
  await page.keyboard.press('Home');
  for (let day = 0; day < 4; day += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(focusedStop).toContain(friday);
  await page.keyboard.press('n');
  await dialog().waitFor();
  await dialog().getByLabel('From').fill('09:00');
  await dialog().getByLabel('Comment').fill('Typed');
  await page.keyboard.press('Control+Enter');
  await block('Typed').waitFor();
  expect(await placesOf('Typed')).toEqual([`${friday}T09:00:00 1800`]);

  await block('Typed').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => placesOf('Typed')).toEqual([`${after(friday, -1)}T09:15:00 3600`]);
  expect(await focusedStop()).toContain(after(friday, -1));

  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await dialog().waitFor();
  expect(await dialog().getByLabel('Comment').inputValue()).toBe('Typed');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  expect(await placesOf('Typed')).toEqual([`${after(friday, -1)}T09:15:00 3600`]);

  await page.keyboard.press('d');
  await expect
    .poll(() => placesOf('Typed'))
    .toEqual([`${after(friday, -1)}T09:15:00 3600`, `${after(friday, -1)}T10:15:00 3600`]);
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await placesOf('Typed')).length).toBe(1);
  await page.getByText(/^Deleted: /).waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await placesOf('Typed')).length).toBe(2);

  await block('Typed').first().focus();
  await page.keyboard.press('Control+c');
  for (let day = 0; day < 2; day += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await placesOf('Typed')).length).toBe(3);
});

test('time without a time of day stands on top, and gets one by a key', async () => {
  const saturday = after(MONDAY, 5);
  await book(saturday, 3600, 'Sometime');
  await open();
  await page.getByText('Any time').first().waitFor();
  await block('Sometime').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => placesOf('Sometime')).toEqual([`${saturday}T09:00:00 3600`]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => placesOf('Sometime')).toEqual([`${saturday}T00:00:00 3600`]);
});

test('an overlap is refused: it goes back, says why, and offers the nearest free time', async () => {
  const sunday = after(MONDAY, 6);
  await book(`${sunday}T10:00:00`, 3600, 'Stays');
  await book(`${sunday}T13:00:00`, 3600, 'Goes');
  await askRest(at, 'PATCH', '/settings', { noOverlap: true });
  await open();
  await block('Goes').waitFor();
  await drag(await middleOf(block('Goes')), await spot(sunday, 11.25));
  await page.getByText(/overlaps the worklog.*Your change was taken back/).waitFor();
  await expectAccessible(page);
  expect(await placesOf('Goes')).toEqual([`${sunday}T13:00:00 3600`]);
  await page.getByRole('button', { name: 'Put it at 11:00' }).click();
  await expect.poll(() => placesOf('Goes')).toEqual([`${sunday}T11:00:00 3600`]);
  await askRest(at, 'PATCH', '/settings', { noOverlap: false });
});

test('a submitted week says that it is locked, and the way out opens it', async () => {
  await open();
  await page.getByRole('button', { name: 'Submit week' }).click();
  await page.getByText(/^Submitted: /).waitFor();
  const before = await placesOf('Goes');
  await block('Goes').focus();
  await page.keyboard.press('Delete');
  await page
    .getByText(/The week of .* is locked: Submitted/)
    .last()
    .waitFor();
  expect(await placesOf('Goes')).toEqual(before);
  await page.getByRole('status').getByRole('button', { name: 'Revoke week' }).click();
  await page.getByRole('button', { name: 'Submit week' }).waitFor();
  await block('Goes').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => placesOf('Goes')).toEqual([]);
});

test('in a week in which the clocks change, hours that are skipped or come twice are told and counted right', async () => {
  const sunday = lastChange();
  const length = 3 * 3600;
  await book(`${sunday}T01:00:00`, length, 'Night shift');
  await open(`/week?day=${sunday}`);
  await column(sunday)
    .getByText(/^Clocks go (back|forward)/)
    .waitFor();
  const isBack = await column(sunday).getByText('Clocks go back').isVisible();
  await block('Night shift').waitFor();
  expect(await block('Night shift').textContent()).toContain(
    isBack ? '01:00 – 03:00, 3:00' : '01:00 – 05:00, 3:00',
  );
  const { height } = (await block('Night shift').boundingBox()) ?? { height: 0 };
  expect(Math.round(height)).toBe((isBack ? 2 : 4) * HOUR_PIXELS - 1);
  await block('Night shift').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect
    .poll(() => placesOf('Night shift', mondayOf(sunday)))
    .toEqual([`${sunday}T01:00:00 ${length + 900}`]);
  await drag(await spot(sunday, 0.25), await spot(sunday, 0.6));
  await dialog().waitFor();
  await page.keyboard.press('Escape');
});

/** The last Sunday on which the clocks of Berlin changed. */
function lastChange(): string {
  const offset = (date: string) =>
    new Intl.DateTimeFormat('en', { timeZone: ZONE, timeZoneName: 'longOffset' }).format(
      new Date(`${date}T00:00:00Z`),
    );
  let date = after(today(), -1);
  while (offset(date).slice(-6) === offset(after(date, 1)).slice(-6)) date = after(date, -1);
  return date;
}

test('an event stands beside the time, its plus books it, and then the entry stands for it', async () => {
  const day = after(MONDAY, 7);
  const event = {
    id: 'meeting',
    calendarId: nele,
    title: 'Sprint planning',
    location: 'Room 4',
    start: `${day}T09:00:00`,
    end: `${day}T10:00:00`,
    length: 3600,
    isAllDay: false,
    isBusy: true,
  };
  await page.route('**/api/rest/calendar/events**', (route) =>
    route.fulfill({ json: { data: { events: [event], faults: [{ calendarId: nele, message: 'gone' }] } } }),
  );
  await open(`/week?day=${day}`);
  await page.getByText('A calendar could not be read: gone').waitFor();
  await page.getByRole('button', { name: /^Book “Sprint planning”/ }).click();
  await dialog().waitFor();
  expect(await dialog().getByLabel('Comment').inputValue()).toBe('Sprint planning');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-of-event]').waitFor();
  expect(await placesOf('Sprint planning', day)).toEqual([`${day}T09:00:00 3600`]);
  expect(await page.getByRole('button', { name: /^Book “Sprint planning”/ }).count()).toBe(0);
});

test('axe finds nothing wrong, with time that runs', async () => {
  await open('/week');
  await page.keyboard.press('n');
  await page.keyboard.type('Running work');
  await page.keyboard.press('Enter');
  await column(today()).locator('[data-running]').waitFor();
  await column(today()).locator('[data-now]').waitFor();
  await expectAccessible(page);
  await page.locator('h1').click();
  await page.keyboard.press('s');
  await page.locator('[data-running]').waitFor({ state: 'detached' });
});

test('days, hours and lengths look as the settings say, and a narrow window shows fewer days', async () => {
  await askRest(at, 'PATCH', '/settings', { firstDayOfWeek: 0, durationFormat: '0.00', locale: 'en-US' });
  await open();
  expect(await page.locator('[data-column]').first().getAttribute('data-column')).toBe(after(MONDAY, -1));
  await page.getByText('9:00 AM', { exact: true }).first().waitFor();
  expect(await page.locator('[data-week-total]').innerText()).toMatch(/^\d+\.\d\d$/);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.locator('[data-column]').count()).toBe(1);
  await page.getByRole('button', { name: '3 days' }).click();
  await expect.poll(() => page.locator('[data-column]').count()).toBe(3);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect
    .poll(() => page.locator('[data-column]').first().getAttribute('data-column'))
    .toBe(after(MONDAY, 3));
  await page.reload();
  await expect.poll(() => page.locator('[data-column]').count()).toBe(3);
});
