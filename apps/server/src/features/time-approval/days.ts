import { type Instant, instant, toWallTime, type WallDate, type WallTime } from '@stint/domain';
import { readDay } from '../../http/days.ts';

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

/** A stored instant (ISO 8601 in UTC) as the clock of a zone showed it. */
export function wallOf(at: string, timeZone: string): WallTime {
  return toWallTime(instant(Date.parse(at)), timeZone);
}

/** A moment as it is stored, ISO 8601 in UTC. */
export function isoOf(at: number | Instant): string {
  return new Date(at).toISOString();
}
