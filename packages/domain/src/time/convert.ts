import { type Instant, instant, type WallTime } from '../brands.ts';
import { epochOfWall, wallOfEpoch } from './wall.ts';
import { offsetSeconds } from './zones.ts';

const DAY_MS = 86_400_000;

/** What the clocks of a zone show at an instant. Throws RangeError for an unknown zone. */
export function toWallTime(at: Instant, zone: string): WallTime {
  return wallOfEpoch(at + offsetSeconds(zone, at) * 1000);
}

/** What a clock that is `minutesEast` minutes ahead of UTC shows at an instant. */
export function toWallTimeAtOffset(at: Instant, minutesEast: number): WallTime {
  return wallOfEpoch(at + minutesEast * 60_000);
}

/**
 * The instant at which the clocks of a zone show a wall time. A time that is skipped when clocks go forward is moved forward by
 * the gap; of a time that comes twice when they go back, the earlier is meant. Throws RangeError for an unknown zone.
 */
export function toInstant(wall: WallTime, zone: string): Instant {
  const local = epochOfWall(wall);
  const before = offsetSeconds(zone, instant(local - DAY_MS)) * 1000;
  const after = offsetSeconds(zone, instant(local + DAY_MS)) * 1000;
  const byOld = instant(local - before);
  if (before === after || offsetSeconds(zone, byOld) * 1000 === before) return byOld;
  const byNew = instant(local - after);
  return offsetSeconds(zone, byNew) * 1000 === after ? byNew : byOld;
}
