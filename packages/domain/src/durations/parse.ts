import { type Seconds, seconds } from '../brands.ts';

/** What is wrong with a typed duration, for those who say it in other words than `reason`. */
export type DurationFault = 'empty' | 'negative' | 'unreadable' | 'tooLong';

export type ParsedDuration =
  | { readonly ok: true; readonly seconds: Seconds }
  | { readonly ok: false; readonly fault: DurationFault; readonly reason: string };

/** Hours that no single duration of tracked time may pass. */
export const LONGEST_HOURS = 9999;

/** The same in seconds. */
export const LONGEST_DURATION = seconds(LONGEST_HOURS * 3600);

const UNIT_SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, min: 60, s: 1 };
const CLOCK = /^(\d*):([0-5]?\d)(?::([0-5]\d))?$/;
const DECIMAL = /^(?=[.,]?\d)(\d*)(?:[.,](\d*))?$/;
const WITH_UNITS = /^(?:([\d.,]+)h)?(?:([\d.,]+)m(?:in)?)?(?:([\d.,]+)s)?$/;
const ONE_UNIT = /([\d.,]+)(h|min|m|s)/g;
/** Digits behind the separator that count; more would not change a whole second, and 10^12 × 3600 is still exact. */
const MOST_DIGITS = 12;

/**
 * Reads a duration as people type it: `1:30`, `1:30:15`, `1h30m`, `1h 30m`, `90m`, `45s`, `2h`, `1.5`, `1,5`, `.5`.
 * A bare number is hours. Any letter case, spaces anywhere between number and unit. The arithmetic is on integers, so 8.20 is
 * exactly 29,520 seconds; parts of a second round half up. The reason of a refusal is a sentence to show (product.md, Timesheet).
 * @param longestHours what it may be at most: plans are longer than anything that is tracked
 */
export function parseDuration(text: string, longestHours = LONGEST_HOURS): ParsedDuration {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '') return refuse('empty', 'Enter a duration, such as 1:30, 1h30m, 90m or 1.5.');
  if (/^[-−]/.test(trimmed)) return refuse('negative', 'A duration must not be negative.');
  const total = readClock(trimmed) ?? readHours(trimmed) ?? readUnits(trimmed);
  if (total === null)
    return refuse(
      'unreadable',
      `"${shorten(text.trim())}" is not a duration; write 1:30, 1h30m, 90m or 1.5.`,
    );
  if (total > longestHours * 3600)
    return refuse('tooLong', `A duration must not be longer than ${longestHours} hours.`);
  return { ok: true, seconds: seconds(total) };
}

function readClock(text: string): number | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [, hours = '', minutes = '', rest = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

function readHours(text: string): number | null {
  return scaled(text, 3600);
}

function readUnits(text: string): number | null {
  const compact = text.replace(/\s*(h|min|m|s)\b\s*|\s*(h|min|m|s)(?=\d)/g, '$1$2').trim();
  if (!WITH_UNITS.test(compact)) return null;
  let total = 0;
  for (const [, number = '', unit = ''] of compact.matchAll(ONE_UNIT)) {
    const part = scaled(number, UNIT_SECONDS[unit] ?? 0);
    if (part === null) return null;
    total += part;
  }
  return total;
}

/** A decimal number times whole seconds, rounded half up to a whole second, without floating point fractions. */
function scaled(decimal: string, unit: number): number | null {
  const match = DECIMAL.exec(decimal);
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  const digits = fraction.slice(0, MOST_DIGITS);
  const scale = 10 ** digits.length;
  const rest = Number(digits) * unit;
  return Number(whole) * unit + Math.floor((2 * rest + scale) / (2 * scale));
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

function refuse(fault: DurationFault, reason: string): ParsedDuration {
  return { ok: false, fault, reason };
}
