import {
  addDays,
  addMonths,
  monthStart,
  readWallDate,
  type WallDate,
  type Weekday,
  weekStart,
} from '@stint/domain';

/** How much time one point of a date axis stands for. */
export type Granularity = 'day' | 'week' | 'month' | 'year';

/** Points of one axis at most: more than a screen has pixels help nobody. */
const MOST_POINTS = 2_000;

/** The granularity by its name in any letter case; days for all that nobody knows. */
export function granularityOf(name: string | undefined): Granularity {
  const wanted = name?.toLowerCase();
  return wanted === 'week' || wanted === 'month' || wanted === 'year' ? wanted : 'day';
}

/** The first day of the bucket in which a date lies (`2026-11-18`, perhaps with a time behind it); null for what is no date. */
export function bucketOf(text: string, granularity: Granularity, firstDay: Weekday): WallDate | null {
  const day = readWallDate(text.slice(0, 10));
  return day === null ? null : startOf(day, granularity, firstDay);
}

/** The first days of all buckets from one day to another, in order. */
export function bucketDays(
  from: WallDate,
  to: WallDate,
  granularity: Granularity,
  firstDay: Weekday,
): WallDate[] {
  const found: WallDate[] = [];
  let day = startOf(from, granularity, firstDay);
  while (day <= to && found.length < MOST_POINTS) {
    found.push(day);
    day = following(day, granularity);
  }
  return found;
}

function startOf(day: WallDate, granularity: Granularity, firstDay: Weekday): WallDate {
  if (granularity === 'week') return weekStart(day, firstDay);
  if (granularity === 'month') return monthStart(day);
  return granularity === 'year' ? (`${day.slice(0, 4)}-01-01` as WallDate) : day;
}

function following(day: WallDate, granularity: Granularity): WallDate {
  if (granularity === 'day') return addDays(day, 1);
  if (granularity === 'week') return addDays(day, 7);
  return addMonths(day, granularity === 'month' ? 1 : 12);
}
