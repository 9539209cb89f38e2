import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program under measurement, in a process of its own. */
export interface Program {
  address: string;
  processId: number;
  /** Milliseconds from its start until `/readyz` answered 200. */
  startedWithin: number;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

export interface ProgramOptions {
  command: string;
  args: readonly string[];
  port: number;
  env?: Record<string, string>;
  cwd?: string;
  /** Milliseconds until `/readyz` must answer. */
  patience?: number;
}

const POLL_MILLISECONDS = 5;

/** Starts a program and waits until it serves; throws with what it wrote to standard error when it ends before. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { command, args, port, env, cwd, patience = 60_000 } = options;
  const before = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
    ...(cwd !== undefined && { cwd }),
  });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-4_000);
  });
  const address = `http://localhost:${port}`;
  while (!(await isReady(address))) {
    const isOver = performance.now() - before > patience;
    if (isOver) await end(child);
    if (isOver || hasEnded(child)) throw new Error(`${command} ${args.join(' ')} does not serve: ${told}`);
    await sleep(POLL_MILLISECONDS);
  }
  const { pid: processId } = child;
  if (processId === undefined) throw new Error(`${command} has no process.`);
  return { address, processId, startedWithin: performance.now() - before, stop: () => end(child) };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/readyz`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
