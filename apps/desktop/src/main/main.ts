import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  autoUpdater,
  globalShortcut,
  ipcMain,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  shell,
} from 'electron';
import { openDesktop, type Desktop } from '../core/app/desktop.ts';
import type { DesktopView, SystemView } from '../core/app/view.ts';
import { LINK_SCHEME } from '../core/pairing/deep-link.ts';
import type { HotkeyAction } from '../core/settings/hotkeys.ts';
import type { WindowAct } from '../bridge/bridge.ts';
import { alertsOf } from './alerts.ts';
import { serveBridge } from './bridge-server.ts';
import { createFiles } from './files.ts';
import { createHotkeys } from './hotkeys.ts';
import { createLatestOnly } from './latest-only.ts';
import { watchScreenLock } from './linux/screen-lock.ts';
import { createLinks } from './links.ts';
import { livePort } from './live.ts';
import { createLoginStart, wasStartedAtLogin } from './login-start.ts';
import { createNotifications } from './notifications.ts';
import { answerPage, PAGE_SCHEME } from './page-protocol.ts';
import { createSecrets } from './secrets.ts';
import { loadTexts } from './texts.ts';
import { createTray } from './tray.ts';
import { createUpdatePort } from './updates/updates.ts';
import { createWindows } from './windows.ts';

const SOURCE_CODE = 'https://github.com/stint/stint';
const here = dirname(fileURLToPath(import.meta.url));
const isLinux = process.platform === 'linux';
const isWayland = isLinux && process.env['XDG_SESSION_TYPE'] === 'wayland';

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
if (app.requestSingleInstanceLock()) void begin();
else app.quit();

/** Requests by Electron, which knows the proxies and certificates of the system. */
const fetchBySystem: typeof globalThis.fetch = (input, init) =>
  net.fetch(input instanceof URL ? input.href : input, init);

/** Seconds since the last input; null where the system cannot tell. */
function idle(): number | null {
  return isWayland ? null : powerMonitor.getSystemIdleTime();
}

async function begin(): Promise<void> {
  await app.whenReady();
  protocol.handle(PAGE_SCHEME, (request) => answerPage(join(here, '../page'), request.url));
  const updates = createUpdatePort({
    app,
    updater: autoUpdater,
    fetch: fetchBySystem,
    key: join(here, 'release-key.pem'),
    resources: process.resourcesPath,
  });
  let takenHotkeys: readonly HotkeyAction[] = [];
  const system = (): SystemView => ({
    platform: process.platform,
    version: app.getVersion(),
    canTellIdle: !isWayland,
    canHaveHotkeys: !isWayland,
    takenHotkeys,
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

  const windows = createWindows({
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
    if (kind === 'check' && isButton) act({ kind: 'confirmActivity' });
    else windows.show(kind === 'reminder' ? 'start' : undefined);
  });
  const loginStart = createLoginStart(app, process.platform, {
    configFolder: process.env['XDG_CONFIG_HOME'] ?? join(app.getPath('home'), '.config'),
    command: process.env['APPIMAGE'] ?? app.getPath('exe'),
  });

  let shown: DesktopView | null = null;
  const update = createLatestOnly(async () => {
    const view = desktop.view();
    const texts = await loadTexts(view.settings.language, app.getPreferredSystemLanguages());
    windows.send(view);
    tray.update(view, texts);
    const { begun, ended } = alertsOf(shown, view, texts);
    for (const kind of ended) notifications.end(kind);
    for (const alert of begun) notifications.show(alert);
    if (begun.some(({ kind }) => kind === 'check' || kind === 'question')) windows.show();
    if (shown?.settings.startsAtLogin !== view.settings.startsAtLogin)
      await loginStart.set(view.settings.startsAtLogin);
    if (shown?.settings !== view.settings) {
      nativeTheme.themeSource = view.settings.theme;
      windows.setAlwaysOnTop(view.settings.isAlwaysOnTop);
    }
    takenHotkeys = hotkeys.apply(view.settings.hotkeys, view.settings.areHotkeysOn && !isWayland);
    shown = view;
  });
  desktop.onChange(update);
  update();

  setInterval(() => void desktop.tick(idle()), 1_000);
  const tell = (event: 'locked' | 'unlocked' | 'suspended' | 'resumed') => void desktop.tell(event, idle());
  powerMonitor.on('suspend', () => tell('suspended'));
  powerMonitor.on('resume', () => {
    tell('resumed');
    desktop.reconnect();
  });
  if (isLinux)
    watchScreenLock(
      (isLocked) => tell(isLocked ? 'locked' : 'unlocked'),
      () => undefined,
    );
  else {
    powerMonitor.on('lock-screen', () => tell('locked'));
    powerMonitor.on('unlock-screen', () => tell('unlocked'));
  }

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

/** The addresses that a page may ask to be opened: of the server it pairs or is paired with, and of the project. */
function addressOf(what: 'apps' | 'web' | 'source', { pairing, organizations }: DesktopView): string {
  if (what === 'source') return SOURCE_CODE;
  const paired = organizations.find(({ isActive }) => isActive)?.server ?? SOURCE_CODE;
  const server = 'address' in pairing ? pairing.address.baseUrl : paired;
  return what === 'apps' ? `${server}/apps` : `${server}/`;
}
