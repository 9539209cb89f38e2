const TOKEN = /\[[^\]]*\]|'[^']*'|y{2,4}|Y{2,4}|M{1,4}|d{1,4}|D{1,2}|H{1,2}|h{1,2}|m{1,2}|s{1,2}|tt|A|a/g;

/**
 * Writes a wall time (`2026-11-18T09:05:00`, in any zone's clock) by a pattern such as `DD.MM.YYYY HH:mm` or `dd MMM yyyy`. Names of
 * months and days are the locale's; texts in `[…]` or `'…'` stay as they are. A text that is no time comes back unchanged.
 */
export function dateByPattern(wall: string, pattern: string, locale: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/.exec(wall);
  if (!found) return wall;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = found;
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at);
  const half = String(Number(hour) % 12 || 12);
  const afternoon = Number(hour) >= 12;
  const written: Readonly<Record<string, () => string>> = {
    yy: () => year.slice(2),
    yyyy: () => year,
    YY: () => year.slice(2),
    YYYY: () => year,
    M: () => short(month),
    MM: () => month,
    MMM: () => name({ month: 'short' }),
    MMMM: () => name({ month: 'long' }),
    d: () => short(day),
    dd: () => day,
    ddd: () => name({ weekday: 'short' }),
    dddd: () => name({ weekday: 'long' }),
    D: () => short(day),
    DD: () => day,
    H: () => short(hour),
    HH: () => hour,
    h: () => half,
    hh: () => half.padStart(2, '0'),
    m: () => short(minute),
    mm: () => minute,
    s: () => short(second),
    ss: () => second,
    tt: () => (afternoon ? 'PM' : 'AM'),
    A: () => (afternoon ? 'PM' : 'AM'),
    a: () => (afternoon ? 'pm' : 'am'),
  };
  return pattern.replaceAll(TOKEN, (token) => {
    if (token.startsWith('[') || token.startsWith("'")) return token.slice(1, -1);
    return written[token]?.() ?? token;
  });
}

/** Without zeros in front. */
function short(text: string): string {
  return String(Number(text));
}
