import type { Seconds } from '../brands.ts';

/** The ways a length is shown (product.md, Settings): hours with one or two decimals, or clock forms. */
export const DURATION_FORMATS = ['0.0', '0.00', 'HH:MM:SS', 'HH:MM'] as const;
export type DurationFormat = (typeof DURATION_FORMATS)[number];

/**
 * Writes seconds as hours. Decimals round half up, `HH:MM` rounds up to the minute, `HH:MM:SS` is exact; stored seconds never
 * change. Hours may have more than two digits. A negative length (an overrun budget) is the positive text behind a minus sign.
 */
export function formatDuration(length: Seconds, format: DurationFormat): string {
  const text = formatPositive(Math.abs(length), format);
  return length < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

function formatPositive(total: number, format: DurationFormat): string {
  switch (format) {
    case '0.0':
      return decimals(Math.floor((total + 180) / 360), 1);
    case '0.00':
      return decimals(Math.floor((total + 18) / 36), 2);
    case 'HH:MM:SS':
      return [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60].map(twoDigits).join(':');
    case 'HH:MM':
      return clockMinutes(Math.ceil(total / 60));
  }
}

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
