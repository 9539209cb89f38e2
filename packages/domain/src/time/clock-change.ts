import { type Instant, instant, type WallDate } from '../brands.ts';
import { toInstant } from './convert.ts';
import { addDays, epochOfWall, startOfDay } from './wall.ts';
import { offsetSeconds } from './zones.ts';

/** The moment of a day at which the clocks of a zone are put forward or back. */
export interface ClockChange {
  readonly at: Instant;
  /** What the clocks show just before, in seconds since midnight: 7200 where they go from 02:00 to 03:00. */
  readonly from: number;
  /** What they show right after; more than `from` where an hour is skipped, less where it comes twice. */
  readonly to: number;
}

/** Finds the change to a second: zones have changed at other moments than full hours. */
const SECOND = 1000;

/** When the clocks change within a day of a zone; null on all other days. Throws RangeError for an unknown zone. */
export function clockChangeOf(date: WallDate, zone: string): ClockChange | null {
  const midnight = epochOfWall(startOfDay(date));
  const start = toInstant(startOfDay(date), zone);
  const end = toInstant(startOfDay(addDays(date, 1)), zone);
  const [before, after] = [offsetSeconds(zone, start), offsetSeconds(zone, end)];
  if (before === after || end <= start) return null;
  let [early, late] = [0, (end - start) / SECOND];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offsetSeconds(zone, instant(start + middle * SECOND)) === before) early = middle;
    else late = middle;
  }
  const at = instant(start + late * SECOND);
  const shown = (offset: number) => (at - midnight) / SECOND + offset;
  return { at, from: shown(before), to: shown(after) };
}
