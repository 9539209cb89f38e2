import { type Instant, instant, type WallDate, type WallTime } from '../brands.ts';
import { toInstant, toWallTime } from '../time/convert.ts';
import { addDays, dayOf, isDay } from '../time/wall.ts';
import { weekdayOf } from '../weeks/weeks.ts';

/** When a report is sent: at a time of day of its owner's clock. */
export interface Schedule {
  readonly frequency: 'daily' | 'weekly' | 'monthly';
  /** 0 is Sunday; of weekly ones. */
  readonly weekday: number | null;
  /** 1 to 31, of monthly ones; months without that day have it on their last. */
  readonly monthDay: number | null;
  /** `HH:MM`. */
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
}

/** Days within which every plan has a day. */
const LONGEST = 62;

/** The next moment of a plan after `now`; a time that a changing clock leaves out counts as the one right after the gap. */
export function nextRun(schedule: Schedule, now: Instant): Instant {
  const today = dayOf(toWallTime(now, schedule.zone));
  for (let ahead = 0; ahead <= LONGEST; ahead += 1) {
    const day = addDays(today, ahead);
    if (!isPlanned(schedule, day)) continue;
    const at = toInstant(`${day}T${schedule.time}:00` as WallTime, schedule.zone);
    if (at > now) return at;
  }
  return instant(now + LONGEST * 86_400_000);
}

function isPlanned({ frequency, weekday, monthDay }: Schedule, day: WallDate): boolean {
  if (frequency === 'daily') return true;
  if (frequency === 'weekly') return weekdayOf(day) === (weekday ?? 1);
  const [year, month, date] = day.split('-').map(Number);
  const wanted = monthDay ?? 1;
  const isLast = !isDay(year ?? 0, month ?? 0, (date ?? 0) + 1);
  return date === wanted || (isLast && wanted > (date ?? 0));
}
