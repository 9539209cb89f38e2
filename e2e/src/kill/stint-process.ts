import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));

/** A real `stint serve`, in a process of its own. */
export interface StintProcess {
  address: string;
  /** What it has written to standard error so far. */
  told(): string;
  /** Ends it without giving it a chance to clean up. */
  kill(): Promise<void>;
  /** Sends SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Resolves with the exit code when it ends by itself. */
  ended(): Promise<number | null>;
}

type Variables = Record<string, string>;

/** Starts `stint serve` without waiting for it; the variables say on which port. */
export function spawnStint(env: Variables): StintProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'serve'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], STINT_DEMO: '0', STINT_QUOTA: 'off', STINT_LOG: 'error', ...env },
  });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    address: `http://localhost:${env['STINT_PORT']}`,
    told: () => told,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    ended: () => ended,
  };
}

/** Starts `stint serve` and waits until it serves; throws with what it wrote when it ends before. */
export async function startStint(env: Variables): Promise<StintProcess> {
  const stint = spawnStint(env);
  await Promise.race([
    untilReady(stint.address),
    stint.ended().then(() => Promise.reject(new Error(`stint serve ended: ${stint.told()}`))),
  ]);
  return stint;
}

/** Waits until the server serves requests; the test's own timeout is the limit. */
export async function untilReady(address: string): Promise<void> {
  while (
    !(await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await sleep(20);
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return String(address.port);
}
