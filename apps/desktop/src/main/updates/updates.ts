import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { App, AutoUpdater } from 'electron';
import type { UpdatePort } from '../../core/updates/update-flow.ts';
import { install } from './install.ts';
import { giveToMac } from './mac.ts';
import { checkedRelease, loadRelease } from './release-file.ts';
import { readReleaseKey } from './release-key.ts';
import { DPKG_LIST, targetOf } from './target.ts';

export interface UpdateParts {
  readonly app: Pick<App, 'isPackaged' | 'getVersion' | 'getPath' | 'relaunch' | 'quit'>;
  readonly updater: AutoUpdater;
  readonly fetch: typeof globalThis.fetch;
  /** File of the public half of the key that releases are signed with. */
  readonly key: string;
}

/** The way of this system to a newer version. */
export function createUpdatePort({ app, updater, fetch, key }: UpdateParts): UpdatePort {
  const { platform, arch, execPath: executable } = process;
  const appImage = process.env['APPIMAGE'];
  const isSigned = readReleaseKey(key);
  const folder = join(app.getPath('userData'), 'update');
  return {
    target:
      isSigned &&
      targetOf({ isPackaged: app.isPackaged, platform, arch, appImage, executable, dpkgList: DPKG_LIST }),
    version: app.getVersion(),
    isSigned: isSigned ?? (() => false),
    load: (url, release) => loadRelease(folder, url, release, fetch),
    install: async (release) => {
      const path = await checkedRelease(folder, release);
      await install(path, release.target, {
        app,
        appImage,
        startAlone: (program, args) => spawn(program, args, { detached: true, stdio: 'ignore' }).unref(),
        run: async (program, args) => {
          const [code] = (await once(spawn(program, args, { stdio: 'ignore' }), 'exit')) as [number | null];
          return code ?? 1;
        },
        giveToMac: (archive) => giveToMac(archive, updater),
      });
    },
  };
}
