import { type Instant, readClientTime, toInstant, toWallTime, type WallTime } from '@stint/domain';
import { refusedValue, Refusal } from '../../refusal.ts';

/** A moment as the owner's wall time and as the instant it was. */
export interface Moment {
  at: Instant;
  local: WallTime;
}

/** The moment at which a worklog begins. */
export interface Start extends Moment {
  /** False when a day was written without a time; such worklogs lie nowhere in it. */
  hasClockTime: boolean;
}

const WRITTEN_OFFSET = /(?:[Zz]|[+\- ]\d\d:?(?:\d\d)?)$/;

/** Reads the time of a worklog; an instant is moved to the owner's zone, or keeps its wall clock as written (api.md 3.3). */
export function readMoment(field: string, text: string, timeZone: string, keepWritten: boolean): Start {
  const read = readClientTime(text);
  if (read.kind === 'error') throw refusedValue(field, `${read.reason}.`);
  if (read.kind === 'wall') {
    return { at: toInstant(read.wall, timeZone), local: read.wall, hasClockTime: text.includes(':') };
  }
  if (keepWritten) return readMoment(field, text.trim().replace(WRITTEN_OFFSET, ''), timeZone, false);
  return { at: read.instant, local: toWallTime(read.instant, timeZone), hasClockTime: true };
}

/** Reads a bound of a filter as wall time of the caller; ApiVersionError when it is no time (api.md 1). */
export function readBound(option: string, text: string | undefined, timeZone: string): WallTime | undefined {
  if (text === undefined) return undefined;
  const read = readClientTime(text);
  if (read.kind === 'error') throw new Refusal('ApiVersionError', `${option}: ${read.reason}.`);
  return read.kind === 'wall' ? read.wall : toWallTime(read.instant, timeZone);
}

/** The moment it is now. */
export function momentOf(at: Instant, timeZone: string): Moment {
  return { at, local: toWallTime(at, timeZone) };
}
