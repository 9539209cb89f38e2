import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterTools } from './cluster.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { faultLine } from './fault-line.ts';
import type { Layout } from './layout.ts';
import { pidFile, worksIn } from './leftovers.ts';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

/** A running server process and the directory of its socket. */
export interface Postmaster {
  readonly process: ProcessIdentity;
  readonly socketDirectory: string;
}

const largestLog = 10 * 1024 * 1024;

/**
 * Finds the server that runs on the cluster, told by `postmaster.pid` and, where the system shows it, by its working
 * directory: the process id alone may belong to another program since.
 */
export function findPostmaster(layout: Layout): Postmaster | undefined {
  const path = pidFile(layout);
  if (!existsSync(path)) return undefined;
  const [pid, , , , socketDirectory = ''] = readFileSync(path, 'utf8').split('\n');
  const found = identify(Number(pid));
  return found && worksIn(found.pid, layout.cluster) ? { process: found, socketDirectory } : undefined;
}

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/** Reads what the server wrote to its log since `offset` and picks the line that tells a failure. */
function failureSince(layout: Layout, offset: number): string {
  return faultLine(readFileSync(layout.logFile).subarray(offset).toString('utf8'));
}

/** Starts the server in a session of its own, so that Ctrl+C in our terminal does not reach it. */
export function spawnPostmaster(
  tools: ClusterTools,
  layout: Layout,
  socketDirectory: string,
  settings: Readonly<Record<string, string>>,
): { readonly postmaster: Postmaster; readonly failure: () => string } {
  const log = openLog(layout.logFile);
  const offset = statSync(layout.logFile).size;
  const all = { ...settings, unix_socket_directories: socketDirectory };
  const command = tools.runAs(tools.binaries.postgres, [
    '-D',
    layout.cluster,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  try {
    const child = spawn(command.program, command.args, {
      ...command.options,
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      cwd: '/',
    });
    // A failed spawn is told below by the missing process id.
    child.on('error', () => undefined);
    child.unref();
    const started = child.pid === undefined ? undefined : identify(child.pid);
    const gone: ProcessIdentity = { pid: child.pid ?? 0, started: '' };
    return {
      postmaster: { process: started ?? gone, socketDirectory },
      failure: () => failureSince(layout, offset),
    };
  } finally {
    closeSync(log);
  }
}

async function waitForEnd(target: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(target)) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

/**
 * Stops a server: first fast (open transactions are rolled back, everything is written), after 30 seconds at once.
 * @throws EmbeddedPostgresError when it does not end.
 */
export async function stopPostmaster({ process: target }: Postmaster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(target)) return;
    process.kill(target.pid, signal);
    if (await waitForEnd(target, 30_000)) return;
  }
  throw new EmbeddedPostgresError(`PostgreSQL (process ${target.pid}) does not stop.`);
}
