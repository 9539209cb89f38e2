import { dayOf, daysBetween, epochOfWall, wallOfEpoch } from '@stint/domain';
import type { CalendarEntry } from './entry.ts';
import type { Held } from './held.ts';
import {
  beginningAt,
  clockOf,
  endingAt,
  movedDays,
  movedTo,
  nearest,
  placeBetween,
  type Point,
  wallOf,
} from './layout/place.ts';

/** What was seized, and where. */
export type Grip =
  | { readonly kind: 'mark'; readonly at: Point }
  | { readonly kind: 'move' | 'start' | 'end'; readonly entry: CalendarEntry; readonly at: Point };

/** What is held when the hand is at a point. `isOnTop`: where whatever has no time of day stands. Null where there is nothing to hold. */
export function heldAt(
  grip: Grip,
  to: Point,
  { zone, isCopy, isOnTop }: { readonly zone: string; readonly isCopy: boolean; readonly isOnTop: boolean },
): Held | null {
  if (grip.kind === 'mark') {
    const place = placeBetween(grip.at, { ...to, date: grip.at.date }, zone);
    return place && { entry: null, place, isCopy: false };
  }
  const { entry } = grip;
  const line = { date: to.date, clock: nearest(to.clock) };
  if (grip.kind === 'end') return { entry, place: endingAt(entry, line, zone), isCopy: false };
  if (grip.kind === 'start') return { entry, place: beginningAt(entry, line, zone), isCopy: false };
  if (!entry.hasClockTime) {
    const days = daysBetween(dayOf(entry.start), to.date);
    return { entry, place: isOnTop ? movedDays(entry, days, zone) : movedTo(entry, line, zone), isCopy };
  }
  return { entry, place: movedTo(entry, beginningOf(entry, grip.at, to), zone), isCopy };
}

/** Where an entry begins when its seized spot comes to another point: as far before it as it was. */
function beginningOf(entry: CalendarEntry, seized: Point, to: Point): Point {
  const before = epochOfWall(wallOf(seized)) - epochOfWall(entry.start);
  const wall = wallOfEpoch(epochOfWall(wallOf(to)) - before);
  return { date: dayOf(wall), clock: nearest(clockOf(wall)) };
}
