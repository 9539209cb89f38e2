import { EventEmitter } from 'node:events';

/** A call that the app made of Electron: `app.quit`, `globalShortcut.register` … with what it gave. */
export type Call = readonly [name: string, ...args: unknown[]];

interface MenuItem {
  readonly label?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly MenuItem[];
  readonly click?: () => void;
}

/** Electron of a system that is not here: notes what it is asked, and lets a test say what happens. */
export function createRecordingElectron(userData: string) {
  const calls: Call[] = [];
  const note =
    <Answer>(name: string, answer?: Answer) =>
    (...args: unknown[]): Answer => {
      calls.push([name, ...args]);
      return answer as Answer;
    };
  const emitter = <Members extends object>(members: Members) => Object.assign(new EventEmitter(), members);
  const shortcuts = new Map<string, () => void>();
  const handlers = new Map<string, (event: unknown, value?: unknown) => unknown>();
  const state = { idle: 0, menu: [] as readonly MenuItem[], wasOpenedAtLogin: false, taken: '' };
  const notifications: EventEmitter[] = [];

  const windowOf = (name: string) => {
    const own = { openHandler: null as (() => unknown) | null };
    return emitter({
      state: own,
      loadURL: async (url: string) => void calls.push([`${name}.loadURL`, url]),
      show: note(`${name}.show`),
      hide: note(`${name}.hide`),
      focus: note(`${name}.focus`),
      setAlwaysOnTop: note(`${name}.setAlwaysOnTop`),
      webContents: emitter({
        send: () => undefined,
        setWindowOpenHandler: (handler: () => unknown) => {
          own.openHandler = handler;
        },
      }),
    });
  };
  const windows: ReturnType<typeof windowOf>[] = [];
  const tray = emitter({
    setImage: note('tray.setImage'),
    setToolTip: note('tray.setToolTip'),
    setContextMenu: (menu: { readonly items: readonly MenuItem[] }) => {
      state.menu = menu.items;
    },
  });

  const electron = {
    app: emitter({
      isPackaged: false,
      whenReady: async () => undefined,
      getPath: () => userData,
      getVersion: () => '0.1.0',
      getPreferredSystemLanguages: () => ['en'],
      getLoginItemSettings: () => ({ wasOpenedAtLogin: state.wasOpenedAtLogin }),
      setLoginItemSettings: note('app.setLoginItemSettings'),
      setAsDefaultProtocolClient: note('app.setAsDefaultProtocolClient', true),
      setAppUserModelId: note('app.setAppUserModelId'),
      requestSingleInstanceLock: () => true,
      relaunch: note('app.relaunch'),
      exit: note('app.exit'),
      quit: note('app.quit'),
    }),
    autoUpdater: emitter({}),
    dialog: { showErrorBox: note('dialog.showErrorBox') },
    BrowserWindow: function BrowserWindow(options: unknown) {
      calls.push(['BrowserWindow', options]);
      const made = windowOf(windows.length === 0 ? 'window' : 'bar');
      windows.push(made);
      return made;
    },
    globalShortcut: {
      register: (combination: string, call: () => void) => {
        if (combination === state.taken) return false;
        shortcuts.set(combination, call);
        return true;
      },
      unregister: (combination: string) => void shortcuts.delete(combination),
      unregisterAll: () => shortcuts.clear(),
    },
    ipcMain: {
      handle: (channel: string, handler: (event: unknown, value?: unknown) => unknown) =>
        void handlers.set(channel, handler),
    },
    Menu: {
      buildFromTemplate: (items: readonly MenuItem[]) => ({ items }),
      setApplicationMenu: note('Menu.setApplicationMenu'),
    },
    nativeImage: { createFromPath: (path: string) => path },
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: true },
    net: { fetch: (input: string, init?: RequestInit) => fetch(input, init) },
    Notification: Object.assign(
      function Notification(options: unknown) {
        const made = emitter({
          show: note('notification.show', undefined),
          close: note('notification.close'),
        });
        calls.push(['notification', options]);
        notifications.push(made);
        return made;
      },
      { isSupported: () => true },
    ),
    powerMonitor: emitter({ getSystemIdleTime: () => state.idle }),
    protocol: { registerSchemesAsPrivileged: note('protocol.privileged'), handle: note('protocol.handle') },
    safeStorage: {
      isEncryptionAvailable: () => true,
      getSelectedStorageBackend: () => 'unknown',
      encryptString: (text: string) => Buffer.from(Buffer.from(text).toString('base64')),
      decryptString: (sealed: Buffer) => Buffer.from(sealed.toString(), 'base64').toString(),
    },
    session: { defaultSession: { setPermissionRequestHandler: note('session.setPermissionRequestHandler') } },
    shell: { openExternal: note('shell.openExternal') },
    Tray: function Tray() {
      return tray;
    },
  };
  return { electron, calls, state, shortcuts, handlers, windows, tray, notifications };
}
