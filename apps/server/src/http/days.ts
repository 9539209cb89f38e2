import { dayOf, instant, readClientTime, toWallTime, type WallDate } from '@stint/domain';
import { Refusal, refusedValue } from '../refusal.ts';

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

/** The day it is on a clock of this zone; `now` is epoch milliseconds. */
export function todayIn(timeZone: string, now: number): WallDate {
  return dayOf(toWallTime(instant(now), timeZone));
}
