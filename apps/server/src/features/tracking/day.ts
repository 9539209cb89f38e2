import {
  addDays,
  dayOf,
  type Instant,
  startOfDay,
  toWallTime,
  toWallTimeAtOffset,
  type WallTime,
} from '@stint/domain';

/** A day by somebody's wall clock, its end excluded. */
export interface Day {
  start: WallTime;
  end: WallTime;
}

/** The day it is now in a time zone (IANA name). */
export function dayIn(timeZone: string, now: Instant): Day {
  const date = dayOf(toWallTime(now, timeZone));
  return { start: startOfDay(date), end: startOfDay(addDays(date, 1)) };
}

/** Whether a track that began at this instant, `minutesEast` of UTC, belongs to the day, as its worklog will. */
export function beginsIn(day: Day, startedAt: Instant, minutesEast: number): boolean {
  const local = toWallTimeAtOffset(startedAt, minutesEast);
  return local >= day.start && local < day.end;
}
