import type { WorkLog } from '@stint/contract';
import { type WallDate, type Weekday, weekStart } from '@stint/domain';

/** What is left of a budget after a day or week; lengths are seconds, and what is left is below 0 when more was tracked. */
export interface BurnPoint {
  readonly date: WallDate;
  readonly trackedSeconds: number;
  readonly leftSeconds: number;
}

type Counted = Pick<WorkLog, 'timestamp' | 'length'>;

/** How a budget goes down: a point for each day on which time begins that counts for it, by the owners’ clocks, the earliest first. */
export function burnDown(plannedSeconds: number, worklogs: readonly Counted[]): BurnPoint[] {
  return pointsBy(plannedSeconds, worklogs, (date) => date);
}

/** The same by weeks, each named by its first day. */
export function burnDownByWeek(
  plannedSeconds: number,
  worklogs: readonly Counted[],
  firstDay: Weekday,
): BurnPoint[] {
  return pointsBy(plannedSeconds, worklogs, (date) => weekStart(date, firstDay));
}

function pointsBy(
  plannedSeconds: number,
  worklogs: readonly Counted[],
  placeOf: (date: WallDate) => WallDate,
): BurnPoint[] {
  const tracked = new Map<WallDate, number>();
  for (const { timestamp, length } of worklogs) {
    const date = placeOf(timestamp.slice(0, 10) as WallDate);
    tracked.set(date, (tracked.get(date) ?? 0) + length);
  }
  let left = plannedSeconds;
  return [...tracked]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, trackedSeconds]) => {
      left -= trackedSeconds;
      return { date, trackedSeconds, leftSeconds: left };
    });
}
