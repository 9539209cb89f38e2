import { type Instant, instant } from '../brands.ts';
import { toInstant, toWallTime } from '../time/convert.ts';
import { addDays, dayOf, startOfDay } from '../time/wall.ts';
import { weekdayOf } from '../weeks/weeks.ts';
import { IDLE_POSTPONEMENT, type IdlePostponement } from './events.ts';

const HOUR_MS = 3_600_000;

/**
 * When an idle person is reminded again: in one hour, or at the beginning of tomorrow or of next Monday by the clock of their zone
 * (api.md 4). On a Monday, next Monday is seven days ahead.
 */
export function postponedUntil(until: IdlePostponement, now: Instant, timeZone: string): Instant {
  if (until === IDLE_POSTPONEMENT.oneHour) return instant(now + HOUR_MS);
  const today = dayOf(toWallTime(now, timeZone));
  const days = until === IDLE_POSTPONEMENT.tomorrow ? 1 : 7 - ((weekdayOf(today) + 6) % 7);
  return toInstant(startOfDay(addDays(today, days)), timeZone);
}
