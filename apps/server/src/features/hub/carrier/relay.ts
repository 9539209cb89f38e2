import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../../../http/asked.ts';
import type { Job } from '../../../dependencies.ts';
import { toldOnce } from '../../../jobs/told-once.ts';
import { takeEvents } from '../store.ts';

/** Milliseconds between looks when nothing wakes it: for what processes that died, jobs and the command line left. */
const LOOK_EVERY = 250;
/** Events of one transaction. */
const BATCH = 500;

const messages = {
  failing: 'what was committed could not be passed on to other server processes; it is tried again',
  recovered: 'what was committed is passed on again',
};

/**
 * Takes events out of the table and publishes them; each at least once, because they are gone only when they were
 * published. Any number of processes share the work. `system` must see every organization.
 */
export function relay(
  system: Db,
  log: Pick<Logger, 'info' | 'warn'>,
  publish: (events: readonly string[]) => Promise<void>,
): Job & { readonly wake: () => void } {
  const stopping = new AbortController();
  let woken = Promise.withResolvers<void>();
  let looping: Promise<void> | undefined;

  async function takeAll(): Promise<void> {
    for (let taken = BATCH; taken === BATCH; ) {
      taken = await system.transaction().execute(async (transaction) => {
        const events = await takeEvents(transaction, BATCH);
        if (events.length > 0) await publish(events);
        return events.length;
      });
    }
  }

  const tick = toldOnce(log, messages, takeAll);

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = Promise.withResolvers();
      await tick();
      const pause = new AbortController();
      const signal = AbortSignal.any([pause.signal, stopping.signal]);
      await Promise.race([woken.promise, sleep(LOOK_EVERY, undefined, { signal }).catch(() => undefined)]);
      pause.abort();
    }
  }

  return {
    start() {
      looping ??= loop();
    },
    wake: () => woken.resolve(),
    async stop() {
      stopping.abort();
      await looping;
    },
  };
}
