import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { xRun } from './commands.ts';
import { handlers } from './ipc-main.ts';
import { originOf } from './small-parts.ts';
import { closers } from './windows-open.ts';

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly show?: boolean;
  readonly alwaysOnTop?: boolean;
  readonly title?: string;
  readonly webPreferences?: { readonly preload?: string };
}

let count = 0;

/** An app window of Chromium. Everything asked of it before it is there happens as soon as it is. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    send: (channel: string, ...args: unknown[]) => void this.send(channel, args),
    setWindowOpenHandler: () => undefined,
  });
  private readonly options: Options;
  private readonly name: string;
  private readonly index: number;
  private last: Promise<unknown> = Promise.resolve();
  private page: Page | null = null;
  private context: BrowserContext | null = null;
  private id = '';
  private url = '';
  private profile = '';
  private isEnding = false;
  private wanted: boolean;

  constructor(options: Options) {
    super();
    this.options = options;
    this.index = count;
    this.name = `stint-lab-${process.pid}-${this.index}`;
    this.wanted = options.show !== false;
    count += 1;
  }

  loadURL(url: string): Promise<void> {
    return this.next(() => this.open(url));
  }
  show(): void {
    this.wanted = true;
    void this.next(() => this.map());
  }
  hide(): void {
    this.wanted = false;
    void this.next(() => this.map());
  }
  focus(): void {
    void this.next(() => xRun('xdotool', 'windowactivate', this.id));
  }
  setAlwaysOnTop(isOn: boolean): void {
    void this.next(() => xRun('wmctrl', '-i', '-r', this.id, '-b', `${isOn ? 'add' : 'remove'},above`));
  }

  private next(act: () => unknown): Promise<void> {
    const done = this.last.then(act).then(() => undefined);
    this.last = done.catch((error: unknown) => console.error(error));
    return done;
  }

  private async open(url: string): Promise<void> {
    this.url = url;
    this.profile = mkdtempSync(join(tmpdir(), 'stint-lab-'));
    const { protocol, host, pathname, hash } = new URL(url);
    const origin = await originOf(`${protocol}//${host}`);
    const context = await this.launch(origin);
    this.context = context;
    // Its window may be closed as soon as it is seen, before all else here has happened.
    let isClosed = false;
    const closed = () => {
      if (isClosed || this.isEnding) return;
      isClosed = true;
      this.closed();
    };
    context.once('close', closed);
    closers.add(this.destroy);
    const { preload } = this.options.webPreferences ?? {};
    await context.exposeBinding('stintLabInvoke', async ({ frame }, channel: string, args: unknown[]) => {
      const path = frame.url().replace(/^https?:\/\/[^/]+/, '');
      const senderFrame = { url: `${protocol}//${host}${path}` };
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`No handler for ${channel}`);
      return handler({ senderFrame }, ...args);
    });
    if (preload) await context.addInitScript({ content: withElectron(readFileSync(preload, 'utf8')) });
    const page = context.pages()[0] ?? (await context.newPage());
    page.once('close', closed);
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(message.text());
    });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`${origin}${pathname}${hash}`);
    if (isClosed) return;
    this.page = page;
    await this.find();
    await this.map();
    if (this.options.alwaysOnTop) await xRun('wmctrl', '-i', '-r', this.id, '-b', 'add,above');
    this.emit('ready-to-show');
  }

  /** Starts Chromium; again when its window was closed while it started. */
  private async launch(origin: string): Promise<BrowserContext> {
    const port = /--remote-debugging-port=(\d+)/.exec(process.argv.join(' '))?.[1];
    const options = {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      headless: false,
      ignoreDefaultArgs: ['--enable-automation'],
      viewport: null,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-sync',
        '--test-type',
        // Also in a session that says it is Wayland: the lab's windows are those of X11.
        '--ozone-platform=x11',
        `--app=${origin}/blank`,
        `--class=${this.name}`,
        `--window-size=${this.options.width ?? 800},${this.options.height ?? 600}`,
        ...(port === undefined ? [] : [`--remote-debugging-port=${Number(port) + this.index}`]),
      ],
    };
    for (let tries = 1; ; tries += 1) {
      try {
        return await chromium.launchPersistentContext(this.profile, options);
      } catch (error) {
        if (tries === 3 || this.isEnding) throw error;
      }
    }
  }

  private async find(): Promise<void> {
    for (let tries = 0; tries < 50 && this.id === ''; tries += 1) {
      this.id = (await xRun('xdotool', 'search', '--onlyvisible', '--class', this.name)).split('\n')[0] ?? '';
      if (this.id === '') await sleep(100);
    }
  }

  private async map(): Promise<void> {
    if (this.id === '') return;
    await xRun('xdotool', this.wanted ? 'windowmap' : 'windowunmap', this.id);
  }

  /** Somebody closed the window: Chromium cannot be asked to keep it, so that what Electron would hide is opened anew, and hidden. */
  private closed(): void {
    let isPrevented = false;
    this.id = '';
    this.page = null;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) return void this.emit('closed');
    void this.next(async () => {
      await this.endChromium();
      await this.open(this.url);
    });
  }

  private async send(channel: string, args: unknown[]): Promise<void> {
    await this.last;
    await this.page
      ?.evaluate(
        ([name, values]) =>
          (globalThis as unknown as LabPage).stintLabReceive(name as string, values as unknown[]),
        [channel, args],
      )
      .catch(() => undefined);
  }

  private readonly destroy = (): Promise<void> => {
    this.isEnding = true;
    return this.endChromium();
  };

  private async endChromium(): Promise<void> {
    // It may have ended by itself, with its window.
    await this.context?.close().catch(() => undefined);
    // Where it ends by itself its last processes still write; a folder that stays behind must not keep the window from coming back.
    await rm(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }).catch(
      () => undefined,
    );
  }
}

interface LabPage {
  stintLabReceive: (channel: string, args: unknown[]) => void;
}

/** A preload script with what it requires of Electron, in the page. */
function withElectron(preload: string): string {
  return `(() => {
    const listeners = new Map();
    globalThis.stintLabReceive = (channel, args) => {
      for (const heard of listeners.get(channel) ?? []) heard({}, ...args);
    };
    const electron = {
      contextBridge: { exposeInMainWorld: (name, value) => { globalThis[name] = value; } },
      ipcRenderer: {
        invoke: (channel, ...args) => globalThis.stintLabInvoke(channel, args),
        on: (channel, heard) => listeners.set(channel, [...(listeners.get(channel) ?? []), heard]),
      },
    };
    const module = { exports: {} };
    (function (require, exports, module) {${preload}\n})(() => electron, module.exports, module);
  })()`;
}
