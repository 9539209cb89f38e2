import type { Instant, WallTime } from '../brands.ts';
import { toWallTime } from '../time/convert.ts';
import { addDays, dayOf } from '../time/wall.ts';
import type { WorklogProblem } from './problem.ts';

/** How many days beyond the present one time may be booked, if the organization says nothing else. */
export const DEFAULT_DAYS_AHEAD = 1;

/**
 * A worklog lies on no later day than today plus `daysAhead` by its owner's clock; null days turn the rule off (product.md, Rules >
 * Tracking Details). `timestamp` is the owner's wall time, `timeZone` the owner's zone. Null when all is well.
 */
export function futureCheck(
  timestamp: WallTime,
  owner: { readonly now: Instant; readonly timeZone: string },
  daysAhead: number | null = DEFAULT_DAYS_AHEAD,
): WorklogProblem | null {
  if (daysAhead === null) return null;
  const today = dayOf(toWallTime(owner.now, owner.timeZone));
  const lastDay = addDays(today, daysAhead);
  if (dayOf(timestamp) <= lastDay) return null;
  const message =
    `timeStamp is on ${dayOf(timestamp)}: no time may lie beyond ${today} plus ${daysAhead} (setting futureDays);` +
    ` book it on ${lastDay} or before.`;
  return { code: 'FutureCheckFailed', field: 'timeStamp', setting: 'futureDays', message };
}
