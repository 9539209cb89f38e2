import {
  dayOf,
  instant,
  readWallTime,
  toInstant,
  toWallTime,
  type WallDate,
  type WallTime,
} from '@stint/domain';
import type { Formats } from '@stint/ui';
import type { EntryView } from '../core/app/view.ts';
import type { WorklogFields } from '../core/changes/change.ts';

/** From and to of a worklog's share of a day, as a person's clock writes them. */
export function dayTimes({ from, to }: Pick<EntryView, 'from' | 'to'>, formats: Formats): string {
  return formats.times(someDayAt(from), to === '24:00' ? null : someDayAt(to));
}

function someDayAt(time: string): WallTime {
  return `2000-01-01T${time}:00` as WallTime;
}

/** From and to of a whole worklog; where it ends on another day, that day is said. `zone` is the owner's. */
export function wholeTimes({ timestamp, length }: WorklogFields, zone: string, formats: Formats): string {
  const from = readWallTime(timestamp);
  if (from === null) return '';
  const to = toWallTime(instant(toInstant(from, zone) + length * 1000), zone);
  const isSameDay = dayOf(to) === dayOf(from);
  return isSameDay ? formats.times(from, to) : `${formats.times(from, to)} (${formats.day(dayOf(to))})`;
}

/** A wall time with its day: `20 Nov 2026, 07:40`. */
export function dayAndTime(timestamp: string, formats: Formats): string {
  const wall = readWallTime(timestamp);
  if (wall === null) return '';
  return `${formats.day(wall.slice(0, 10) as WallDate)}, ${formats.time(wall)}`;
}
