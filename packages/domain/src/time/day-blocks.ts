import { type Instant, instant, type Seconds, type WallDate } from '../brands.ts';
import { clockChangeOf } from './clock-change.ts';
import { toWallTime } from './convert.ts';
import { type DayPart, splitAtMidnight } from './days.ts';
import { addDays, dayOf, epochOfWall, startOfDay } from './wall.ts';

/** One day’s share of an entry, and where it lies on the day’s clock: seconds since midnight, at most 86,400. */
export interface DayBlock extends DayPart {
  readonly from: number;
  readonly to: number;
}

const DAY_SECONDS = 86_400;

/**
 * Where an entry lies on the clocks of the days that it touches. Where an hour is skipped the block is taller than its time; where one
 * comes twice, it reaches as far down as the clock came, so that no time is hidden. Seconds add up to `length` on every day.
 */
export function dayBlocks(startedAt: Instant, length: Seconds, zone: string): DayBlock[] {
  return splitAtMidnight(startedAt, length, zone).map((part) => {
    const end = instant(part.startedAt + part.seconds * 1000);
    const from = clockSeconds(part.startedAt, part.date, zone);
    const change = clockChangeOf(part.date, zone);
    const isPutBack = change !== null && change.to < change.from;
    const passed = isPutBack && part.startedAt < change.at && end >= change.at ? change.from : 0;
    return { ...part, from, to: Math.max(from, passed, clockSeconds(end, part.date, zone)) };
  });
}

/** What the clock shows, in seconds since the midnight that begins `date`; 86,400 from the midnight at its end on. */
function clockSeconds(at: Instant, date: WallDate, zone: string): number {
  const wall = toWallTime(at, zone);
  if (dayOf(wall) >= addDays(date, 1)) return DAY_SECONDS;
  return Math.max(0, Math.floor((epochOfWall(wall) - epochOfWall(startOfDay(date))) / 1000));
}
