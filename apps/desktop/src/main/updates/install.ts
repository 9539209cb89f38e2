import { chmod, copyFile, rename } from 'node:fs/promises';
import type { DesktopTarget } from '@stint/contract';
import type { App } from 'electron';

/** What installing needs of the system, so that tests of one system can look at all. */
export interface Installing {
  readonly app: Pick<App, 'relaunch' | 'quit'>;
  /** The AppImage that runs. */
  readonly appImage: string | undefined;
  /** Starts a program that goes on when the app has ended. */
  readonly startAlone: (program: string, args: readonly string[]) => void;
  /** Runs a program; resolves to its exit code. */
  readonly run: (program: string, args: readonly string[]) => Promise<number>;
  /** Gives an archive to the updater of macOS, which puts it in place and starts the app anew. */
  readonly giveToMac: (archive: string) => Promise<void>;
}

/** Puts a release in place and starts the app anew. Rejects when the system, or its person, does not let it. */
export async function install(path: string, target: DesktopTarget, parts: Installing): Promise<void> {
  const { app, appImage } = parts;
  if (target.startsWith('win-')) {
    // The installer waits until the app has ended, asks nothing, and starts it again.
    parts.startAlone(path, ['--updated', '/S', '--force-run']);
    return app.quit();
  }
  if (target.startsWith('mac-')) return parts.giveToMac(path);
  if (target.endsWith('-deb')) {
    // Asks for the password of somebody who may install.
    const code = await parts.run('pkexec', ['dpkg', '--install', path]);
    if (code !== 0) throw new Error(`dpkg ended with ${code}`);
    app.relaunch();
    return app.quit();
  }
  if (appImage === undefined) throw new Error('there is no AppImage to replace');
  // Beside it first: a rename replaces it wholly or not at all, also while it runs.
  const fresh = `${appImage}.new`;
  await copyFile(path, fresh);
  await chmod(fresh, 0o755);
  await rename(fresh, appImage);
  app.relaunch({ execPath: appImage, args: [] });
  return app.quit();
}
