import type { TimeWeek } from '@stint/contract';
import { addDays, type WallDate, weekdayOf } from '@stint/domain';

/** A day of the sheet as its column shows it. */
export interface DayColumn {
  readonly date: WallDate;
  readonly isWeekend: boolean;
  readonly isToday: boolean;
  /** The week that locks the day; null when its time can be changed. */
  readonly lockedBy: TimeWeek | null;
}

/** The columns of some days; `weeks` are the person’s, none where weeks are not approved. */
export function columnsOf(
  days: readonly WallDate[],
  today: WallDate,
  weeks: readonly TimeWeek[],
): DayColumn[] {
  const locked = weeks.filter(({ lock }) => lock !== null);
  return days.map((date) => {
    const weekday = weekdayOf(date);
    return {
      date,
      isWeekend: weekday === 0 || weekday === 6,
      isToday: date === today,
      lockedBy: locked.find((week) => isIn(week, date)) ?? null,
    };
  });
}

function isIn({ weekStartDate }: TimeWeek, date: WallDate): boolean {
  const start = weekStartDate.slice(0, 10) as WallDate;
  return date >= start && date < addDays(start, 7);
}
