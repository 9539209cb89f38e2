import {
  addDays,
  monthEnd,
  monthStart,
  type WallDate,
  weekdayOf,
  type WeekRules,
  weekNumber,
  weeksTouching,
} from '@stint/domain';

/** One day of the grid. */
export interface GridDay {
  readonly date: WallDate;
  readonly isInMonth: boolean;
  readonly isWeekend: boolean;
}

/** One row of the grid. */
export interface GridWeek {
  readonly start: WallDate;
  readonly number: number;
  readonly days: readonly GridDay[];
}

/** The whole weeks in which a month lies, by the organization’s rules; days of the months beside fill the rows. */
export function monthGrid(month: WallDate, rules: WeekRules): GridWeek[] {
  const [first, last] = [monthStart(month), monthEnd(month)];
  return weeksTouching(first, last, rules.firstDay).map((start) => ({
    start,
    number: weekNumber(start, rules).week,
    days: [0, 1, 2, 3, 4, 5, 6].map((offset) => {
      const date = addDays(start, offset);
      const weekday = weekdayOf(date);
      return {
        date,
        isInMonth: date >= first && date <= last,
        isWeekend: weekday === 0 || weekday === 6,
      };
    }),
  }));
}
