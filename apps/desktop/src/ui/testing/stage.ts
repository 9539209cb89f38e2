import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DesktopView } from '../../core/app/view.ts';
import { task } from './sample-view.ts';

const dist = fileURLToPath(new URL('../../../dist/page/', import.meta.url));
const pictures = fileURLToPath(new URL('../../../screenshots/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The built page in Chromium, with a bridge that shows what a test wants and notes what the page asks. */
export async function openStage() {
  const server = createServer((request, response) => {
    void serveFile(new URL(request.url ?? '/', 'http://x').pathname, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
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
  return {
    open: (view: DesktopView, options: BrowserContextOptions & { readonly hash?: string } = {}) =>
      openPage(view, options, browser, `http://127.0.0.1:${port}/${options.hash ?? ''}`),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function serveFile(path: string, response: ServerResponse): Promise<void> {
  const file = normalize(join(dist, path === '/' ? 'index.html' : path));
  try {
    const body = path === '/favicon.ico' ? '' : await readFile(file);
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

async function openPage(
  view: DesktopView,
  options: BrowserContextOptions,
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  url: string,
): Promise<StagePage> {
  const context = await browser.newContext({
    viewport: { width: 760, height: 520 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const asked: unknown[] = [];
  let answer: unknown = { ok: true };
  await page.exposeFunction('stintAsk', (what: unknown) => {
    asked.push(what);
    return answer;
  });
  const found = [
    { groupName: 'Tracked before', workItem: task(1001, 'Retry failed uploads', 'F2CB1D') },
    { groupName: 'Assigned to me', workItem: task(1042, 'First-run tour', '009CCC') },
  ];
  await page.addInitScript(fakeBridge, { view, found });
  await page.goto(url);
  return {
    page,
    asked,
    faults,
    answerWith: (next) => {
      answer = next;
    },
    show: (next) => page.evaluate((shown) => (window as unknown as FakeWindow).stintShow(shown), next),
    holdSearch: async () => {
      await page.evaluate(() => (window as unknown as FakeWindow).stintHoldSearch(true));
      return () => page.evaluate(() => (window as unknown as FakeWindow).stintHoldSearch(false));
    },
    request: (what) => page.evaluate((asked) => (window as unknown as FakeWindow).stintRequest(asked), what),
    picture: async (name) => {
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: `${pictures}${name}.png` });
    },
    expectUncut: async () => {
      // Lists that stand over the page follow it a moment later.
      const beside = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(beside, { timeout: 10_000 }).toBeLessThanOrEqual(0);
      await expect.poll(() => page.evaluate(cutTexts), { timeout: 10_000 }).toEqual([]);
    },
    expectAccessible: async (rules) => {
      // There are no frames, so that no other page is needed to put their results together.
      const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze();
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`,
        ),
      ).toEqual([]);
    },
  };
}

export interface StagePage {
  readonly page: Page;
  /** What the page has asked, in order. */
  readonly asked: unknown[];
  /** Errors of the page and of its policy. */
  readonly faults: string[];
  readonly answerWith: (answer: unknown) => void;
  readonly show: (view: DesktopView) => Promise<void>;
  readonly request: (what: string) => Promise<void>;
  /** Searches do not answer any more until what this gives is called. */
  readonly holdSearch: () => Promise<() => Promise<void>>;
  readonly picture: (name: string) => Promise<void>;
  /** By all rules of WCAG 2.2 AA, or by some. */
  readonly expectAccessible: (rules?: readonly string[]) => Promise<void>;
  /** Nothing is wider than the window, and no text is cut but where three dots say so. */
  readonly expectUncut: () => Promise<void>;
}

interface FakeWindow {
  stintShow: (view: DesktopView) => void;
  stintRequest: (what: string) => void;
  stintHoldSearch: (isHeld: boolean) => void;
  stintAsk: (what: unknown) => Promise<unknown>;
  stint: unknown;
}

/** Runs in the page: the texts that do not fit into their element, or stand beside the window. */
function cutTexts(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    const hasText = [...element.childNodes].some((each) => each.nodeType === 3 && each.textContent?.trim());
    const { textOverflow, display, clip, position } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isShown =
      hasText && box.width > 1 && display !== 'none' && !(position === 'absolute' && clip !== 'auto');
    if (!isShown || element.closest('option')) return [];
    const isCut =
      display !== 'inline' && element.scrollWidth > element.clientWidth + 1 && textOverflow !== 'ellipsis';
    return isCut || box.right > innerWidth + 1 || box.left < -1 ? [element.textContent ?? ''] : [];
  });
}

/** Runs in the page before anything else. */
function fakeBridge({ view, found }: { view: DesktopView; found: unknown }): void {
  const own = globalThis as unknown as FakeWindow;
  const viewers = new Set<(view: DesktopView) => void>();
  const requests = new Set<(what: string) => void>();
  const kept = <T>(set: Set<T>, each: T) => {
    set.add(each);
    return () => set.delete(each);
  };
  let last = view;
  own.stintShow = (next) => {
    last = next;
    for (const viewer of viewers) viewer(next);
  };
  let release: (() => void) | null = null;
  let held: Promise<void> | null = null;
  own.stintHoldSearch = (isHeld) => {
    release?.();
    held = isHeld ? new Promise((resolve) => (release = resolve)) : null;
  };
  let unheard: string | null = null;
  own.stintRequest = (what) => {
    if (requests.size === 0) unheard = what;
    for (const heard of requests) heard(what);
  };
  own.stint = {
    view: async () => last,
    onView: (heard: (view: DesktopView) => void) => kept(viewers, heard),
    onRequest: (heard: (what: string) => void) => {
      if (unheard !== null) heard(unheard);
      unheard = null;
      return kept(requests, heard);
    },
    act: (command: unknown) => own.stintAsk(command),
    search: async (query: string) => {
      await held;
      return { query, count: 2, workItems: found };
    },
    isHotkeyFree: async (combination: string) => combination !== 'Control+Alt+L',
    window: (act: unknown) => own.stintAsk({ window: act }),
  };
}
