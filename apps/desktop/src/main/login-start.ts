import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from 'electron';

export interface LoginStart {
  /** Whether the app is started when the person logs in, without a window. */
  readonly set: (isOn: boolean) => Promise<void>;
}

/** On Windows and macOS Electron's own; Linux has none, so the autostart file of freedesktop.org is written. */
export function createLoginStart(
  app: Pick<App, 'setLoginItemSettings'>,
  platform: NodeJS.Platform,
  linux: { readonly configFolder: string; readonly command: string },
): LoginStart {
  if (platform !== 'linux')
    return {
      set: async (openAtLogin) => app.setLoginItemSettings({ openAtLogin, args: ['--hidden'] }),
    };
  const folder = join(linux.configFolder, 'autostart');
  const file = join(folder, 'stint.desktop');
  return {
    set: async (isOn) => {
      if (!isOn) return rm(file, { force: true });
      await mkdir(folder, { recursive: true });
      await writeFile(file, entryOf(linux.command));
    },
  };
}

/** Whether the app was started because somebody logged in: by its argument, which macOS does not pass on but tells in its own way. */
export function wasStartedAtLogin(
  app: Pick<App, 'getLoginItemSettings'>,
  { argv, platform }: Pick<NodeJS.Process, 'argv' | 'platform'>,
): boolean {
  if (argv.includes('--hidden')) return true;
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** A desktop entry; the command is quoted as its specification says. */
function entryOf(command: string): string {
  const quoted = command.replaceAll(/(["`$\\])/g, '\\$1').replaceAll('%', '%%');
  return `[Desktop Entry]\nType=Application\nName=Stint\nExec="${quoted}" --hidden\nX-GNOME-Autostart-enabled=true\n`;
}
