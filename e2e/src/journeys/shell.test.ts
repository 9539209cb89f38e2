import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, openBrowser, openPage } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'cleo');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const palette = () => page.getByRole('dialog', { name: 'Find or do' });
const leaveFields = () => page.evaluate('document.activeElement?.blur()');
const openPalette = async (name: string) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name }).waitFor();
};

/** The paths of everything that the service worker keeps. */
const KEPT_PATHS = `(async () => {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map((request) => new URL(request.url).pathname);
})()`;

describe('the palette', () => {
  test('opens by Ctrl+K also while one types, and leads to a page', async () => {
    await page.getByLabel('What are you working on?').focus();
    await page.keyboard.press('Control+k');
    await palette().getByRole('option', { name: 'Month' }).waitFor();
    await keepPicture(page, 'palette');
    await page.keyboard.type('mon');
    await page.keyboard.press('Enter');
    await heading('Month').waitFor();
    await palette().waitFor({ state: 'hidden' });
  });

  test('starts the clock on a work item that it found, by keyboard alone', async () => {
    await openPalette('Find or do');
    await page.keyboard.type('retry failed');
    await palette()
      .getByRole('option', { name: /1001.*Retry failed uploads/ })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await page.getByText('Retry failed uploads').first().waitFor();
  });

  test('stops it, by mouse', async () => {
    await button(/^Find or do/).click();
    await palette().getByRole('option', { name: 'Stop the clock' }).click();
    await button('Start').waitFor();
  });

  test('says when nothing fits, and closes by Escape', async () => {
    await openPalette('Find or do');
    await page.keyboard.type('zzzzqq');
    await palette().getByText('Nothing fits.').waitFor();
    await page.keyboard.press('Escape');
    await palette().waitFor({ state: 'hidden' });
  });
});

describe('keys', () => {
  test('g and a letter lead to pages', async () => {
    await leaveFields();
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await heading('Settings').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await heading('Day').waitFor();
  });

  test('they are letters while one types', async () => {
    await page.getByLabel('What are you working on?').fill('');
    await page.keyboard.type('gm?a');
    expect(await page.getByLabel('What are you working on?').inputValue()).toBe('gm?a');
    expect(await heading('Day').isVisible()).toBe(true);
    await page.getByLabel('What are you working on?').fill('');
    await page.keyboard.press('Escape');
  });

  test('? shows them all', async () => {
    await leaveFields();
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await list.getByText('Stop the clock').waitFor();
    await keepPicture(page, 'shortcuts');
    expect(await list.getByText('On this page').count()).toBe(0);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
  });

  test.each([
    ['Week', 'w', 'change the start', 'AltShift↑↓'],
    ['Month', 'm', 'open the day', 'Enter'],
    ['Timesheet', 't', 'its entries', 'AltEnter'],
    ['Times Explorer', 'e', 'all of the filter', 'CtrlA'],
    ['Approvals', 'a', 'submit', 'U'],
    ['Iterations', 'i', 'move', 'J↓K↑'],
  ])('the list begins with those of the page in front: %s', async (title, letter, name, keys) => {
    await leaveFields();
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await heading(title).waitFor();
    // The keys of a page are there with its content.
    await page.locator('#content kbd').first().waitFor();
    await page.keyboard.press('?');
    const section = page
      .getByRole('dialog', { name: 'Keyboard shortcuts' })
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'On this page' }) });
    const line = section.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });
    expect((await line.locator('dd').innerText()).replace(/\s/g, '')).toBe(keys);
    const dialogTitle = page.getByRole('heading', { level: 2, name: 'Keyboard shortcuts' });
    expect((await dialogTitle.boundingBox())?.y).toBeGreaterThan(0);
    await keepPicture(page, `shortcuts-${title.toLowerCase()}`);
    await page.keyboard.press('Escape');
    await section.waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await heading('Day').waitFor();
  });
});

describe('what is typed', () => {
  test('survives a reload, and is forgotten when one cancels', async () => {
    await leaveFields();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Add time' });
    await dialog.getByLabel('Comment').fill('half a sentence');
    await page.reload();
    await heading('Day').waitFor();
    await leaveFields();
    await page.keyboard.press('a');
    await dialog.getByText('What you typed before is back.').waitFor();
    expect(await dialog.getByLabel('Comment').inputValue()).toBe('half a sentence');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.keyboard.press('a');
    expect(await dialog.getByLabel('Comment').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('into the track bar survives a reload and a refusal, and is started as billable as it says', async () => {
    const bar = page.getByRole('region', { name: 'Track bar' });
    const field = bar.getByRole('combobox', { name: 'What are you working on?' });
    const billable = bar.getByRole('button', { name: 'Billable' });
    await field.fill('Half a track');
    await billable.click();
    await page.reload();
    await expect.poll(() => field.inputValue()).toBe('Half a track');
    expect(await billable.getAttribute('aria-pressed')).toBe('true');
    await askRest(at, 'PATCH', '/settings', { workItemRequired: true });
    await field.press('Enter');
    await page.getByText(/requires a work item/).waitFor();
    await expect.poll(() => field.inputValue()).toBe('Half a track');
    await askRest(at, 'PATCH', '/settings', { workItemRequired: false });
    await field.press('Enter');
    await bar.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect.poll(() => field.inputValue()).toBe('');
    const path = `/workLogs/all?$count=1&$userIds=${await idOf(at, 'cleo')}`;
    const booked = () => askRest<{ comment: string; flags: { isBillable: boolean } }[]>(at, 'GET', path);
    await expect.poll(async () => (await booked())[0]?.comment).toBe('Half a track');
    expect((await booked())[0]?.flags.isBillable).toBe(true);
  });
});

describe('the language', () => {
  const lang = () => page.evaluate('document.documentElement.lang');

  test('changes without a reload, and holds on another device', async () => {
    await page.evaluate('void (window.stillHere = true)');
    await button('Cleo Winter').click();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await heading('Tag').waitFor();
    await page.getByRole('button', { name: 'Zeit hinzufügen' }).waitFor();
    await expect.poll(lang).toBe('de');
    expect(await page.evaluate("'stillHere' in window")).toBe(true);
    await keepPicture(page, 'day-german');
    const cookies = await page.context().cookies();
    const other = await openPage(browser, { storageState: { cookies, origins: [] } });
    await other.goto(at.url);
    await other.getByRole('heading', { level: 1, name: 'Tag' }).waitFor();
    await other.context().close();
  });

  test('is chosen by keyboard, in the palette', async () => {
    await openPalette('Suchen oder tun');
    await page.keyboard.type('polski');
    await page.getByRole('option', { name: /Polski/ }).waitFor();
    await page.keyboard.press('Enter');
    await heading('Dzień').waitFor();
    await openPalette('Znajdź lub wykonaj');
    await page.keyboard.type('english');
    await page.keyboard.press('Enter');
    await heading('Day').waitFor();
    await expect.poll(lang).toBe('en');
  });
});

describe('the theme', () => {
  test('of high contrast is chosen in the menu by keyboard, and stays', async () => {
    await button('Cleo Winter').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: 'As the system' }).waitFor();
    await page.keyboard.type('h');
    await page.keyboard.press('Enter');
    const theme = () => page.evaluate('document.documentElement.dataset.theme');
    await expect.poll(theme).toBe('contrast');
    await page.reload();
    await heading('Day').waitFor();
    expect(await theme()).toBe('contrast');
    await page.evaluate("localStorage.removeItem('stint-theme')");
  });
});

describe('as an app', () => {
  test('it can be installed, and opens without the server', async () => {
    const other = await openPageAs(browser, at, 'dan', { serviceWorkers: 'allow' });
    const manifest = await (await fetch(`${at.url}/manifest.webmanifest`)).json();
    expect(manifest).toMatchObject({ name: 'Stint', start_url: '/', display: 'standalone' });
    for (const { src } of (manifest as { icons: { src: string }[] }).icons)
      expect((await fetch(at.url + src)).status).toBe(200);
    await other.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await other.context().setOffline(true);
    await other.reload();
    await other.getByText('The server cannot be reached.').waitFor();
    const kept = await other.evaluate<string[]>(KEPT_PATHS);
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);
    await other.context().setOffline(false);
    await other.getByRole('button', { name: 'Try again' }).click();
    await other.getByRole('heading', { level: 1, name: 'Day' }).waitFor();
    await other.context().close();
  });

  test('it says when one goes offline, and when one is back', async () => {
    await page.context().setOffline(true);
    const notice = page.getByText('You are offline.');
    await notice.waitFor();
    await page.context().setOffline(false);
    await notice.waitFor({ state: 'hidden' });
  });
});

describe('on a phone', () => {
  test('the pages are at the foot, all others behind More', async () => {
    const phone = await openPageAs(browser, at, 'eve', { viewport: { width: 390, height: 844 } });
    await phone.getByRole('link', { name: 'Month', exact: true }).click();
    await phone.getByRole('heading', { level: 1, name: 'Month' }).waitFor();
    await phone.getByRole('button', { name: 'More', exact: true }).click();
    const menu = phone.getByRole('dialog', { name: 'Menu' });
    await menu.getByRole('link', { name: 'Settings' }).waitFor();
    await keepPicture(phone, 'phone-menu');
    await menu.getByRole('link', { name: 'Settings' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    const width = await phone.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    await phone.context().close();
  });
});
