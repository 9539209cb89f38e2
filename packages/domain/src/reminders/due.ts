import type { WallDate } from '../brands.ts';
import { addDays } from '../time/wall.ts';
import { weekdayOf, type Weekday, weekStart } from '../weeks/weeks.ts';

/** What reminders of a day look back at; null where none of the kind goes out on it. */
export interface DueReminders {
  /** The working day before; Friday on Mondays. */
  readonly workingDay: WallDate | null;
  /** The first day of the last week that has ended; on Mondays. */
  readonly week: WallDate | null;
}

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

/** What the reminders that go out on `today` are about; none go out at weekends. Weeks begin on `firstDay`. */
export function dueReminders(today: WallDate, firstDay: Weekday): DueReminders {
  const weekday = weekdayOf(today);
  if (weekday === SATURDAY || weekday === SUNDAY) return { workingDay: null, week: null };
  const isMonday = weekday === MONDAY;
  return {
    workingDay: addDays(today, isMonday ? -3 : -1),
    week: isMonday ? addDays(weekStart(today, firstDay), -7) : null,
  };
}
