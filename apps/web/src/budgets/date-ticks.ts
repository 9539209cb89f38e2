import { addDays, addMonths, daysBetween, monthStart, type WallDate } from '@stint/domain';

/** Days up to which an axis names days; a longer one names months. */
const MOST_DAYS = 62;

/** At most so many evenly spaced dates from the first day to the last one: days, or the first days of months where it is long. */
export function dateTicks(first: WallDate, last: WallDate, most: number): WallDate[] {
  const days = daysBetween(first, last) + 1;
  const room = Math.max(1, most);
  if (days <= MOST_DAYS) {
    const step = Math.ceil(days / room);
    const count = Math.ceil(days / step);
    return Array.from({ length: count }, (_, index) => addDays(first, index * step));
  }
  const starts: WallDate[] = [];
  let month = first === monthStart(first) ? first : addMonths(monthStart(first), 1);
  for (; month <= last; month = addMonths(month, 1)) starts.push(month);
  const step = Math.ceil(starts.length / room);
  return starts.filter((_, index) => index % step === 0);
}
