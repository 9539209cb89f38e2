import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  autoUpdater,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import { openDesktop, type Desktop } from '../core/app/desktop.ts';
import type { DesktopView, SystemView } from '../core/app/view.ts';
import { LINK_SCHEME } from '../core/pairing/deep-link.ts';
import type { WindowAct } from '../bridge/bridge.ts';
import { alertsOf } from './alerts.ts';
import { addressOf } from './addresses.ts';
import { serveBridge } from './bridge-server.ts';
import { createFiles } from './files.ts';
import { createHotkeys } from './hotkeys.ts';
import { createLatestOnly } from './latest-only.ts';
import { watchIdleTime } from './linux/idle-time.ts';
import { isWaylandSession } from './linux/session.ts';
import { createLinks } from './links.ts';
import { livePort } from './live.ts';
import { createLoginStart, wasStartedAtLogin } from './login-start.ts';
import { createNotifications } from './notifications.ts';
import { watchPower } from './power.ts';
import { answerPage, PAGE_SCHEME } from './page-protocol.ts';
import { createSecrets } from './secrets.ts';
import { createSettingsInForce, type SettingsInForce } from './settings-in-force.ts';
import { loadTexts } from './texts.ts';
import { createTray } from './tray.ts';
import { userAgentOf } from './user-agent.ts';
import { createUpdatePort } from './updates/updates.ts';
import { createWindows } from './windows.ts';

const here = dirname(fileURLToPath(import.meta.url));
const isWayland = isWaylandSession(process.platform, process.env);

protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } }]);
app.setAsDefaultProtocolClient(LINK_SCHEME);
// Windows shows notifications only of apps that say which they are, as the installer does.
if (process.platform === 'win32') app.setAppUserModelId('dev.stint.desktop');

const links = createLinks();
links.opened(process.argv);
app.on('second-instance', (_event, args) => links.opened(args));
app.on('open-url', (event, url) => {
  event.preventDefault();
  links.opened([url]);
});
if (app.requestSingleInstanceLock()) void begin().catch(failed);
else app.quit();

/** Without its files the app can do nothing; it says why. */
function failed(error: unknown): void {
  dialog.showErrorBox('Stint', error instanceof Error ? error.message : String(error));
  app.exit(1);
}

/** Requests by Electron, which knows the proxies and certificates of the system. */
const fetchBySystem: typeof globalThis.fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('user-agent', userAgentOf(hostname(), app.getVersion(), process.platform));
  return net.fetch(input instanceof URL ? input.href : input, { ...init, headers });
};

async function begin(): Promise<void> {
  await app.whenReady();
  // Elsewhere the menu is hidden and of no use; on macOS copy and paste need it.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  protocol.handle(PAGE_SCHEME, (request) => answerPage(join(here, '../page'), request.url));
  const updates = createUpdatePort({
    app,
    updater: autoUpdater,
    fetch: fetchBySystem,
    key: join(here, 'release-key.pem'),
  });
  let settings: SettingsInForce | null = null;
  let canTellLock = true;
  const update = createLatestOnly(() => show());
  const waylandIdle = isWayland ? watchIdleTime(() => update()) : null;
  /** Seconds since the last input; null where the system cannot tell. */
  const idle = () => (waylandIdle ? waylandIdle.seconds() : powerMonitor.getSystemIdleTime());
  const system = (): SystemView => ({
    platform: process.platform,
    version: app.getVersion(),
    canTellIdle: waylandIdle === null || waylandIdle.seconds() !== null,
    canTellLock,
    canHaveHotkeys: !isWayland,
    ...(settings?.refused() ?? { takenHotkeys: [], canStartAtLogin: true }),
    canUpdate: updates.target !== null,
  });
  const desktop = await openDesktop({
    files: createFiles(join(app.getPath('userData'), 'time')),
    secrets: createSecrets(safeStorage, process.platform),
    clock: {
      read: () => ({ wall: Date.now(), steady: performance.now() }),
      after: (milliseconds, call) => {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    fetch: fetchBySystem,
    live: livePort,
    updates,
    newId: randomUUID,
    random: Math.random,
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    system,
  });
  const act = (command: Parameters<Desktop['act']>[0]) => void desktop.act(command).catch(() => undefined);

  nativeTheme.themeSource = desktop.view().settings.theme;
  const windows = createWindows({
    background: () => (nativeTheme.shouldUseDarkColors ? '#1b1a19' : '#faf9f8'),
    preload: join(here, 'preload.cjs'),
    isHidden: wasStartedAtLogin(app, process) && desktop.view().organizations.length > 0,
  });
  const quit = () => {
    windows.letClose();
    app.quit();
  };
  const hotkeys = createHotkeys(globalShortcut, (action) => {
    if (action === 'show') windows.show();
    else if (action === 'addTime') windows.show('addTime');
    else if (action === 'confirmActivity') act({ kind: 'confirmActivity' });
    else if (desktop.view().active?.run) act({ kind: 'time', command: { kind: 'stop' } });
    else windows.show('start');
  });
  const onWindow = (wanted: WindowAct) => {
    if (wanted.kind === 'minimize') windows.minimize();
    else if (wanted.kind === 'expand') windows.expand();
    else if (wanted.kind === 'pauseHotkeys') hotkeys.pause(wanted.isPaused);
    else return shell.openExternal(addressOf(wanted.what, desktop.view()));
    return undefined;
  };
  serveBridge({ ipc: ipcMain, desktop, isHotkeyFree: hotkeys.isFree, window: onWindow });

  const tray = createTray({
    icons: { idle: join(here, 'icons/idle.png'), tracking: join(here, 'icons/tracking.png') },
    act,
    show: windows.show,
    quit,
  });
  const notifications = createNotifications((kind, isButton) => {
    if (isButton) act({ kind: 'confirmActivity' });
    else windows.show(kind === 'reminder' ? 'start' : undefined);
  });
  const loginStart = createLoginStart(app, process.platform, {
    configFolder: process.env['XDG_CONFIG_HOME'] ?? join(app.getPath('home'), '.config'),
    command: process.env['APPIMAGE'] ?? app.getPath('exe'),
  });

  settings = createSettingsInForce({
    theme: nativeTheme,
    windows,
    hotkeys,
    loginStart,
    canHaveHotkeys: () => !isWayland,
  });
  let shown: DesktopView | null = null;
  async function show(): Promise<void> {
    const view = desktop.view();
    const texts = await loadTexts(view.settings.language, app.getPreferredSystemLanguages());
    windows.send(view);
    tray.update(view, texts);
    const { begun, ended } = alertsOf(shown, view, texts);
    for (const kind of ended) notifications.end(kind);
    for (const alert of begun) notifications.show(alert);
    if (begun.some(({ kind }) => kind !== 'reminder')) windows.show();
    shown = view;
    if (await settings?.apply(view.settings)) update();
  }
  desktop.onChange(update);
  update();

  setInterval(() => {
    waylandIdle?.look();
    void desktop.tick(idle());
  }, 1_000);
  watchPower(powerMonitor, process.platform, {
    tell: (event) => void desktop.tell(event, idle()),
    woke: desktop.reconnect,
    lockUnknown: () => {
      canTellLock = false;
      update();
    },
  });

  links.follow((link) => {
    if (link === null || desktop.openLink(link) !== null) windows.show();
  });
  app.on('activate', () => windows.show());
  app.on('before-quit', () => windows.letClose());
  app.on('will-quit', () => {
    globalShortcut.unregisterAll();
    desktop.close();
  });
}
