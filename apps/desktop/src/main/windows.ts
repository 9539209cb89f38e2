import { BrowserWindow } from 'electron';
import type { DesktopView } from '../core/app/view.ts';
import type { PageRequest } from '../bridge/bridge.ts';
import { CHANNELS } from './channels.ts';
import { PAGE_ORIGIN } from './page-protocol.ts';

export interface Windows {
  /** Shows the window, with a page of it where one is asked for. */
  readonly show: (request?: PageRequest) => void;
  /** The small bar instead of the window. */
  readonly minimize: () => void;
  readonly expand: () => void;
  readonly setAlwaysOnTop: (isOn: boolean) => void;
  /** Sends a view to every window that is open. */
  readonly send: (view: DesktopView) => void;
  /** From now on windows really close. */
  readonly letClose: () => void;
}

export interface WindowParts {
  readonly preload: string;
  /** The colour of a window before its page is there. */
  readonly background: () => string;
  /** Whether the app starts in the tray. */
  readonly isHidden: boolean;
}

/** The window and the small bar. Closing keeps the app in the tray; pages can neither navigate nor open anything. */
export function createWindows(parts: WindowParts): Windows {
  let isQuitting = false;
  let mini: BrowserWindow | null = null;
  const main = make({ width: 780, height: 560, minWidth: 360, minHeight: 320, show: false }, parts);
  void main.loadURL(`${PAGE_ORIGIN}/index.html`);
  if (!parts.isHidden) main.once('ready-to-show', () => main.show());
  main.on('close', (event) => {
    if (isQuitting) return;
    event.preventDefault();
    main.hide();
  });

  const show = (request?: PageRequest) => {
    mini?.hide();
    main.show();
    main.focus();
    if (request) main.webContents.send(CHANNELS.request, request);
  };
  const bar = () => {
    if (mini !== null) return mini;
    const size = {
      width: 360,
      height: 44,
      resizable: false,
      frame: false,
      alwaysOnTop: true,
      skipTaskbar: true,
    };
    const made = make({ ...size, show: false }, parts);
    void made.loadURL(`${PAGE_ORIGIN}/index.html#mini`);
    made.on('closed', () => {
      mini = null;
    });
    mini = made;
    return made;
  };
  return {
    show,
    expand: () => show(),
    minimize: () => {
      bar().show();
      main.hide();
    },
    setAlwaysOnTop: (isOn) => main.setAlwaysOnTop(isOn),
    send: (view) => {
      main.webContents.send(CHANNELS.newView, view);
      mini?.webContents.send(CHANNELS.newView, view);
    },
    letClose: () => {
      isQuitting = true;
    },
  };
}

function make(
  options: Electron.BrowserWindowConstructorOptions,
  { preload, background }: WindowParts,
): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Stint',
    autoHideMenuBar: true,
    backgroundColor: background(),
    ...options,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      // Elsewhere than on macOS the dictionaries would be fetched from the internet.
      spellcheck: process.platform === 'darwin',
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  return window;
}
