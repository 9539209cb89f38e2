import type { WallDate } from '../brands.ts';
import { addDays, isDay } from './wall.ts';

/** The first day of a date’s month. */
export function monthStart(date: WallDate): WallDate {
  return `${date.slice(0, 8)}01` as WallDate;
}

/** The last day of a date’s month. */
export function monthEnd(date: WallDate): WallDate {
  return addDays(monthStart(addMonths(monthStart(date), 1)), -1);
}

/** The day `months` after `date`, or before it for a negative number; the last of the month where it has no such day. */
export function addMonths(date: WallDate, months: number): WallDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  let day = Number(date.slice(8));
  while (day > 28 && !isDay(year, month, day)) day -= 1;
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as WallDate;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
