import type { Seconds } from '../brands.ts';
import { type DurationFormat, formatDuration } from './format.ts';

/**
 * Writes seconds for people: as `formatDuration` does, but hours below ten have one digit (`4:32`) and decimals stand behind the
 * reader's decimal mark (`7,5`). What it writes can be typed again: `parseDuration` reads it.
 */
export function showDuration(length: Seconds, format: DurationFormat, decimalMark: '.' | ',' = '.'): string {
  const text = formatDuration(length, format);
  return text.includes(':') ? text.replace(/^(-?)0(?=\d:)/, '$1') : text.replace('.', decimalMark);
}
