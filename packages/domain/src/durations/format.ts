import type { Seconds } from '../brands.ts';

/** The ways a length is shown (product.md, Settings): hours with one or two decimals, or clock forms. */
export const DURATION_FORMATS = ['0.0', '0.00', 'HH:MM:SS', 'HH:MM'] as const;
export type DurationFormat = (typeof DURATION_FORMATS)[number];

/**
 * Writes seconds as hours. Decimals round half up, `HH:MM` rounds up to the minute, `HH:MM:SS` is exact; stored seconds never
 * change. Hours may have more than two digits. A negative length (an overrun budget) is the positive text behind a minus sign.
 */
export function formatDuration(length: Seconds, format: DurationFormat): string {
  const text = WRITE[format](Math.abs(length));
  return length < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

const WRITE: Readonly<Record<DurationFormat, (total: number) => string>> = {
  '0.0': (total) => decimals(Math.floor((total + 180) / 360), 1),
  '0.00': (total) => decimals(Math.floor((total + 18) / 36), 2),
  'HH:MM:SS': (total) => `${clockMinutes(Math.floor(total / 60))}:${twoDigits(total % 60)}`,
  'HH:MM': (total) => clockMinutes(Math.ceil(total / 60)),
};

function clockMinutes(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function decimals(scaledHours: number, digits: number): string {
  const text = String(scaledHours).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
