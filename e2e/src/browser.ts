import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { untilStill, whatAxeFinds } from '@stint/ui/testing';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));

/** Starts the Chromium of this machine; one whose pages reach loopback only. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A page in a session of its own; an error that it does not catch fails the run. Without a service worker unless the options say `allow`,
 * since a test cannot answer what one fetches.
 */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

const LIGHT = { colorScheme: 'light', contrast: 'no-preference' } as const;
const OTHER_THEMES = {
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'light', contrast: 'more' },
} as const;

/**
 * Refuses every violation of WCAG 2.2 A and AA that axe finds in light, and of its contrasts in dark and high contrast, where all else is
 * the same. For a page that follows the machine's theme. With a name, a picture is kept of each theme.
 */
export async function expectAccessible(page: Page, picture?: string): Promise<void> {
  await expectAccessibleNow(page);
  if (picture !== undefined) await keepPicture(page, `${picture}-light`);
  for (const [theme, wishes] of Object.entries(OTHER_THEMES)) {
    await wish(page, theme, wishes);
    expect(await whatAxeFinds(page, ['color-contrast']), theme).toEqual([]);
    if (picture !== undefined) await keepPicture(page, `${picture}-${theme}`);
  }
  await wish(page, 'light', LIGHT);
}

/** Refuses every violation of WCAG 2.2 A and AA that axe finds in the theme in force. */
export async function expectAccessibleNow(page: Page): Promise<void> {
  expect(await whatAxeFinds(page)).toEqual([]);
}

/** Lets the machine ask for a theme, and waits until the page has changed to it. */
async function wish(page: Page, theme: string, wishes: Parameters<Page['emulateMedia']>[0]): Promise<void> {
  await page.emulateMedia(wishes);
  await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
  await untilStill(page);
}

/** Keeps a picture of the page for people who want to look at it: `STINT_PICTURES=1 npm test -- e2e`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env['STINT_PICTURES'] !== '1') return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}${name}.png` });
}
