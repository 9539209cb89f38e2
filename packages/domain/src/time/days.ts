import { type Instant, instant, type Seconds, seconds, type WallDate } from '../brands.ts';
import { toInstant, toWallTime } from './convert.ts';
import { addDays, dayOf, startOfDay } from './wall.ts';

/** One day's share of an entry. */
export interface DayPart {
  readonly date: WallDate;
  readonly startedAt: Instant;
  readonly seconds: Seconds;
}

/** The length of a calendar day in a zone, in seconds: 82,800 and 90,000 on the days when clocks change by an hour. */
export function dayLength(date: WallDate, zone: string): Seconds {
  return seconds((dayStart(addDays(date, 1), zone) - dayStart(date, zone)) / 1000);
}

/**
 * Splits an entry at the midnights of its owner's zone, for views; stored entries stay whole (product.md, Rules that hold
 * everywhere). The parts follow each other without a gap and their seconds add up to `length`.
 */
export function splitAtMidnight(startedAt: Instant, length: Seconds, zone: string): DayPart[] {
  const end = startedAt + length * 1000;
  const parts: DayPart[] = [];
  let cursor = startedAt;
  let date = dayOf(toWallTime(startedAt, zone));
  let next = nextDayStart(date, zone);
  do {
    // A day without any second (a zone crossing the date line) and the minutes before a clock put back over midnight have no part.
    while (next <= cursor) {
      date = addDays(date, 1);
      next = nextDayStart(date, zone);
    }
    const partLength = Math.min(length - sumOf(parts), Math.ceil((next - cursor) / 1000));
    parts.push({ date, startedAt: cursor, seconds: seconds(partLength) });
    cursor = instant(cursor + partLength * 1000);
  } while (cursor < end);
  return parts;
}

function nextDayStart(date: WallDate, zone: string): Instant {
  return dayStart(addDays(date, 1), zone);
}

function dayStart(date: WallDate, zone: string): Instant {
  return toInstant(startOfDay(date), zone);
}

function sumOf(parts: readonly DayPart[]): number {
  return parts.reduce((total, part) => total + part.seconds, 0);
}
