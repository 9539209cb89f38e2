import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process told apart from a later one that got the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque mark of the moment the process started; differs for every process with this id. */
  readonly started: string;
}

function startMark(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name in parentheses may hold spaces; fields 3… follow it. Field 3 is the state, field 22
    // the start in clock ticks since boot (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    if (state === 'Z' || state === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** Identity of a running process; undefined when no such process lives. */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = startMark(pid);
  return started ? { pid, started } : undefined;
}

/** Tells whether exactly this process still lives. */
export function isAlive(identity: ProcessIdentity): boolean {
  return startMark(identity.pid) === identity.started;
}
