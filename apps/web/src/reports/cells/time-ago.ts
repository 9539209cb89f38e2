const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago something was, in the words of a locale: `3 days ago`, `yesterday`; of what lies ahead, when it will be. */
export function timeAgo(secondsAgo: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = UNITS.find(([, each]) => Math.abs(secondsAgo) >= each) ?? ['second', 1];
  return format.format(Math.trunc(-secondsAgo / length) || 0, unit);
}
