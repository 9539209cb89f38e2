import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a small program of X11 and gives what it wrote; empty when it failed. */
export async function xRun(program: 'xdotool' | 'wmctrl', ...args: string[]): Promise<string> {
  try {
    return (await run(program, args)).stdout.trim();
  } catch {
    return '';
  }
}
