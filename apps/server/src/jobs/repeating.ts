import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../dependencies.ts';

/** A job that works again and again; `work`, which does not fail, answers the milliseconds to pause before the next time. */
export function repeating(work: () => Promise<number>): Job {
  const stopping = new AbortController();
  const { signal } = stopping;
  let working: Promise<void> | undefined;

  async function repeat(): Promise<void> {
    while (!signal.aborted) {
      const pause = await work();
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    start() {
      working ??= repeat();
    },
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
