import type { WorkLog } from '@stint/contract';
import { readWallTime, seconds, splitAtMidnight, toInstant, type WallDate } from '@stint/domain';

/**
 * The seconds of each day, by the owner’s wall clock; an entry across midnight counts in each of its days, and all days together make
 * up the lengths (product.md, Rules that hold everywhere). `zone` is the owner’s.
 */
export function totalsByDay(
  worklogs: readonly Pick<WorkLog, 'timestamp' | 'length'>[],
  zone: string,
): ReadonlyMap<WallDate, number> {
  const totals = new Map<WallDate, number>();
  for (const { timestamp, length } of worklogs) {
    const start = readWallTime(timestamp.slice(0, 19));
    if (start === null) continue;
    for (const part of splitAtMidnight(toInstant(start, zone), seconds(length), zone))
      totals.set(part.date, (totals.get(part.date) ?? 0) + part.seconds);
  }
  return totals;
}
