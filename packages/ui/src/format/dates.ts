import { dayOf, instant, toWallTime, type WallDate, type WallTime, type Weekday } from '@stint/domain';
import type { FormatSettings } from './format-settings.ts';
import { once } from './once.ts';

/** How much of a day is written; `short` and `weekday` say the year where it is not this one. */
export type DayStyle = 'short' | 'weekday' | 'full' | 'column' | 'number';

/** How days and times are written. */
export interface DateFormats {
  /** A day: `18 Nov`, `Wed 18 Nov`, `Wednesday 18 November 2026`, `Wed 18` over a column, `18`. */
  readonly day: (day: WallDate, style?: DayStyle) => string;
  /** Some days in a row: `16 – 22 Nov`. */
  readonly days: (from: WallDate, to: WallDate) => string;
  /** The month of a day: `November 2026`. */
  readonly month: (day: WallDate) => string;
  /** The name of a day of the week. */
  readonly weekday: (weekday: Weekday, style?: 'short' | 'long') => string;
  /** The time of day that a clock on the wall shows: `09:10`, `9:10 AM`. */
  readonly time: (wall: WallTime) => string;
  /** The same with its seconds, where it has some: to edit. */
  readonly exactTime: (wall: WallTime) => string;
  /** From and to on one day; null is the midnight at its end, `24:00`. */
  readonly times: (from: WallTime, to: WallTime | null) => string;
  /** An instant (RFC 3339, UTC) by the person's clock: date and time. */
  readonly dateTime: (at: string) => string;
  /** The date of an instant (RFC 3339, UTC) by the person's clock. */
  readonly date: (at: string) => string;
}

const STYLES: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  column: { weekday: 'short', day: 'numeric' },
  number: { day: 'numeric' },
};

/** Makes the formats of days and times; wall dates and times are written as if in UTC, which changes nothing about them. */
export function dateFormats({ locale, timeZone }: FormatSettings): DateFormats {
  const made = new Map<string, Intl.DateTimeFormat>();
  const format = (options: Intl.DateTimeFormatOptions) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
    made.set(key, known);
    return known;
  };
  const wall = (options: Intl.DateTimeFormatOptions) => format({ ...options, timeZone: 'UTC' });
  const year = (day: WallDate) =>
    day.slice(0, 4) === thisYear(timeZone) ? {} : ({ year: 'numeric' } as const);
  const twoDigits = once(() => wall({ hour: '2-digit', minute: '2-digit' }));
  const isTwelveHours = once(() => twoDigits().resolvedOptions().hour12 === true);
  const time = once(() => (isTwelveHours() ? wall({ hour: 'numeric', minute: '2-digit' }) : twoDigits()));
  const timeText = (at: WallTime) => time().format(utc(at));
  return {
    day: (day, style = 'short') => {
      const extra = style === 'short' || style === 'weekday' ? year(day) : {};
      return wall({ ...STYLES[style], ...extra }).format(utc(day));
    },
    days: (from, to) => wall({ ...STYLES.short, ...year(from), ...year(to) }).formatRange(utc(from), utc(to)),
    month: (day) => wall({ month: 'long', year: 'numeric' }).format(utc(day)),
    weekday: (weekday, style = 'short') => wall({ weekday: style }).format(Date.UTC(2023, 0, 1 + weekday)),
    time: timeText,
    exactTime: (at) =>
      at.slice(17, 19) === '00'
        ? timeText(at)
        : wall({
            hour: isTwelveHours() ? 'numeric' : '2-digit',
            minute: '2-digit',
            second: '2-digit',
          }).format(utc(at)),
    times: (from, to) => {
      const end =
        to === null
          ? isTwelveHours()
            ? timeText(from.replace(/T.*/, 'T00:00:00') as WallTime)
            : '24:00'
          : timeText(to);
      return `${timeText(from)} – ${end}`;
    },
    dateTime: (at) => format({ dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at)),
    date: (at) => format({ dateStyle: 'medium', timeZone }).format(new Date(at)),
  };
}

/** 1 January 2023 was a Sunday, so day 0 of the week. */
function utc(at: WallDate | WallTime): Date {
  return new Date(at.includes('T') ? `${at}Z` : `${at}T00:00:00Z`);
}

function thisYear(timeZone: string): string {
  return dayOf(toWallTime(instant(Date.now()), timeZone)).slice(0, 4);
}
