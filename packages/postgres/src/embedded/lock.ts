import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DataDirectoryInUseError, EmbeddedPostgresError, hasCode } from './errors.ts';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

/** A data directory held by this process. */
export interface DirectoryLock {
  release(): void;
}

/** Lock files are numbered: `postgres.lock.7`. The highest number counts; a dead holder's lock is followed by the next number. */
const lockName = /^postgres\.lock\.(\d+)$/;

function generations(directory: string): readonly number[] {
  return readdirSync(directory)
    .map((name) => Number(lockName.exec(name)?.[1] ?? 0))
    .filter((generation) => generation > 0)
    .sort((a, b) => a - b);
}

function lockPath(directory: string, generation: number): string {
  return join(directory, `postgres.lock.${generation}`);
}

function livingHolder(path: string): ProcessIdentity | undefined {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
    return isAlive(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** The living process that holds a data directory, if there is one. */
export function directoryHolder(directory: string): ProcessIdentity | undefined {
  if (!existsSync(directory)) return undefined;
  const newest = generations(directory).at(-1);
  return newest === undefined ? undefined : livingHolder(lockPath(directory, newest));
}

/** Makes a file with its whole content at once; false when it exists already. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o644 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes the data directory for this process, also from a holder that died without letting go.
 * @throws DataDirectoryInUseError when a living process, this one included, holds it.
 */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  const self = identify(process.pid);
  if (!self) throw new EmbeddedPostgresError('The operating system does not tell when this process started.');
  for (;;) {
    const newest = generations(directory).at(-1) ?? 0;
    const holder = newest === 0 ? undefined : livingHolder(lockPath(directory, newest));
    if (holder) throw new DataDirectoryInUseError(directory, holder.pid);

    const mine = newest + 1;
    if (!createWhole(lockPath(directory, mine), JSON.stringify(self))) continue;
    const others = generations(directory);
    if (others.at(-1) !== mine) {
      // A slower look at the folder: somebody already went past this number.
      rmSync(lockPath(directory, mine), { force: true });
      continue;
    }
    for (const old of others) if (old < mine) rmSync(lockPath(directory, old), { force: true });
    return { release: () => rmSync(lockPath(directory, mine), { force: true }) };
  }
}
