import type { WallDate } from '../brands.ts';
import { addDays, dayOf, wallOfEpoch } from '../time/wall.ts';
import { DEFAULT_WEEK_RULES, type Weekday, weekStart } from '../weeks/weeks.ts';
import type { ApprovalRules } from './state.ts';

/** The first day from which time is approved: the organization's date, else one year and a day before today. */
export function approvalStart(rules: Pick<ApprovalRules, 'startDate'>, today: WallDate): WallDate {
  if (rules.startDate !== null) return rules.startDate;
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  return dayOf(wallOfEpoch(Date.UTC(year - 1, month - 1, day - 1)));
}

/**
 * The first day that is not locked by its age: a week locks itself when `lockAfterWeeks` whole weeks have passed since its end.
 * Null: nothing locks by age. It is the first day of a week, so days and whole weeks compare alike. `today` is of the person's clock.
 */
export function openFrom(
  today: WallDate,
  lockAfterWeeks: number | null,
  firstDay: Weekday = DEFAULT_WEEK_RULES.firstDay,
): WallDate | null {
  return lockAfterWeeks === null ? null : weekStart(addDays(today, -7 * lockAfterWeeks), firstDay);
}

/** The last day of the week that begins on `start`. */
export function weekEnd(start: WallDate): WallDate {
  return addDays(start, 6);
}
