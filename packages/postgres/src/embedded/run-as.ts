import { existsSync, readFileSync } from 'node:fs';
import type { SpawnOptions } from 'node:child_process';
import { type Account, blockedFolder } from './account.ts';
import { EmbeddedPostgresError } from './errors.ts';

/** Turns a command into one that runs as the server's account. */
export type RunAs = (
  program: string,
  args: readonly string[],
) => {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
};

const setpriv = '/usr/bin/setpriv';
/** CAP_DAC_READ_SEARCH, bit 2 (capabilities(7)): pass through folders that are closed to the account. */
const readSearch = 1n << 2n;

function maySearchEverywhere(): boolean {
  if (process.platform !== 'linux' || !existsSync(setpriv)) return false;
  const status = readFileSync('/proc/self/status', 'utf8');
  const [permitted, bounding] = ['CapPrm', 'CapBnd'].map((name) =>
    BigInt(`0x${new RegExp(`^${name}:\\s*([0-9a-f]+)`, 'm').exec(status)?.[1] ?? '0'}`),
  );
  return ((permitted ?? 0n) & (bounding ?? 0n) & readSearch) !== 0n;
}

/**
 * How to start programs as `account`.
 *
 * Started as root below a folder only root may enter (`/root`, a private temporary folder), the account gets the
 * one right it lacks, to pass through that folder; it stays unprivileged in everything else.
 * @throws EmbeddedPostgresError when a folder is closed and that right cannot be given.
 */
export function runAs(account: Account, needed: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return (program, args) => ({ program, args, options: {} });
  const { uid, gid } = account;
  const blocked = needed.map((path) => blockedFolder(path, account)).find((path) => path !== undefined);
  if (blocked === undefined) return (program, args) => ({ program, args, options: { uid, gid } });
  if (!maySearchEverywhere()) {
    throw new EmbeddedPostgresError(
      `PostgreSQL must run as "${account.name}" because root may not run it, but that account cannot enter ${blocked}; choose a data directory and installation outside of it, or start as another user.`,
    );
  }
  const rights = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--bounding-set=-all,+dac_read_search',
    // Otherwise access(2), with which initdb looks for its neighbours, ignores the right (capabilities(7), securebits).
    '--securebits=+no_setuid_fixup',
    '--no-new-privs',
    '--',
  ];
  return (program, args) => ({ program: setpriv, args: [...rights, program, ...args], options: {} });
}
