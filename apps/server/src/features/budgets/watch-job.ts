import { setTimeout as sleep } from 'node:timers/promises';
import type { Dependencies, Job } from '../../dependencies.ts';
import { watchBudgets } from './watch.ts';

/** Milliseconds between looks. */
const EVERY = 1_000;
/** A look that took long is followed by a pause of so many times as long, so that watching stays a small part of the work. */
const REST = 5;

/** The job that notices, within seconds, when budgets reach a threshold. */
export function createBudgetWatch(
  dependencies: Pick<Dependencies, 'database' | 'feed' | 'organizations' | 'log'>,
): Job {
  const { log } = dependencies;
  const watch = watchBudgets(dependencies);
  const stopping = new AbortController();
  let looking: Promise<void> | undefined;
  let isFailing = false;

  async function look(): Promise<void> {
    try {
      await watch.look();
      if (isFailing) log.info('budgets are watched again');
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, 'budgets could not be watched; it is tried again');
      isFailing = true;
    }
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const began = performance.now();
      await look();
      const pause = Math.max(EVERY, REST * (performance.now() - began));
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    start() {
      looking ??= loop();
    },
    async stop() {
      stopping.abort();
      await looking;
    },
  };
}
