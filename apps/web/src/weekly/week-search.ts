/** How many days the calendar shows. */
export type DayCount = 1 | 3 | 7;

/** What the address says about the calendar; a wrong value is as none. */
export interface WeekSearch {
  /** A day that is shown, `2026-11-18`. */
  readonly day?: string;
  readonly days?: DayCount;
}

/** Reads the address of the calendar. */
export function readWeekSearch({ day, days }: Record<string, unknown>): WeekSearch {
  return {
    ...(typeof day === 'string' && { day }),
    ...(isDayCount(days) && { days }),
  };
}

/** Whether a value is a number of days that can be shown. */
export function isDayCount(value: unknown): value is DayCount {
  return value === 1 || value === 3 || value === 7;
}
