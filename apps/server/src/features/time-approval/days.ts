import {
  dayOf,
  type Instant,
  instant,
  readClientTime,
  toWallTime,
  type WallDate,
  type WallTime,
} from '@stint/domain';
import { refusedValue, Refusal } from '../../refusal.ts';

/** Weeks that begin on this day or before, and the ones after them, end within the calendar of the API. */
const LAST_DAY = '9999-12-18' as WallDate;

/**
 * Reads a day in any form that clients send (api.md 3.3); an instant is the day that it is in `timeZone`. Days at the end of
 * the year 9999 count as the last one whose week ends in it. Throws DbValidationError for a field of the body and
 * ApiVersionError for an option (api.md 1).
 */
export function readDay(name: string, text: string, timeZone: string, place: 'field' | 'option'): WallDate {
  const read = readClientTime(text);
  if (read.kind === 'error' && place === 'field') throw refusedValue(name, `${read.reason}.`);
  if (read.kind === 'error') throw new Refusal('ApiVersionError', `${name}: ${read.reason}.`);
  const day = dayOf(read.kind === 'wall' ? read.wall : toWallTime(read.instant, timeZone));
  return day < LAST_DAY ? day : LAST_DAY;
}

/** Days from `from` to `to`, both included; an end that was not given is null. */
export interface Days {
  from: WallDate | null;
  to: WallDate | null;
}

/** Reads the bounds of a list as days of the caller's clock. */
export function readDays(
  { $fromTimestamp, $toTimestamp }: { $fromTimestamp?: string; $toTimestamp?: string },
  timeZone: string,
): Days {
  const read = (name: string, text: string | undefined) =>
    text === undefined ? null : readDay(name, text, timeZone, 'option');
  return { from: read('$fromTimestamp', $fromTimestamp), to: read('$toTimestamp', $toTimestamp) };
}

/** The day it is on a clock of this zone. */
export function todayIn(timeZone: string, now: number): WallDate {
  return dayOf(toWallTime(instant(now), timeZone));
}

/** A stored instant (ISO 8601 in UTC) as the clock of a zone showed it. */
export function wallOf(at: string, timeZone: string): WallTime {
  return toWallTime(instant(Date.parse(at)), timeZone);
}

/** A moment as it is stored, ISO 8601 in UTC. */
export function isoOf(at: number | Instant): string {
  return new Date(at).toISOString();
}
