import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { isAlive } from './process-identity.ts';
import { ensureServer, type RunningServer, type ServerOptions } from './server.ts';

/** Keeps a server running. */
export interface Supervisor {
  /** Ends the watch and returns the server that runs now. */
  stop(): Promise<RunningServer>;
}

const watchInterval = 200;
const longestPause = 5000;

async function restart(
  options: ServerOptions,
  log: Log,
  stopped: AbortSignal,
): Promise<RunningServer | undefined> {
  for (let pause = 50; !stopped.aborted; pause = Math.min(pause * 2, longestPause)) {
    try {
      const server = await ensureServer(options);
      log.info(`PostgreSQL runs again (process ${server.postmaster.process.pid}).`);
      return server;
    } catch (error) {
      log.error(`${error instanceof Error ? error.message : String(error)} Trying again.`);
      await sleep(pause, undefined, { signal: stopped }).catch(() => undefined);
    }
  }
  return undefined;
}

/** Watches the server process and starts it again, with growing pauses, when it dies. */
export function supervise(first: RunningServer, options: ServerOptions): Supervisor {
  const { log } = options;
  const stopping = new AbortController();
  let server = first;

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sleep(watchInterval, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted || isAlive(server.postmaster.process)) continue;
      log.error(`PostgreSQL (process ${server.postmaster.process.pid}) died; starting it again.`);
      server = (await restart(options, log, stopping.signal)) ?? server;
    }
  }
  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await watching;
      return server;
    },
  };
}
