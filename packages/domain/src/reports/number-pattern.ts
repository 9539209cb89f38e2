/**
 * Writes a number by a pattern of the widget gallery: `#` is a digit that may be missing, `0` one that may not, a comma before the point
 * groups thousands. `#.##` writes 2.5 as `2.5`, `0.00` as `2.50`, `#,###.0` writes 1234 as `1,234.0`.
 */
export function formatByPattern(value: number, pattern: string): string {
  const [whole = '', fraction = ''] = (/[#0,]+(\.[#0]*)?/.exec(pattern)?.[0] ?? '#').split('.');
  const least = (fraction.match(/0/g) ?? []).length;
  const [digits = '0', decimals = ''] = Math.abs(value).toFixed(Math.min(fraction.length, 20)).split('.');
  const shown = trimmed(decimals, least);
  const padded = digits.padStart((whole.match(/0/g) ?? []).length, '0');
  const grouped = whole.includes(',') ? padded.replaceAll(/\B(?=(\d{3})+$)/g, ',') : padded;
  const text = shown === '' ? grouped : `${grouped}.${shown}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Without the zeros at the end that may be missing. */
function trimmed(decimals: string, least: number): string {
  let end = decimals.length;
  while (end > least && decimals[end - 1] === '0') end -= 1;
  return decimals.slice(0, end);
}
