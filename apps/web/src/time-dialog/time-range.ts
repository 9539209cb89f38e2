import {
  addDays,
  dayOf,
  instant,
  readWallDate,
  readWallTime,
  toInstant,
  toWallTime,
  type WallTime,
} from '@stint/domain';

/** When something was done: a day, a time of day (`HH:MM` or `HH:MM:SS`) and a length in seconds, in the owner's zone. */
export interface TimeRange {
  readonly date: string;
  readonly from: string;
  /** Null while what is typed cannot be read. */
  readonly lengthSeconds: number | null;
}

const FIVE_MINUTES = 300_000;
const HOUR = 3_600_000;

/** The start as wall time; null while date or time are not whole. */
export function startOf(range: Pick<TimeRange, 'date' | 'from'>): WallTime | null {
  if (readWallDate(range.date) === null) return null;
  return readWallTime(`${range.date}T${range.from.length === 5 ? `${range.from}:00` : range.from}`);
}

/** The time of day at the end, by the wall clock of `zone`; empty while it is not known. */
export function endOf(range: TimeRange, zone: string): string {
  const start = startOf(range);
  if (start === null || range.lengthSeconds === null) return '';
  return timeOf(toWallTime(instant(toInstant(start, zone) + range.lengthSeconds * 1000), zone));
}

/** The range that ends at this time of day, on the next day when that is not after the start. */
export function withEnd(range: TimeRange, end: string, zone: string): TimeRange {
  const start = startOf(range);
  const sameDay = startOf({ date: range.date, from: end });
  const date = readWallDate(range.date);
  if (start === null || sameDay === null || date === null) return { ...range, lengthSeconds: null };
  const nextDay = startOf({ date: addDays(date, 1), from: end });
  const finish = sameDay > start || nextDay === null ? sameDay : nextDay;
  return { ...range, lengthSeconds: Math.round((toInstant(finish, zone) - toInstant(start, zone)) / 1000) };
}

/** The range offered for a new entry: the hour up to now, on full five minutes, not before today's midnight. */
export function recentHour(now: number, zone: string): TimeRange {
  const end = Math.floor(now / FIVE_MINUTES) * FIVE_MINUTES;
  const start = toWallTime(instant(end - HOUR), zone);
  const today = dayOf(toWallTime(instant(end), zone));
  const from = dayOf(start) === today ? timeOf(start) : '00:00';
  return { date: today, from, lengthSeconds: 3600 };
}

/** The range of an existing entry: `timestamp` is wall time, `length` seconds. */
export function rangeOf(timestamp: string, length: number): TimeRange {
  return { date: timestamp.slice(0, 10), from: shortTime(timestamp.slice(11, 19)), lengthSeconds: length };
}

function timeOf(wall: WallTime): string {
  return shortTime(wall.slice(11, 19));
}

function shortTime(time: string): string {
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}
