import type { WorkLog } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { lengthOf } from '../worklogs/totals.ts';

/** The worklogs that begin on one day; the length is seconds. */
export interface WeekDay {
  readonly date: WallDate;
  readonly worklogs: readonly WorkLog[];
  readonly lengthSeconds: number;
}

/**
 * A week’s worklogs by the day on which they begin, as they count for the week and its lock; so the days add up to what is decided
 * about. Days without time are left out.
 */
export function daysOfWeek(worklogs: readonly WorkLog[]): WeekDay[] {
  const days = Map.groupBy(worklogs, ({ timestamp }) => timestamp.slice(0, 10) as WallDate);
  return [...days].map(([date, ofDay]) => ({
    date,
    worklogs: ofDay,
    lengthSeconds: lengthOf(ofDay),
  }));
}
