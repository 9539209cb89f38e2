import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from '../embedded/process-identity.ts';
import { testServerDirectory } from './checkout.ts';

function runsFolder(): string {
  return join(testServerDirectory(), 'runs');
}

function isLiving(path: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity);
  } catch {
    return false;
  }
}

/** Notes that this process' test run uses the shared server. */
export function joinRun(): void {
  mkdirSync(runsFolder(), { recursive: true });
  writeFileSync(join(runsFolder(), String(process.pid)), JSON.stringify(identify(process.pid)));
}

/** Removes this run's note and those of dead runs; returns how many other runs still use the server. */
export function leaveRun(): number {
  const folder = runsFolder();
  rmSync(join(folder, String(process.pid)), { force: true });
  for (const name of readdirSync(folder)) {
    if (!isLiving(join(folder, name))) rmSync(join(folder, name), { force: true });
  }
  return readdirSync(folder).length;
}
