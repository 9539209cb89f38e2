import type { WorkLog } from '@stint/contract';
import {
  type DayPart,
  readWallTime,
  seconds,
  splitAtMidnight,
  toInstant,
  type WallDate,
} from '@stint/domain';

type Booked = Pick<WorkLog, 'timestamp' | 'length'>;

/** The seconds of some entries. */
export function lengthOf(entries: readonly { readonly length: number }[]): number {
  return entries.reduce((sum, { length }) => sum + length, 0);
}

/** The parts of an entry, one for each of its days by the owner’s wall clock; none where its time cannot be read. `zone` is the owner’s. */
export function partsOf({ timestamp, length }: Booked, zone: string): DayPart[] {
  const start = readWallTime(timestamp.slice(0, 19));
  return start === null ? [] : splitAtMidnight(toInstant(start, zone), seconds(length), zone);
}

/**
 * The seconds of each day, by the owner’s wall clock; an entry across midnight counts in each of its days, and all days together make
 * up the lengths (product.md, Rules that hold everywhere). `zone` is the owner’s.
 */
export function totalsByDay(worklogs: readonly Booked[], zone: string): ReadonlyMap<WallDate, number> {
  const totals = new Map<WallDate, number>();
  for (const worklog of worklogs)
    for (const part of partsOf(worklog, zone))
      totals.set(part.date, (totals.get(part.date) ?? 0) + part.seconds);
  return totals;
}

/** The seconds of some days of `totals`; both ends belong to them. */
export function totalBetween(totals: ReadonlyMap<WallDate, number>, from: WallDate, to: WallDate): number {
  return [...totals].reduce((sum, [date, length]) => (date >= from && date <= to ? sum + length : sum), 0);
}
