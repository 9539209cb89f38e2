import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
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

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
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
    expect(await violations(page, (axe) => axe.withRules(['color-contrast'])), theme).toEqual([]);
    if (picture !== undefined) await keepPicture(page, `${picture}-${theme}`);
  }
  await wish(page, 'light', LIGHT);
}

/** Refuses every violation of WCAG 2.2 A and AA that axe finds in the theme in force. */
export async function expectAccessibleNow(page: Page): Promise<void> {
  expect(await violations(page, (axe) => axe.withTags(TAGS))).toEqual([]);
}

/** Lets the machine ask for a theme, and waits until the page has changed to it. */
async function wish(page: Page, theme: string, wishes: Parameters<Page['emulateMedia']>[0]): Promise<void> {
  await page.emulateMedia(wishes);
  await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    // A colour that has come to its end lets those begin to change that are inherited from it.
    for (;;) {
      const moving = document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
        );
      if (moving.length === 0) return;
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
}

/** What axe finds wrong. The pages have no frames, so that no other page is needed to put the results of frames together. */
async function violations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await choose(axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** Keeps a picture of the page for people who want to look at it: `STINT_PICTURES=1 npm test -- e2e`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env['STINT_PICTURES'] !== '1') return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}${name}.png` });
}
