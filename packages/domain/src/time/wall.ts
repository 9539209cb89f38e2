import { type Instant, instant, type Seconds, type WallDate, type WallTime } from '../brands.ts';

const DAY_MS = 86_400_000;
const WALL_TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?$/;

/** Reads a calendar day `YYYY-MM-DD`; null for anything else, also for days that no month has and years before 1900. */
export function readWallDate(text: string): WallDate | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  return isDay(Number(year), Number(month), Number(day)) ? (text as WallDate) : null;
}

/** Reads a wall time `YYYY-MM-DDTHH:mm:ss[.mmm]`, as our own store and clients write it; null for anything else. */
export function readWallTime(text: string): WallTime | null {
  const match = WALL_TIME.exec(text);
  if (!match || readWallDate(match[1] ?? '') === null) return null;
  return wallOfEpoch(Date.parse(`${text}Z`));
}

/** Says whether a month of a year from 1900 to 9999 has this day. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The wall time that a clock in UTC shows at `epoch` milliseconds. */
export function wallOfEpoch(epoch: number): WallTime {
  const text = new Date(epoch).toISOString();
  return text.slice(0, text.endsWith('.000Z') ? -5 : -1) as WallTime;
}

/** Milliseconds from 1970-01-01T00:00:00 to `wall` on the same clock: what its instant would be in UTC. */
export function epochOfWall(wall: WallTime): Instant {
  return instant(Date.parse(`${wall}Z`));
}

/** The calendar day of a wall time. */
export function dayOf(wall: WallTime): WallDate {
  return wall.slice(0, wall.indexOf('T')) as WallDate;
}

/** Midnight at the beginning of a day. */
export function startOfDay(date: WallDate): WallTime {
  return `${date}T00:00:00` as WallTime;
}

/** The wall time `length` seconds later by the same clock, which nobody puts forward or back in between. */
export function addSeconds(wall: WallTime, length: Seconds): WallTime {
  return wallOfEpoch(epochOfWall(wall) + length * 1000);
}

/** The day `days` after `date`, or before it for a negative number. */
export function addDays(date: WallDate, days: number): WallDate {
  return dayOf(wallOfEpoch(epochOfWall(startOfDay(date)) + days * DAY_MS));
}

/** How many days `later` is after `earlier`; negative when it is before. */
export function daysBetween(earlier: WallDate, later: WallDate): number {
  return (epochOfWall(startOfDay(later)) - epochOfWall(startOfDay(earlier))) / DAY_MS;
}
