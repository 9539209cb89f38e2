import {
  addDays,
  dayOf,
  type Instant,
  startOfDay,
  toInstant,
  toWallTime,
  type WallDate,
  type WallTime,
} from '@stint/domain';

/** Events of one calendar at most. */
export const MOST_EVENTS = 2_000;
/** Answers that one calendar is read from at most. */
export const MOST_PAGES = 40;
/** Characters of a title or a place. */
export const LONGEST_TEXT = 500;

/** An event of a calendar, in the wall time of who looks at it. */
export interface Event {
  id: string;
  title: string;
  location: string | null;
  start: WallTime;
  /** Exclusive. */
  end: WallTime;
  /** Seconds. */
  length: number;
  isAllDay: boolean;
  isBusy: boolean;
}

/** The days to look at, both in them, by the clock of `zone`. */
export interface Range {
  from: WallDate;
  to: WallDate;
  zone: string;
}

/** The instants of a range; the second is exclusive. */
export interface Bounds {
  from: Instant;
  until: Instant;
}

export function boundsOf({ from, to, zone }: Range): Bounds {
  return { from: toInstant(startOfDay(from), zone), until: toInstant(startOfDay(addDays(to, 1)), zone) };
}

/** Whether an event has a moment between them. */
export function isWithin(event: Event, { from, until }: Bounds, zone: string): boolean {
  const [start, end] = [toInstant(event.start, zone), toInstant(event.end, zone)];
  return start < until && (end > from || (start === end && start >= from));
}

export function inOrder(events: readonly Event[]): Event[] {
  return events.toSorted((a, b) =>
    a.start < b.start ? -1 : a.start > b.start ? 1 : a.id.localeCompare(b.id),
  );
}

/** Wall time in whole seconds. */
export function wallOf(at: Instant, zone: string): WallTime {
  const wall = toWallTime(at, zone);
  return `${dayOf(wall)}${wall.slice(10, 19)}` as WallTime;
}
