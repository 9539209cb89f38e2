import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs, PASSWORD } from '../sign-in.ts';

vi.setConfig({ testTimeout: 60_000 });

let at: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'dan');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

beforeEach(async () => {
  await page.goto(at.url);
});

afterEach(() => page.context().setOffline(false));

const WRITES = '**/rest/workLogs?**';
const SCRIPT = `<img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>`;

const dialogOf = (tab: Page) => tab.getByRole('dialog', { name: /^(Add|Edit) time$/ });
const save = (tab: Page) => dialogOf(tab).getByRole('button', { name: 'Save' }).click();

/** Opens the dialog with two hours and a comment in it. */
async function type(tab: Page, comment: string): Promise<void> {
  await tab.getByRole('button', { name: 'Add time' }).first().click();
  await dialogOf(tab).getByLabel('Comment').fill(comment);
  await dialogOf(tab)
    .getByRole('button', { name: /^2(\.0)? h$/ })
    .click();
}

/** Signs in again, where the page asks for it. */
async function signIn(tab: Page): Promise<void> {
  await tab.getByLabel('E-mail').fill('dan@demo.local');
  await tab.getByLabel('Password').fill(PASSWORD);
  await tab.keyboard.press('Enter');
  await tab.locator('#content h1').waitFor();
}

async function booked(comment: string): Promise<number> {
  const dan = await idOf(at, 'dan');
  const path = `/workLogs/all?$count=50&$userIds=${dan}`;
  const found = await askRest<{ comment: string }[]>(at, 'GET', path);
  return found.filter((worklog) => worklog.comment === comment).length;
}

test('markup and script in a comment are text, in the list and in the field', async () => {
  await type(page, SCRIPT);
  await save(page);
  await dialogOf(page).waitFor({ state: 'hidden' });
  const row = page.getByRole('listitem').filter({ hasText: SCRIPT }).first();
  await row.hover();
  await row.getByRole('button', { name: 'Edit' }).click();
  expect(await dialogOf(page).getByLabel('Comment').inputValue()).toBe(SCRIPT);
  await page.keyboard.press('Escape');
  expect(await page.title()).not.toContain('hacked');
});

test('a comment takes what the server takes, and the longest word breaks no page', async () => {
  await type(page, '');
  await dialogOf(page).getByLabel('Comment').focus();
  await page.keyboard.insertText('x'.repeat(5_000));
  const typed = await dialogOf(page).getByLabel('Comment').inputValue();
  expect(typed).toHaveLength(4_000);
  await save(page);
  await dialogOf(page).waitFor({ state: 'hidden' });
  await expect.poll(() => booked(typed)).toBe(1);
  for (const path of ['/', '/timesheet', '/explorer', '/approvals/mine']) {
    await page.goto(at.url + path);
    await page.locator('#content h1').waitFor();
    const isWider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect([path, await page.evaluate(isWider)]).toEqual([path, false]);
  }
});

test('a day that may not be booked is said beside its field, and all that was typed stays', async () => {
  await type(page, 'from the future');
  await dialogOf(page).getByLabel('Date').fill('2099-01-01');
  await save(page);
  const field = dialogOf(page)
    .locator('.fui-Field')
    .filter({ has: page.getByLabel('Date') });
  await field.getByRole('alert').waitFor();
  expect(await dialogOf(page).getByLabel('Comment').inputValue()).toBe('from the future');
  await dialogOf(page).getByLabel('Date').fill('');
  expect(await dialogOf(page).getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
});

test('a duration that cannot be read is a fault of its own field alone', async () => {
  await type(page, 'unread');
  await dialogOf(page).getByLabel('Duration', { exact: true }).fill('soon');
  await dialogOf(page).getByLabel('Comment').focus();
  expect(await dialogOf(page).getByRole('alert').allInnerTexts()).toEqual([
    '“soon” is not a duration; write 1:30, 1h30m, 90m or 1.5.',
  ]);
  await page.keyboard.press('Escape');
});

test('without a network nothing is lost; the same entry is saved when it is back', async () => {
  await type(page, 'in a tunnel');
  await page.context().setOffline(true);
  await save(page);
  await dialogOf(page).getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
  await page.context().setOffline(false);
  await save(page);
  await dialogOf(page).waitFor({ state: 'hidden' });
  expect(await booked('in a tunnel')).toBe(1);
});

test('an answer that is lost on its way does not book twice', async () => {
  await type(page, 'lost answer');
  await page.route(WRITES, async (route: Route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort();
  });
  await save(page);
  await dialogOf(page).getByRole('alert').waitFor();
  await page.unroute(WRITES);
  expect(await booked('lost answer')).toBe(1);
  await save(page);
  await dialogOf(page).waitFor({ state: 'hidden' });
  expect(await booked('lost answer')).toBe(1);
});

test('of two tabs the later is told what the earlier did, and keeps what was typed', async () => {
  await type(page, 'in two tabs');
  await save(page);
  await dialogOf(page).waitFor({ state: 'hidden' });
  const other = await page.context().newPage();
  await other.goto(at.url);
  for (const tab of [page, other]) {
    const row = tab.getByRole('listitem').filter({ hasText: 'in two tabs' }).first();
    await row.hover();
    if (tab === page) await row.getByRole('button', { name: 'Edit' }).click();
    else await row.getByRole('button', { name: 'Delete' }).click();
  }
  await expect.poll(() => booked('in two tabs')).toBe(0);
  await dialogOf(page).getByLabel('Comment').fill('changed after it was deleted');
  await save(page);
  await dialogOf(page).getByRole('alert').waitFor();
  expect(await dialogOf(page).getByLabel('Comment').inputValue()).toBe('changed after it was deleted');
  await page.keyboard.press('Escape');
  await other.close();
});

test('a session that ends while one types asks to sign in again; what was typed is there afterwards', async () => {
  await type(page, 'half a day of notes');
  await page.context().clearCookies();
  // What the page asks by itself may be told before that nobody is signed in, and take the dialog away.
  await dialogOf(page)
    .getByRole('button', { name: 'Save' })
    .evaluateAll((buttons) => {
      for (const button of buttons) (button as HTMLElement).click();
    });
  await signIn(page);
  await page.getByRole('button', { name: 'Add time' }).first().click();
  await dialogOf(page).getByText('What you typed before is back.').waitFor();
  expect(await dialogOf(page).getByLabel('Comment').inputValue()).toBe('half a day of notes');
  await save(page);
  await dialogOf(page).waitFor({ state: 'hidden' });
  expect(await booked('half a day of notes')).toBe(1);
});

test('until the sign-in page has come the page stays, and what was to be started is in the bar afterwards', async () => {
  const bar = page.getByRole('combobox', { name: 'What are you working on?' });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/sign-in-page-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await bar.fill('a call that comes in');
  await page.context().clearCookies();
  const refused = page.waitForResponse((answer) => answer.status() === 401);
  await page.keyboard.press('Enter');
  await refused;
  await expect.poll(() => bar.inputValue()).toBe('a call that comes in');
  expect(await page.locator('#content h1').textContent()).toBe('Day');
  release();
  await signIn(page);
  expect(await bar.inputValue()).toBe('a call that comes in');
});
