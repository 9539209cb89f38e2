import type { WallDate } from '../brands.ts';
import { addDays, daysBetween, startOfDay } from '../time/wall.ts';

/** A day of the week as JavaScript counts: 0 is Sunday, 1 Monday, 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Which week is the first of a year: the first with four days in it (ISO 8601), the one of 1 January, or the first whole one. */
export type FirstWeekRule = 'firstFourDays' | 'firstDay' | 'firstFullWeek';

/** How an organization counts weeks (product.md, Settings). */
export interface WeekRules {
  readonly firstDay: Weekday;
  readonly firstWeek: FirstWeekRule;
}

/** Weeks begin on Monday and are counted as ISO 8601 does. */
export const DEFAULT_WEEK_RULES: WeekRules = Object.freeze({ firstDay: 1, firstWeek: 'firstFourDays' });

/** The day of January that lies in week 1 whatever the weekday is. */
const JANUARY_DAY_IN_FIRST_WEEK: Readonly<Record<FirstWeekRule, string>> = {
  firstDay: '01-01',
  firstFourDays: '01-04',
  firstFullWeek: '01-07',
};

/** The day of the week of a date. */
export function weekdayOf(date: WallDate): Weekday {
  return new Date(`${startOfDay(date)}Z`).getUTCDay() as Weekday;
}

/** The first day of the week in which a date lies. */
export function weekStart(date: WallDate, firstDay: Weekday = DEFAULT_WEEK_RULES.firstDay): WallDate {
  return addDays(date, -((weekdayOf(date) - firstDay + 7) % 7));
}

/** The number of a date's week, and the year that the week is counted in; days around New Year may belong to the other year. */
export function weekNumber(
  date: WallDate,
  rules: WeekRules = DEFAULT_WEEK_RULES,
): { year: number; week: number } {
  const start = weekStart(date, rules.firstDay);
  let year = Number(date.slice(0, 4)) + 1;
  while (firstWeekStart(year, rules) > start) year -= 1;
  return { year, week: daysBetween(firstWeekStart(year, rules), start) / 7 + 1 };
}

/** The first days of all weeks that share a day with the range; both ends belong to it. Empty when `to` is before `from`. */
export function weeksTouching(
  from: WallDate,
  to: WallDate,
  firstDay: Weekday = DEFAULT_WEEK_RULES.firstDay,
): WallDate[] {
  const weeks: WallDate[] = [];
  if (to < from) return weeks;
  for (let week = weekStart(from, firstDay); week <= to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

function firstWeekStart(year: number, rules: WeekRules): WallDate {
  return weekStart(`${year}-${JANUARY_DAY_IN_FIRST_WEEK[rules.firstWeek]}` as WallDate, rules.firstDay);
}
