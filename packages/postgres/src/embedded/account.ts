import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';

/** The operating system account the server runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function accounts(): readonly Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.name !== '' && Number.isInteger(account.uid));
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}

/**
 * Chooses the account for the server: our own, or, when we are root (which PostgreSQL refuses), the owner of the
 * cluster's directory if there is one already, else `postgres` or `nobody`.
 */
export function serverAccount(clusterDirectory: string): Account {
  const self = userInfo();
  if (self.uid !== 0) return { name: self.username, uid: self.uid, gid: self.gid };
  const known = accounts().filter((account) => account.uid !== 0);
  const owner = ownerOf(clusterDirectory);
  const chosen =
    known.find((account) => account.uid === owner) ??
    known.find((account) => account.name === 'postgres') ??
    known.find((account) => account.name === 'nobody');
  if (chosen) return chosen;
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root and there is no account "postgres" or "nobody" to run it as; start as another user.',
  );
}

function mayEnter(path: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(path);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** The topmost folder on the way to `path`, itself included, that the account may not enter. */
export function blockedFolder(path: string, account: Account): string | undefined {
  const parent = dirname(path);
  const above = parent === path ? undefined : blockedFolder(parent, account);
  return above ?? (mayEnter(path, account) ? undefined : path);
}
