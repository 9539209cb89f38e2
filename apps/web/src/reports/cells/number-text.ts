/**
 * Writes a number by a pattern of the widget gallery in the way of a locale: `#` is a digit that may be missing, `0` one that may not, a
 * comma groups thousands. `#.##` writes 2.5 as `2,5` in German.
 */
export function numberText(value: number, pattern: string, locale: string): string {
  const found = /[#0,]+(?:\.[#0]*)?/.exec(pattern)?.[0] ?? '#';
  const [whole = '', decimals = ''] = found.split('.');
  const least = (decimals.match(/0/g) ?? []).length;
  const text = new Intl.NumberFormat(locale, {
    minimumIntegerDigits: Math.min(21, Math.max(1, (whole.match(/0/g) ?? []).length)),
    minimumFractionDigits: Math.min(20, least),
    maximumFractionDigits: Math.min(20, decimals.length),
    useGrouping: whole.includes(','),
    signDisplay: 'negative',
  }).format(value);
  return text;
}

/** The pattern in a column's `format`; two decimals that may be missing where there is none. */
export function patternOf(format: unknown): string {
  return typeof format === 'string' && format !== '' ? format : '#.##';
}
