import { chromium, type Page } from 'playwright-core';
import type { DesktopView } from '../../core/app/view.ts';
import { type FakeWindow, fakeBridge } from './fake-bridge.ts';
import { openPageServer } from './page-server.ts';
import { task } from './sample-view.ts';

interface Options {
  readonly hash?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

const WINDOW = { width: 760, height: 520 };

const found = [
  { groupName: 'Tracked before', workItem: task(1001, 'Retry failed uploads', 'F2CB1D') },
  { groupName: 'Assigned to me', workItem: task(1042, 'First-run tour', '009CCC') },
];

/**
 * The built page in Chromium, with a bridge that shows what a test wants and notes what the page asks. There is one page; what is opened
 * next takes the place of what was open.
 */
export async function openStage() {
  const server = await openPageServer();
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  const page = await browser.newPage({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(20_000);
  let load: Load = loadOf(0, null);
  page.on('pageerror', (error) => load.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') load.faults.push(message.text());
  });
  await page.exposeFunction('stintFirstView', () => load.view);
  await page.exposeFunction('stintAsk', (from: string, what: unknown) => {
    // What was open before may still have asked something.
    if (from !== load.search) return { ok: true };
    load.asked.push(what);
    return load.answer;
  });
  await page.addInitScript(fakeBridge, found);
  return {
    open: async (view: DesktopView, options: Options = {}): Promise<StagePage> => {
      const { hash = '', viewport = WINDOW, colorScheme = 'light' } = options;
      // Nothing is under the mouse, as in a new window.
      await page.mouse.move(-10, -10);
      await page.setViewportSize(WINDOW);
      await page.emulateMedia({ colorScheme });
      load = loadOf(load.count + 1, view);
      await page.goto(`${server.url}${load.search}${hash}`);
      await page.evaluate(untilShown);
      // Chromium draws but once a second what is loaded into a window as low as the small bar.
      await page.setViewportSize(viewport);
      return stagePage(page, load);
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Runs in the page: what looks from outside looks ever more seldom, and so late. */
async function untilShown(): Promise<void> {
  while (!document.querySelector('main')) await new Promise(requestAnimationFrame);
}

/** One loading of the page. Its number in the address makes it one, also where only the hash is another. */
interface Load {
  readonly count: number;
  readonly search: string;
  readonly view: DesktopView | null;
  readonly asked: unknown[];
  readonly faults: string[];
  answer: unknown;
}

function loadOf(count: number, view: DesktopView | null): Load {
  return { count, search: `?load=${count}`, view, asked: [], faults: [], answer: { ok: true } };
}

function stagePage(page: Page, load: Load): StagePage {
  return {
    page,
    asked: load.asked,
    faults: load.faults,
    answerWith: (next) => {
      load.answer = next;
    },
    show: (next) => page.evaluate((shown) => (window as unknown as FakeWindow).stintShow(shown), next),
    holdSearch: async () => {
      await page.evaluate(() => (window as unknown as FakeWindow).stintHoldSearch(true));
      return () => page.evaluate(() => (window as unknown as FakeWindow).stintHoldSearch(false));
    },
    request: (what) => page.evaluate((asked) => (window as unknown as FakeWindow).stintRequest(asked), what),
  };
}

interface StagePage {
  readonly page: Page;
  /** What the page has asked, in order. */
  readonly asked: readonly unknown[];
  /** Errors of the page and of its policy. */
  readonly faults: readonly string[];
  readonly answerWith: (answer: unknown) => void;
  readonly show: (view: DesktopView) => Promise<void>;
  readonly request: (what: string) => Promise<void>;
  /** Searches do not answer any more until what this gives is called. */
  readonly holdSearch: () => Promise<() => Promise<void>>;
}
