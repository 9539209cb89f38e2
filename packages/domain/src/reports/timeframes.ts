import type { WallDate } from '../brands.ts';
import { addDays } from '../time/wall.ts';
import { weekStart, type Weekday } from '../weeks/weeks.ts';

/** The time of a report or widget as the widget gallery writes it; null takes that of the page. */
export interface Timeframe {
  /** A name such as `Month`, in any letter case. */
  readonly filterType: string;
  /** The first and the last day of a `Custom` frame, `YYYY-MM-DD`, perhaps with a time behind it. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Days from the first to the last, both in it. */
export interface DayRange {
  readonly from: WallDate;
  readonly to: WallDate;
}

/** Every time frame that is known by name, beside `Custom` and `All`. */
export const TIMEFRAMES = [
  'Today',
  'Yesterday',
  'Week',
  'LastWeek',
  'Month',
  'LastMonth',
  'Quarter',
  'LastQuarter',
  'Year',
  'LastYear',
  'Last7Days',
  'Last30Days',
  'Last90Days',
] as const;

type Name = (typeof TIMEFRAMES)[number];

/**
 * The days that a time frame means on a given day; null for all time. Names that are not known mean all time, as widgets
 * from elsewhere may have them.
 */
export function daysOfTimeframe(
  timeframe: Timeframe | null,
  today: WallDate,
  firstDay: Weekday,
): DayRange | null {
  if (timeframe === null) return null;
  const wanted = timeframe.filterType.toLowerCase();
  if (wanted === 'custom') return customDays(timeframe);
  const name = TIMEFRAMES.find((each) => each.toLowerCase() === wanted);
  return name === undefined ? null : ranges[name](today, firstDay);
}

const ranges: Record<Name, (today: WallDate, firstDay: Weekday) => DayRange> = {
  Today: (today) => ({ from: today, to: today }),
  Yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
  Week: (today, firstDay) => weekOf(today, firstDay),
  LastWeek: (today, firstDay) => weekOf(addDays(today, -7), firstDay),
  Month: (today) => months(today, 0, 1),
  LastMonth: (today) => months(today, -1, 1),
  Quarter: (today) => months(today, -quarterMonth(today), 3),
  LastQuarter: (today) => months(today, -quarterMonth(today) - 3, 3),
  Year: (today) => months(today, -monthOf(today), 12),
  LastYear: (today) => months(today, -monthOf(today) - 12, 12),
  Last7Days: (today) => ({ from: addDays(today, -6), to: today }),
  Last30Days: (today) => ({ from: addDays(today, -29), to: today }),
  Last90Days: (today) => ({ from: addDays(today, -89), to: today }),
};

function weekOf(day: WallDate, firstDay: Weekday): DayRange {
  const from = weekStart(day, firstDay);
  return { from, to: addDays(from, 6) };
}

/** Whole months, the first of them so many after today's. */
function months(today: WallDate, after: number, count: number): DayRange {
  return { from: monthStart(today, after), to: addDays(monthStart(today, after + count), -1) };
}

function monthStart(today: WallDate, after: number): WallDate {
  const first = new Date(Date.UTC(Number(today.slice(0, 4)), monthOf(today) + after, 1));
  return first.toISOString().slice(0, 10) as WallDate;
}

/** 0 is January. */
function monthOf(day: WallDate): number {
  return Number(day.slice(5, 7)) - 1;
}

/** Which month of its quarter it is: 0, 1 or 2. */
function quarterMonth(day: WallDate): number {
  return monthOf(day) % 3;
}

function customDays({ from, to }: Timeframe): DayRange | null {
  const [first, last] = [dayIn(from), dayIn(to)];
  if (first === null || last === null) return null;
  return first <= last ? { from: first, to: last } : { from: last, to: first };
}

function dayIn(text: string | null | undefined): WallDate | null {
  const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(text ?? '')?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? (day as WallDate) : null;
}
