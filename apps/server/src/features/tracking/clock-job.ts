import { type Instant, instant } from '@stint/domain';
import type { Dependencies, Job } from '../../dependencies.ts';
import { repeating } from '../../jobs/repeating.ts';
import { toldOnce } from '../../jobs/told-once.ts';
import { watchRules } from './changed-rules.ts';
import type { Tracking } from './service.ts';
import { readDue } from './store.ts';

/** How often the job looks, in milliseconds. */
const EVERY = 1000;
/** Records looked at in one go. */
const BATCH = 100;

const messages = {
  failing: 'the tracking clock could not do its work; it tries again',
  recovered: 'the tracking clock goes on',
};

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

  const tick = toldOnce(log, messages, look);
  return repeating(async () => {
    await tick();
    return EVERY;
  });
}
