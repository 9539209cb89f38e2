import {
  type DurationFormat,
  instant,
  roundSeconds,
  type Seconds,
  seconds,
  showDuration,
  toWallTime,
  dayOf,
  type WallDate,
} from '@stint/domain';
import { type DateFormats, dateFormats } from './dates.ts';
import type { FormatSettings } from './format-settings.ts';
import { once } from './once.ts';

/** How everything is written for the person who looks at it. Lengths are whole seconds. */
export interface Formats extends DateFormats {
  readonly settings: FormatSettings;
  /** A length to look at: rounded by the organization's rule, in the form of the settings: `4:32`, `7.5`. */
  readonly length: (lengthSeconds: number) => string;
  /** A length to edit, never rounded: `1:30`, or `0:00:59` where seconds count. */
  readonly exactLength: (lengthSeconds: number) => string;
  /** A running clock: `0:47:12`. */
  readonly clock: (lengthSeconds: number) => string;
  /** Hours with at most two decimals and their unit: `1.5 h`; in a column all with as many: `1.50 h`. */
  readonly hours: (lengthSeconds: number, leastDecimals?: number) => string;
  /** A number with the separators of the locale, with at most `digits` decimals (0 by default). */
  readonly number: (value: number, digits?: number) => string;
  /** Whole percent, as the locale writes them: `51%`, `51 %`. */
  readonly percent: (percent: number) => string;
  /** The calendar day it is now by the person's clock. */
  readonly today: () => WallDate;
}

/** Makes the formats of some settings. Throws RangeError for a locale or zone that nobody knows. */
export function createFormats(settings: FormatSettings): Formats {
  const { locale, timeZone, durationFormat, rounding } = settings;
  const mark = once(() => decimalMark(locale));
  const show = (length: number, format: DurationFormat) => showDuration(whole(length), format, mark());
  const number = (value: number, digits = 0, least = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: least }).format(
      value,
    );
  return {
    settings,
    ...dateFormats(settings),
    length: (length) => show(roundSeconds(whole(length), rounding), durationFormat),
    exactLength: (length) => show(length, length % 60 === 0 ? 'HH:MM' : 'HH:MM:SS'),
    clock: (length) => show(length, 'HH:MM:SS'),
    hours: (length, least) => `${number(Number(showDuration(whole(length), '0.00')), 2, least)} h`,
    number,
    percent: (percent) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100),
    today: () => dayOf(toWallTime(instant(Date.now()), timeZone)),
  };
}

function whole(length: number): Seconds {
  return seconds(Math.round(length));
}

function decimalMark(locale: string): '.' | ',' {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}
