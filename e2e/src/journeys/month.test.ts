import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepPicture, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;

/** A month that is over, so that whole weeks of the demo’s data lie in it. */
const MONTH = monthBefore(new Date());

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'cleo');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

function monthBefore(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 10);
}

interface Worklog {
  readonly timestamp: string;
  readonly length: number;
}

interface Week {
  readonly weekStartDate: string;
  readonly trackedLength: number;
  readonly approvalState: number;
  readonly mayBeSubmitted: boolean;
}

const day = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(' at ', ' ');
const cell = (date: string) => page.getByRole('link', { name: new RegExp(day(date).replace(',', ',?')) });
const minutes = (text: string) => {
  const [hours = '0', rest = '0'] = text.split(':');
  return Number(hours) * 60 + Number(rest);
};

async function ownWeeks(): Promise<Week[]> {
  const id = await idOf(at, 'cleo');
  const range = `$fromTimestamp=${MONTH.slice(0, 8)}01&$toTimestamp=${MONTH.slice(0, 8)}28`;
  return askRest<Week[]>(at, 'GET', `/timeApproval/weeks?$userId=${id}&${range}`);
}

test('day and week totals are those of the API', async () => {
  await page.goto(`${at.url}/month?day=${MONTH}`);
  await page.getByRole('grid').waitFor();
  const weeks = await ownWeeks();
  expect(weeks.length).toBeGreaterThanOrEqual(4);
  for (const { trackedLength } of weeks) {
    const rows = page.getByRole('row').filter({ hasText: /Week \d/ });
    const totals = await rows.locator('b').allInnerTexts();
    expect(totals.map(minutes)).toContain(Math.ceil(trackedLength / 60));
  }
  const id = await idOf(at, 'cleo');
  const worklogs = await askRest<Worklog[]>(
    at,
    'GET',
    `/workLogs/all?$userIds=${id}&$fromTimestamp=${MONTH.slice(0, 8)}01&$toTimestamp=${MONTH.slice(0, 8)}28`,
  );
  const date = worklogs[0]?.timestamp.slice(0, 10) ?? '';
  const length = worklogs
    .filter(({ timestamp }) => timestamp.startsWith(date))
    .reduce((sum, worklog) => sum + worklog.length, 0);
  const name = (await cell(date).locator('span').first().innerText()) ?? '';
  expect(minutes(name.split(': ')[1] ?? '')).toBe(Math.ceil(length / 60));
  await keepPicture(page, 'month');
});

test('by mouse: another month, back to today, a day', async () => {
  await page.goto(`${at.url}/month?day=${MONTH}`);
  const shown = await page.getByRole('grid').getAttribute('aria-label');
  await page.getByRole('button', { name: 'Earlier' }).click();
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-label')).not.toBe(shown);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-label')).toBe(shown);
  await cell(MONTH).click();
  await page.getByRole('heading', { level: 1, name: 'Day' }).waitFor();
  expect(new URL(page.url()).searchParams.get('day')).toContain(MONTH);
  await page.goBack();
  await page.getByRole('grid').waitFor();
});

test('by keyboard alone: move among days and months, open a day', async () => {
  await page.goto(`${at.url}/month?day=${MONTH}`);
  await page.getByRole('grid').waitFor();
  const focused = () => page.evaluate<string>("document.activeElement?.firstElementChild?.textContent ?? ''");
  const first = `${MONTH.slice(0, 8)}01`;
  await cell(first).focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain(
    day(`${MONTH.slice(0, 8)}08`)
      .replace(',', '')
      .split(' ')
      .slice(1)
      .join(' '),
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  const before = await focused();
  expect(before).not.toBe('');
  await page.keyboard.press('PageDown');
  await expect.poll(focused).not.toBe(before);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Day' }).waitFor();
  expect(page.url()).toContain('day=');
});

test('a week is submitted, which shows at once, and that is undone', async () => {
  await page.goto(`${at.url}/month`);
  const submit = page.getByRole('button', { name: /^Submit the week of/ }).first();
  const name = (await submit.getAttribute('aria-label')) ?? '';
  const start = name.replace('Submit the week of ', '');
  await submit.click();
  const revoke = page.getByRole('button', { name: `Revoke the week of ${start}` });
  await revoke.waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name, exact: true }).waitFor();
  await revoke.waitFor({ state: 'hidden' });
});

test('a refused submission is taken back, and says why', async () => {
  // The page must not hear of the new setting before it asks.
  await page.route('**/signalr/**', (route) => route.abort());
  await page.goto(`${at.url}/month`);
  const submit = page.getByRole('button', { name: /^Submit the week of/ }).last();
  await submit.waitFor();
  await askRest(at, 'PATCH', '/settings', { approvalsEnabled: false });
  await submit.click();
  await page.getByText(/does not approve weeks.*Your change was taken back/).waitFor();
  await askRest(at, 'PATCH', '/settings', { approvalsEnabled: true });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(/^Submitted: /).waitFor();
  await page.unroute('**/signalr/**');
});

test('weeks begin and lengths look as the settings say', async () => {
  await askRest(at, 'PATCH', '/settings', { firstDayOfWeek: 0, durationFormat: '0.00' });
  await page.goto(`${at.url}/month?day=${MONTH}`);
  await page.getByRole('columnheader').first().waitFor();
  expect(await page.getByRole('columnheader').first().innerText()).toBe('Sun');
  const total = await page
    .getByRole('row')
    .filter({ hasText: /Week \d/ })
    .locator('b')
    .nth(1)
    .innerText();
  expect(total).toMatch(/^\d+\.\d\d$/);
});
