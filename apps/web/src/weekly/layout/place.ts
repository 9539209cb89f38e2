import {
  addDays,
  addSeconds,
  dayOf,
  epochOfWall,
  type Instant,
  instant,
  seconds,
  startOfDay,
  toInstant,
  toWallTime,
  type WallDate,
  type WallTime,
} from '@stint/domain';
import { instantsOf, type Place } from '../entry.ts';

/** A point of the calendar: a day, and seconds since its midnight by the wall clock (86,400 is the midnight at its end). */
export interface Point {
  readonly date: WallDate;
  readonly clock: number;
}

/** Seconds between the lines that a mouse and keys keep to. */
export const STEP = 900;
const DAY_SECONDS = 86_400;

/** The last line at or before a clock time. */
export function snapped(clock: number, step = STEP): number {
  return Math.min(DAY_SECONDS, Math.max(0, Math.floor(clock / step) * step));
}

/** The nearest line to a clock time. */
export function nearest(clock: number, step = STEP): number {
  return snapped(clock + step / 2, step);
}

/** The wall time of a point. */
export function wallOf({ date, clock }: Point): WallTime {
  return addSeconds(startOfDay(date), seconds(clock));
}

/** The clock of a wall time, in seconds since midnight. */
export function clockOf(wall: WallTime): number {
  return Math.floor((epochOfWall(wall) - epochOfWall(startOfDay(dayOf(wall)))) / 1000);
}

/** What is marked between two points of one day, at least one step; null where the clocks skip all of it. */
export function placeBetween(a: Point, b: Point, zone: string): Place | null {
  const from = Math.min(snapped(Math.min(a.clock, b.clock)), DAY_SECONDS - STEP);
  const to = Math.max(snapped(Math.max(a.clock, b.clock) + STEP - 1), from + STEP);
  const start = toInstant(wallOf({ date: a.date, clock: from }), zone);
  const end = toInstant(wallOf({ date: a.date, clock: to }), zone);
  return placed(start, end, zone);
}

/** A place with its start at a point and its length as before; a time of day that is skipped is moved forward. */
export function movedTo(place: Place, point: Point, zone: string): Place {
  const clock = Math.min(Math.max(0, point.clock), DAY_SECONDS - 60);
  return {
    ...place,
    hasClockTime: true,
    start: shown(toInstant(wallOf({ date: point.date, clock }), zone), zone),
  };
}

/** A place on another day at the same time of day. */
export function movedDays(place: Place, days: number, zone: string): Place {
  const date = addDays(dayOf(place.start), days);
  const start = `${date}${place.start.slice(10)}` as WallTime;
  return { ...place, start: place.hasClockTime ? shown(toInstant(start, zone), zone) : start };
}

/** A place so many seconds earlier or later by the wall clock; skipped hours are jumped over either way. */
export function movedBy(place: Place, by: number, zone: string): Place {
  return { ...place, start: clockAfter(place.start, by, zone) };
}

/** A place that ends at a point, at least a step long. */
export function endingAt(place: Place, point: Point, zone: string): Place {
  const [start] = instantsOf(place, zone);
  return { ...place, length: lengthBetween(start, toInstant(wallOf(point), zone)) };
}

/** A place that begins at a point and ends where it did, at least a step long. */
export function beginningAt(place: Place, point: Point, zone: string): Place {
  const [, end] = instantsOf(place, zone);
  const latest = instant(end - STEP * 1000);
  const wished = toInstant(wallOf(point), zone);
  return placed(wished < latest ? wished : latest, end, zone) ?? place;
}

/** A place with its end so many seconds earlier or later, at least a step long. */
export function endedBy(place: Place, by: number): Place {
  return { ...place, length: Math.max(Math.min(STEP, place.length), place.length + by) };
}

/** A place with its start so many seconds earlier or later, and its end where it was. */
export function begunBy(place: Place, by: number, zone: string): Place {
  const [, end] = instantsOf(place, zone);
  const start = toInstant(clockAfter(place.start, by, zone), zone);
  if (start > end - Math.min(STEP, place.length) * 1000) return place;
  return placed(start, end, zone) ?? place;
}

function clockAfter(start: WallTime, by: number, zone: string): WallTime {
  const wished = addSeconds(start, seconds(by));
  const real = shown(toInstant(wished, zone), zone);
  if (real === wished || by > 0) return real;
  return shown(instant(toInstant(start, zone) + by * 1000), zone);
}

function lengthBetween(start: Instant, end: Instant): number {
  return Math.max(STEP, Math.round((end - start) / 1000));
}

function placed(start: Instant, end: Instant, zone: string): Place | null {
  if (end <= start) return null;
  return { start: shown(start, zone), hasClockTime: true, length: Math.round((end - start) / 1000) };
}

function shown(at: Instant, zone: string): WallTime {
  return toWallTime(at, zone);
}
