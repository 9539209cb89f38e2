import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DiskFullError, type FilePort } from '../core/ports.ts';

/** Files of one folder, which is made when it is missing; only this user may read them. */
export function createFiles(folder: string, now: () => number = Date.now): FilePort {
  const path = (name: string) => join(folder, name);
  const ready = mkdir(folder, { recursive: true, mode: 0o700 });
  /** Makes names durable too; Windows does that by itself and cannot be asked. */
  const syncFolder = async () => {
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  const write = async (file: string, flag: 'a' | 'w', text: string, isDurable: boolean) => {
    await ready;
    const handle = await open(file, flag, 0o600);
    try {
      await handle.appendFile(text);
      if (isDurable) await handle.datasync();
    } finally {
      await handle.close();
    }
  };
  return {
    read: async (name) => {
      await ready;
      return readFile(path(name), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },
    append: async (name, text, isDurable) => {
      const isNew = isDurable && !existsSync(path(name));
      await write(path(name), 'a', text, isDurable).catch(fullDisk);
      if (isNew) await syncFolder();
    },
    replace: async (name, text) => {
      const fresh = path(`${name}.new`);
      await write(fresh, 'w', text, true).catch(fullDisk);
      await rename(fresh, path(name));
      await syncFolder();
    },
    setAside: async (name) => {
      const aside = path(`${name}.damaged-${new Date(now()).toISOString().replaceAll(/[:.]/g, '-')}`);
      await rename(path(name), aside);
      return aside;
    },
    remove: (name) => rm(path(name), { force: true }),
  };
}

/** Tells a full disk apart from other faults of a write. */
export function fullDisk(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw new DiskFullError(error);
  throw error;
}
