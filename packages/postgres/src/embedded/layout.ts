import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Account } from './account.ts';

/** Where the parts of one embedded server lie. */
export interface Layout {
  readonly dataDirectory: string;
  /** The PostgreSQL cluster itself. */
  readonly cluster: string;
  /** What the server writes about itself. */
  readonly logFile: string;
  /** Notes the socket directory when it had to be put elsewhere. */
  readonly socketNote: string;
}

/** The number in the socket's file name; no TCP port is opened. */
export const socketPort = 5432;

/** Bytes a socket path may have (unix(7)), one taken by the closing zero. */
const longestSocketPath = 107;

/** Names the parts below a data directory. */
export function layoutOf(dataDirectory: string): Layout {
  const root = resolve(dataDirectory);
  return {
    dataDirectory: root,
    cluster: join(root, 'postgres'),
    logFile: join(root, 'postgres.log'),
    socketNote: join(root, 'postgres-socket'),
  };
}

function fits(directory: string): boolean {
  return Buffer.byteLength(join(directory, `.s.PGSQL.${socketPort}`)) <= longestSocketPath;
}

function isPrivateTo(account: Account, directory: string): boolean {
  const found = lstatSync(directory, { throwIfNoEntry: false });
  return (
    found !== undefined && found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0
  );
}

/** Makes a directory only the account (and root) may enter. */
export function makePrivate(directory: string, account: Account): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  if (process.getuid?.() === 0) chownSync(directory, account.uid, account.gid);
}

function notedSocketDirectory(layout: Layout): string | undefined {
  try {
    return readFileSync(layout.socketNote, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * Prepares the directory of the server's socket: `run` in the data directory or, where that path is too long for a
 * socket, a private folder below `/tmp` that is noted in the data directory.
 */
export function prepareSocketDirectory(layout: Layout, account: Account): string {
  const own = join(layout.dataDirectory, 'run');
  if (fits(own)) {
    makePrivate(own, account);
    return own;
  }
  const noted = notedSocketDirectory(layout);
  if (noted !== undefined && isPrivateTo(account, noted)) return noted;
  const made = mkdtempSync('/tmp/stint-');
  makePrivate(made, account);
  writeFileSync(layout.socketNote, `${made}\n`);
  return made;
}

/** Removes a socket directory that was put below `/tmp`. */
export function removeSocketDirectory(layout: Layout): void {
  const noted = notedSocketDirectory(layout);
  if (noted === undefined) return;
  rmSync(noted, { recursive: true, force: true });
  rmSync(layout.socketNote, { force: true });
}
