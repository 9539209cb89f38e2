import { type Instant, instant } from '@stint/domain';
import type { Dependencies, Job } from '../../dependencies.ts';
import { watchRules } from './changed-rules.ts';
import type { Tracking } from './service.ts';
import { readDue } from './store.ts';

/** How often the job looks, in milliseconds. */
const EVERY = 1000;
/** Records looked at in one go. */
const BATCH = 100;

/**
 * Does what the passing of time asks for: activity checks, the longest track, lost connections, idle reminders. Any
 * number of server processes share the work; what was due while none ran happens late with the same result.
 */
export function trackingClock(
  {
    clock,
    database,
    feed,
    organizations,
    log,
  }: Pick<Dependencies, 'clock' | 'database' | 'feed' | 'organizations' | 'log'>,
  tracking: Pick<Tracking, 'letTimePass'>,
): Job {
  const rules = watchRules({ database, feed, organizations });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isFailing = false;

  async function look(): Promise<void> {
    const now: Instant = instant(clock());
    await rules.apply(now);
    const faults: unknown[] = [];
    for (const whose of await readDue(database.system, now, BATCH)) {
      // One record that fails must not keep the others waiting.
      await tracking.letTimePass(whose).catch((error: unknown) => faults.push(error));
    }
    if (faults.length > 0) throw faults[0];
  }

  async function tick(): Promise<void> {
    try {
      await look();
      if (isFailing) log.info('the tracking clock goes on');
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, 'the tracking clock could not do its work; it tries again');
      isFailing = true;
    }
  }

  async function goOn(): Promise<void> {
    await tick();
    if (timer !== undefined) schedule();
  }

  function schedule(): void {
    timer = setTimeout(() => {
      running = goOn();
    }, EVERY);
  }

  return {
    start: schedule,
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await running;
    },
  };
}
