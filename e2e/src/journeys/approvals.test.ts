import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, keepPicture, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
/** Approves everyone’s weeks. */
let ann: Page;
let cleo: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  ann = await openPageAs(browser, at, 'ann');
  cleo = await openPageAs(browser, at, 'cleo');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

interface Week {
  readonly weekStartDate: string;
  readonly trackedLength: number;
  readonly user: { readonly name: string };
}

/** Asks as whoever is signed in on a page. */
async function askAs<Data>(page: Page, path: string): Promise<Data> {
  const answer = await page.request.get(`${at.url}/api/rest${path}&api-version=3.2`);
  return ((await answer.json()) as { data: Data }).data;
}

const minutes = (text: string) => {
  const [hours = '0', rest = '0'] = text.split(':');
  return Number(hours) * 60 + Number(rest);
};
const rounded = (seconds: number) => Math.ceil(seconds / 60);
const rows = (page: Page) => page.locator('#content [data-row]');
const row = (page: Page, name: string) => rows(page).filter({ hasText: name });
const waiting = async () =>
  Number(await ann.getByRole('navigation').getByRole('img', { name: /wait/ }).first().innerText());

async function show(page: Page, list: string): Promise<void> {
  await page.goto(`${at.url}/approvals/${list}`);
  await rows(page).first().waitFor();
}

test('the lists have the weeks and lengths of the API', async () => {
  await show(ann, 'pending');
  const weeks = await askAs<Week[]>(ann, '/timeApproval/all?$state=1&$expand=week');
  expect(await rows(ann).count()).toBe(weeks.length);
  expect(await waiting()).toBe(weeks.length);
  const lengths = await ann.locator('#content [data-row] > span:nth-last-child(2)').allInnerTexts();
  expect(lengths.map(minutes)).toEqual(weeks.map(({ trackedLength }) => rounded(trackedLength)));
  await keepPicture(ann, 'approvals-pending');
  await show(ann, 'unsubmitted');
  const missing = await askAs<Week[]>(ann, '/timeApproval/unsubmitted?$count=100');
  expect(await rows(ann).count()).toBe(missing.length);
});

test('by mouse: the details of a week, whose days add up, and approving it', async () => {
  await show(ann, 'pending');
  const before = await waiting();
  await row(ann, 'Bob Fischer').first().getByRole('link').click();
  const details = ann.getByRole('dialog', { name: 'Bob Fischer' });
  await details.locator('h3').first().waitFor();
  const days = await details.locator('h3 span:last-child').allInnerTexts();
  const whole = await details.locator('dd').first().innerText();
  // Every day is rounded on its own.
  expect(Math.abs(days.map(minutes).reduce((sum, day) => sum + day, 0) - minutes(whole))).toBeLessThan(
    days.length,
  );
  await details.getByRole('button', { name: 'Approve' }).click();
  await ann.getByText(/^Approved: Bob Fischer/).waitFor();
  await expect.poll(waiting).toBe(before - 1);
  await ann.getByRole('button', { name: 'Reopen', exact: true }).last().click();
  await ann.getByText(/^Reopened: Bob Fischer/).waitFor();
});

test('by keyboard alone: approve one, reject another with a comment, which its person sees', async () => {
  await show(ann, 'pending');
  const before = await rows(ann).count();
  const focused = () => ann.evaluate(() => document.activeElement?.textContent ?? '');
  // A click beside the weeks leaves the focus around them.
  await ann.locator('#content h1').click();
  await ann.keyboard.press('j');
  const first = await focused();
  expect(first).not.toBe('');
  expect(await ann.evaluate(() => document.activeElement?.closest('[data-row]') !== null)).toBe(true);
  await ann.keyboard.press('ArrowDown');
  expect(await focused()).not.toBe(first);
  await ann.keyboard.press('k');
  expect(await focused()).toBe(first);
  await ann.keyboard.press('a');
  await expect.poll(() => rows(ann).count()).toBe(before - 1);
  expect(await focused()).not.toBe(first);
  for (let moves = 0; !(await focused()).includes('Cleo') && moves < 30; moves += 1)
    await ann.keyboard.press('j');
  await ann.keyboard.press('Enter');
  await ann.getByRole('dialog', { name: 'Cleo Winter' }).getByText('Submitted to').waitFor();
  await ann.keyboard.press('r');
  const dialog = ann.getByRole('dialog', { name: 'Reject 1 week' });
  await dialog.waitFor();
  await ann.keyboard.press('Control+Enter');
  await dialog.getByText('Say why').waitFor();
  await ann.keyboard.type('Friday is missing');
  await ann.reload();
  await expect.poll(() => rows(ann).count()).toBe(before - 1);
  await ann.keyboard.press('Escape');
  await row(ann, 'Cleo Winter')
    .first()
    .getByRole('button', { name: /^Reject/ })
    .click();
  await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('Friday is missing');
  await ann.keyboard.press('Control+Enter');
  await expect.poll(() => rows(ann).count()).toBe(before - 2);
  await show(cleo, 'mine');
  await cleo.getByText('Given back: Friday is missing').waitFor();
  await keepPicture(cleo, 'approvals-mine');
});

test('what was changed since the submission is shown with what stood there before', async () => {
  const id = await idOf(at, 'cleo');
  const weeks = await askAs<(Week & { mayBeSubmitted: boolean })[]>(
    cleo,
    `/timeApproval/weeks?$userId=${id}`,
  );
  const start = weeks.find((week) => week.mayBeSubmitted)?.weekStartDate.slice(0, 10) ?? '';
  const worklogs = await askAs<{ id: string; activityType: { name: string } }[]>(
    cleo,
    `/timeApproval/week/workLogs?weekStart=${start}`,
  );
  const { activityTypes } = await askRest<{ activityTypes: { id: string; name: string }[] }>(
    at,
    'GET',
    '/activityTypes',
  );
  const typeBefore = worklogs[1]?.activityType.name ?? '';
  const typeAfter = activityTypes.find(({ name }) => name !== typeBefore && name !== '[Not Set]');
  const mine = cleo.locator(`[data-row]:has([data-week="${start}"])`);
  await show(cleo, 'mine');
  await show(ann, 'pending');
  const theirs = ann.locator(`[data-row]:has([data-week="${id}/${start}"])`);
  await mine.getByRole('button', { name: /^Submit the week/ }).click();
  await theirs.getByRole('button', { name: /^Reject/ }).click();
  await ann.getByRole('dialog').getByRole('textbox').fill('Look at Monday');
  await ann.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
  await mine.getByText('Given back: Look at Monday').waitFor();
  await askRest(at, 'PATCH', `/workLogs/${worklogs[0]?.id}`, { comment: 'as it really was' });
  await askRest(at, 'PATCH', `/workLogs/${worklogs[1]?.id}`, { activityTypeId: typeAfter?.id });
  await mine.getByRole('button', { name: /^Submit the week/ }).click();
  await theirs.getByRole('link').click();
  const details = ann.getByRole('dialog', { name: 'Cleo Winter' });
  await details.getByText(/^Changed since/).waitFor();
  await details.locator('ins').filter({ hasText: 'as it really was' }).waitFor();
  await details.locator('del').filter({ hasText: typeBefore }).waitFor();
  await details
    .locator('ins')
    .filter({ hasText: typeAfter?.name ?? '' })
    .waitFor();
  await keepPicture(ann, 'approvals-differences');
  await ann.keyboard.press('Escape');
});

test('many at once: chosen weeks are approved together', async () => {
  await show(ann, 'pending');
  const before = await rows(ann).count();
  for (const name of ['Dan Okafor', 'Eve Laurent'])
    await row(ann, name).first().getByRole('checkbox').check();
  await ann.getByText(/^2 chosen/).waitFor();
  await ann.getByRole('button', { name: 'Approve (2)' }).click();
  await ann.getByText('2 weeks approved').waitFor();
  await expect.poll(() => rows(ann).count()).toBe(before - 2);
});

describe('two people at once', () => {
  test('approving while its person takes the week back: one wins, and the other is told', async () => {
    await show(ann, 'pending');
    await show(cleo, 'mine');
    await ann.route('**/week/approve**', async (route) => {
      await cleo
        .getByRole('button', { name: /^Revoke the week/ })
        .first()
        .click();
      await cleo.getByText(/^Revoked: /).waitFor();
      await route.continue();
    });
    await row(ann, 'Cleo Winter')
      .first()
      .getByRole('button', { name: /^Approve/ })
      .click();
    const told = ann.getByRole('alert');
    await told.getByText('1 week was not decided').waitFor();
    await told.getByText('Somebody changed it meanwhile').waitFor();
    await ann.unrouteAll();
    await keepPicture(ann, 'approvals-refused');
    await expectAccessible(ann);
    await told.getByRole('button', { name: 'Dismiss' }).click();
    await told.waitFor({ state: 'hidden' });
  });

  test('locking a week while its person edits in it: the edit is refused, and nothing of it is lost', async () => {
    await show(ann, 'unsubmitted');
    const locked = row(ann, 'Cleo Winter').first();
    const weeks = await askAs<Week[]>(ann, '/timeApproval/unsubmitted?$count=100');
    const start = weeks.find(({ user }) => user.name === 'Cleo Winter')?.weekStartDate.slice(0, 10) ?? '';
    const [worklog] = await askAs<{ timestamp: string }[]>(
      cleo,
      `/timeApproval/week/workLogs?weekStart=${start}`,
    );
    await cleo.goto(`${at.url}/?day=${worklog?.timestamp.slice(0, 10)}`);
    await cleo.getByRole('button', { name: 'Edit' }).first().click({ force: true });
    const dialog = cleo.getByRole('dialog', { name: 'Edit time' });
    await dialog.getByRole('textbox', { name: 'Comment' }).fill('one moment too late');
    await locked.getByRole('button', { name: /^Lock/ }).click();
    await ann.getByText(/^Locked: Cleo Winter/).waitFor();
    await cleo.keyboard.press('Control+Enter');
    await dialog.getByText(/was locked by an approval manager/).waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('one moment too late');
    await cleo.keyboard.press('Escape');
    await ann.getByRole('button', { name: 'Unlock', exact: true }).click();
    await ann.getByText(/^Unlocked: Cleo Winter/).waitFor();
  });
});

test('a week that was decided about is reopened and closed from the archive', async () => {
  await show(ann, 'archived');
  const gina = row(ann, 'Gina Rossi').first();
  await gina.getByRole('button', { name: /^Close/ }).click();
  await gina.getByText('Closed').waitFor();
  await gina.getByRole('button', { name: /^Reopen/ }).click();
  await gina.getByText('Reopened').waitFor();
});

test('who decides about nothing sees only their own weeks, and is told why', async () => {
  await cleo.goto(`${at.url}/approvals`);
  await cleo.waitForURL('**/approvals/mine');
  expect(await cleo.getByRole('navigation', { name: 'Lists of weeks' }).count()).toBe(0);
  await cleo.goto(`${at.url}/approvals/pending`);
  await cleo.getByText('For approval managers').waitFor();
  await cleo.goto(`${at.url}/approvals/mine?person=nobody&week=never`);
  await rows(cleo).first().waitFor();
});

test('a list that cannot be loaded says so, and is tried again', async () => {
  let asked = 0;
  await ann.route('**/timeApproval/unsubmitted**', (route) => {
    asked += 1;
    return route.fulfill({ status: 400, json: { error: { errorCode: 'X', message: 'No.' } } });
  });
  await ann.goto(`${at.url}/approvals/unsubmitted`);
  await ann.getByRole('alert').getByText('No.').waitFor();
  const before = asked;
  await ann.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => asked).toBeGreaterThan(before);
  await ann.unrouteAll();
  await ann.reload();
  await rows(ann).first().waitFor();
});

test('axe finds nothing wrong', async () => {
  await show(ann, 'pending');
  await rows(ann).first().getByRole('link').click();
  await ann.getByRole('dialog').locator('h3').first().waitFor();
  await expectAccessible(ann, 'approvals-detail');
  await ann.keyboard.press('Escape');
  await rows(ann).first().getByRole('checkbox').check();
  await expectAccessible(ann);
  await ann
    .getByRole('button', { name: /^Reject/ })
    .first()
    .click();
  await ann.getByRole('dialog').waitFor();
  await expectAccessible(ann);
  await ann.keyboard.press('Escape');
});
