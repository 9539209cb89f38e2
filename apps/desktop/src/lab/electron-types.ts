// Fails to compile when the lab has something that Electron has not, so that what runs in the lab runs in Electron.
import type * as electron from 'electron';
import type * as lab from './electron.ts';

/** Names that the lab has and Electron has not; every member of the lab's objects is looked at. */
type Invented<Lab, Real> = Exclude<keyof Lab, keyof Real>;
type Nothing<Names extends never> = Names;

type Lab = typeof lab;
type Real = typeof electron;
/** Each name by itself: of several at once only the members that all of them share would be looked at. */
type InventedIn<Name extends keyof Lab & keyof Real> = Name extends unknown
  ? Invented<Lab[Name], Real[Name]>
  : never;
type InventedByInstances<Name extends 'BrowserWindow' | 'Notification' | 'Tray'> = Invented<
  InstanceType<Lab[Name]>,
  InstanceType<Real[Name]>
>;

/** Each is `never`; the compiler names what is not. */
export type LabInventsNothing = [
  Nothing<Invented<Lab, Real>>,
  Nothing<InventedIn<'app' | 'dialog' | 'globalShortcut' | 'ipcMain' | 'nativeTheme' | 'net'>>,
  Nothing<InventedIn<'powerMonitor' | 'protocol' | 'safeStorage' | 'shell' | 'nativeImage'>>,
  Nothing<InventedIn<'Menu' | 'Notification' | 'BrowserWindow' | 'Tray'>>,
  Nothing<InventedByInstances<'BrowserWindow'>>,
  Nothing<InventedByInstances<'Notification'>>,
  Nothing<InventedByInstances<'Tray'>>,
  Nothing<Invented<InstanceType<Lab['BrowserWindow']>['webContents'], electron.WebContents>>,
  Nothing<Invented<Lab['session']['defaultSession'], electron.Session>>,
  Nothing<Invented<ConstructorParameters<Lab['BrowserWindow']>[0], electron.BrowserWindowConstructorOptions>>,
  Nothing<Invented<ConstructorParameters<Lab['Notification']>[0], electron.NotificationConstructorOptions>>,
  Nothing<
    Invented<Parameters<Lab['Menu']['buildFromTemplate']>[0][number], electron.MenuItemConstructorOptions>
  >,
];
