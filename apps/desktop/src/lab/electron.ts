// What the app uses of Electron, on Debian's Chromium, D-Bus and X11. `electron-types.ts` holds it to Electron's own types.
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { globalShortcut } from './global-shortcut.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu, nativeImage, Tray } from './tray.ts';
export { Notification } from './notification.ts';
export { powerMonitor } from './power-monitor.ts';
export {
  autoUpdater,
  dialog,
  nativeTheme,
  net,
  protocol,
  safeStorage,
  session,
  shell,
} from './small-parts.ts';
