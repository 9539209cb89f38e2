import { readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './errors.ts';
import { type Layout, socketPort } from './layout.ts';

/** The file in which a server notes its process id. */
export function pidFile(layout: Layout): string {
  return join(layout.cluster, 'postmaster.pid');
}

/**
 * Tells whether a process works in the cluster, as every process of its server does. Where the system does not show
 * working directories the answer is yes.
 */
export function worksIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function processesIn(cluster: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, cluster));
}

const patience = 10_000;

/**
 * Makes way for a new server after one that died: waits until its last processes are gone (they notice by themselves)
 * and removes its notes, which PostgreSQL would believe while the process id is taken by another program or by a dead
 * process that nobody collects, as in containers.
 * @throws EmbeddedPostgresError when processes stay.
 */
export async function clearLeftovers(layout: Layout, socketDirectory: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const deadline = Date.now() + patience;
  for (let left = processesIn(layout.cluster); left.length > 0; left = processesIn(layout.cluster)) {
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `Processes of a PostgreSQL that died still work in ${layout.cluster}: ${left.join(', ')}; end them and start again.`,
      );
    }
    await sleep(20);
  }
  const socket = join(socketDirectory, `.s.PGSQL.${socketPort}`);
  for (const note of [pidFile(layout), socket, `${socket}.lock`]) rmSync(note, { force: true });
}
