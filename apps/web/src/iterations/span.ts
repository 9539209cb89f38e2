import { addDays, type WallDate } from '@stint/domain';

/** The days that are looked at before and after a day, as the API does without a range. */
const BACK = 90;
const AHEAD = 30;
/** How far a step leads: so that the iterations at the edge are seen on both sides. */
const STEP = 90;

/** Some days, both in it. */
export interface DaySpan {
  readonly from: WallDate;
  readonly to: WallDate;
}

/** The days whose iterations are shown around a day. */
export function spanAround(day: WallDate): DaySpan {
  return { from: addDays(day, -BACK), to: addDays(day, AHEAD) };
}

/** The day around which the next (1) or earlier (-1) iterations are shown. */
export function stepped(day: WallDate, step: 1 | -1): WallDate {
  return addDays(day, step * STEP);
}
