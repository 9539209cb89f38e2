import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testServer } from '@stint/server/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ActResult } from '../bridge/bridge.ts';
import type { DesktopCommand } from '../core/app/commands.ts';
import type { DesktopView } from '../core/app/view.ts';
import { CHANNELS } from './channels.ts';
import { createRecordingElectron } from './testing/recording-electron.ts';

const own = { platform: process.platform, argv: process.argv };
let stage: Awaited<ReturnType<typeof testServer>>;
let address: string;
let folder: string;
beforeAll(async () => {
  stage = await testServer();
  address = await stage.server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => stage.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stint-systems-'));
  vi.useFakeTimers({ toFake: ['setInterval'] });
});
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: own.platform });
  process.argv = own.argv;
  vi.useRealTimers();
  vi.doUnmock('electron');
  vi.resetModules();
});

type Recorded = ReturnType<typeof createRecordingElectron>;
const event = { senderFrame: { url: 'stint-app://page/index.html' } };

/** Runs the real main process as on another system. */
async function start(
  platform: 'win32' | 'darwin',
  args: readonly string[] = [],
  prepare?: (made: Recorded) => void,
) {
  const made = createRecordingElectron(folder);
  prepare?.(made);
  Object.defineProperty(process, 'platform', { value: platform });
  process.argv = ['stint', ...args];
  vi.doMock('electron', () => made.electron);
  await import('./main.ts');
  // macOS tells a link before anything is ready.
  const ready = expect.poll(() => made.handlers.has(CHANNELS.view) && made.state.menu.length > 0).toBe(true);
  const view = () => made.handlers.get(CHANNELS.view)?.(event) as DesktopView;
  const act = (command: DesktopCommand) =>
    made.handlers.get(CHANNELS.act)?.(event, command) as Promise<ActResult>;
  const named = (name: string) => made.calls.filter(([each]) => each === name);
  const close = () => made.electron.app.emit('will-quit');
  return { ...made, ready, view, act, named, close };
}

async function paired(platform: 'win32' | 'darwin') {
  const app = await start(platform);
  await app.ready;
  const who = await stage.addPerson(stage.organizationId, `p${Math.random().toString(36).slice(2)}`, 'Team');
  void app.act({ kind: 'pairServer', address });
  await expect.poll(() => app.view().pairing.kind).toBe('pin');
  const { pairing } = app.view();
  await stage.ask(who, 'POST', '/api/rest/apps', { pin: pairing.kind === 'pin' ? pairing.pin : '' });
  await expect.poll(() => app.view().active?.connection.kind).toBe('online');
  const subject = {
    workItem: null,
    workItemId: null,
    comment: 'abroad',
    activityTypeId: '00000000-0000-0000-0000-000000000000',
    isBillable: null,
  };
  const track = () => app.act({ kind: 'time', command: { kind: 'start', subject } });
  const isRunning = () => app.view().active?.run != null;
  return { ...app, subject, track, isRunning };
}

describe.each(['win32', 'darwin'] as const)('on %s', (platform) => {
  test('hotkeys start and stop, the tray shows what runs and stops it, its click shows the window', async () => {
    const app = await paired(platform);
    await app.track();
    await expect.poll(() => app.named('tray.setToolTip').at(-1)).toEqual(['tray.setToolTip', 'abroad']);
    expect(String(app.named('tray.setImage').at(-1)?.[1])).toContain('tracking.png');
    app.state.menu.find(({ label }) => label === 'Stop tracking')?.click?.();
    await expect.poll(app.isRunning).toBe(false);
    await app.track();
    const { hotkeys } = app.view().settings;
    app.shortcuts.get(hotkeys.startStop)?.();
    await expect.poll(app.isRunning).toBe(false);
    const shown = app.named('window.show').length;
    app.tray.emit('click');
    expect(app.named('window.show')).toHaveLength(shown + 1);
    app.state.menu.at(-1)?.click?.();
    expect(app.named('app.quit')).toHaveLength(1);
    app.close();
  });

  test('the tray starts what its items are about now, also where only what is not read has changed', async () => {
    const app = await paired(platform);
    await app.act({
      kind: 'time',
      command: { kind: 'book', timestamp: '2026-03-02T09:00:00', length: 60, subject: app.subject },
    });
    const last = () => app.view().active?.days[0]?.entries[0];
    const choose = () => app.state.menu.find(({ label }) => label === 'abroad')?.click;
    await expect.poll(choose).toBeDefined();
    const { id: workLogId = '', fields: before } = last() ?? {};
    if (before === undefined) throw new Error('nothing is shown');
    await app.act({
      kind: 'time',
      command: { kind: 'edit', workLogId, before, after: { isBillable: true } },
    });
    const chosen = choose();
    await expect.poll(() => choose() !== chosen).toBe(true);
    const started: unknown[] = [];
    app.electron.net.fetch = (input, init) => {
      if (input.includes('startTracking')) started.push(JSON.parse(String(init?.body)));
      return fetch(input, init);
    };
    choose()?.();
    await expect.poll(() => started).toMatchObject([{ remark: 'abroad', isBillable: true }]);
    app.close();
  });

  test('the locked screen and sleep stop the track where the setting says so', async () => {
    const app = await paired(platform);
    const power = app.electron.powerMonitor;
    await app.track();
    power.emit('lock-screen');
    power.emit('unlock-screen');
    expect(app.isRunning()).toBe(true);
    await app.act({ kind: 'settings', change: { stopsOnLock: true } });
    power.emit('lock-screen');
    await expect.poll(app.isRunning).toBe(false);
    power.emit('unlock-screen');
    await app.track();
    power.emit('suspend');
    await expect.poll(app.isRunning).toBe(false);
    power.emit('resume');
    app.close();
  });

  test('starting at log-in is the system’s own, and writes no file of Linux', async () => {
    const app = await start(platform);
    await app.ready;
    await app.act({ kind: 'settings', change: { startsAtLogin: true } });
    await expect
      .poll(() => app.named('app.setLoginItemSettings').at(-1)?.[1])
      .toEqual({ openAtLogin: true, args: ['--hidden'] });
    expect(await readdir(folder)).not.toContain('autostart');
    await app.act({ kind: 'settings', change: { startsAtLogin: false } });
    await expect
      .poll(() => app.named('app.setLoginItemSettings').at(-1)?.[1])
      .toMatchObject({ openAtLogin: false });
    app.close();
  });

  test('always on top and theme hold at once; a taken hotkey is told', async () => {
    const app = await start(platform, [], ({ state }) => {
      state.taken = 'Control+Alt+T';
    });
    await app.ready;
    await app.act({ kind: 'settings', change: { isAlwaysOnTop: true, theme: 'dark' } });
    await expect.poll(() => app.named('window.setAlwaysOnTop').at(-1)?.[1]).toBe(true);
    expect(app.electron.nativeTheme.themeSource).toBe('dark');
    await app.act({
      kind: 'settings',
      change: { hotkeys: { ...app.view().settings.hotkeys, startStop: 'Control+Alt+T' } },
    });
    await expect.poll(() => app.view().system.takenHotkeys).toContain('startStop');
    app.close();
  });

  test('the pages may neither navigate, open windows nor ask for rights; only macOS has a menu', async () => {
    const app = await start(platform);
    await app.ready;
    expect(app.named('BrowserWindow')[0]?.[1]).toMatchObject({
      backgroundColor: '#1b1a19',
      webPreferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        spellcheck: platform === 'darwin',
      },
    });
    let isPrevented = false;
    for (const name of ['will-navigate', 'will-attach-webview']) {
      isPrevented = false;
      app.windows[0]?.webContents.emit(name, { preventDefault: () => (isPrevented = true) });
      expect([name, isPrevented]).toEqual([name, true]);
    }
    expect(app.windows[0]?.state.openHandler?.()).toEqual({ action: 'deny' });
    const answers: boolean[] = [];
    const handler = app.named('session.setPermissionRequestHandler')[0]?.[1] as (...args: unknown[]) => void;
    handler(null, 'media', (isAllowed: boolean) => answers.push(isAllowed));
    expect(answers).toEqual([false]);
    expect(app.named('Menu.setApplicationMenu')).toHaveLength(platform === 'darwin' ? 0 : 1);
    app.close();
  });

  test('a system that refuses to start the app at log-in is told, and the rest of the settings holds', async () => {
    const app = await start(platform, [], ({ electron }) => {
      electron.app.setLoginItemSettings = () => {
        throw new Error('not allowed');
      };
    });
    await app.ready;
    await expect.poll(() => app.view().system.canStartAtLogin).toBe(false);
    await app.act({ kind: 'settings', change: { isAlwaysOnTop: true } });
    await expect.poll(() => app.named('window.setAlwaysOnTop').at(-1)?.[1]).toBe(true);
    app.close();
  });

  test('closing the window hides it until the app quits', async () => {
    const app = await start(platform);
    await app.ready;
    let isPrevented = false;
    const close = () => app.windows[0]?.emit('close', { preventDefault: () => (isPrevented = true) });
    close();
    expect([isPrevented, app.named('window.hide').length]).toEqual([true, 1]);
    app.electron.app.emit('before-quit');
    isPrevented = false;
    close();
    expect(isPrevented).toBe(false);
    app.close();
  });
});

const link = () => `stint://pair?server=${encodeURIComponent(address)}&code=${'x'.repeat(24)}`;

test('on Windows a link comes as an argument, of the first start and of a second; notifications know the app', async () => {
  const app = await start('win32', [link()]);
  await app.ready;
  await expect.poll(() => app.view().pairing.kind).toBe('linkAsked');
  await app.act({ kind: 'cancelPairing' });
  app.electron.app.emit('second-instance', {}, ['stint.exe', link()]);
  expect(app.view().pairing.kind).toBe('linkAsked');
  expect(app.named('app.setAppUserModelId')).toEqual([['app.setAppUserModelId', 'dev.stint.desktop']]);
  expect(app.named('app.setAsDefaultProtocolClient')).toEqual([['app.setAsDefaultProtocolClient', 'stint']]);
  app.close();
});

test('on macOS the link that starts the app comes before it is ready and is not lost; the dock shows the window', async () => {
  const app = await start('darwin');
  app.electron.app.emit('open-url', { preventDefault: () => undefined }, link());
  await app.ready;
  await expect.poll(() => app.view().pairing.kind).toBe('linkAsked');
  const shown = app.named('window.show').length;
  app.electron.app.emit('activate');
  expect(app.named('window.show')).toHaveLength(shown + 1);
  expect(app.named('app.setAppUserModelId')).toEqual([]);
  app.close();
});

test('on macOS an app that is paired and was opened at log-in shows no window', async () => {
  const first = await paired('darwin');
  first.close();
  vi.resetModules();
  const app = await start('darwin', [], ({ state }) => {
    state.wasOpenedAtLogin = true;
  });
  await app.ready;
  app.windows[0]?.emit('ready-to-show');
  expect(app.named('window.show')).toEqual([]);
  app.close();
});
