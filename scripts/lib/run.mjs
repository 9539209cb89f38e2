// Runs a command as the one thing this process does: signals go to it, its exit code becomes ours.
import { spawn } from 'node:child_process';
import { node24 } from './node24.mjs';
import { root } from './root.mjs';

/** Runs a TypeScript file of the checkout with Node 24, in the caller's folder; resolves to its exit code. */
export function runTypeScript(file, args, options = {}) {
  return run(node24(), ['--disable-warning=ExperimentalWarning', `${root}/${file}`, ...args], options);
}

/** Runs a program; resolves to its exit code (128 + n when it ended by signal n is reported as 1). */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, forward);
      resolve(code ?? 1);
    });
  });
}
