import { readWallDate, type WallDate } from '@stint/domain';

/** The order of day, month and year in numbers of a locale. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** How a locale writes dates in numbers. */
export function dateOrderOf(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(0);
  const order = parts.filter(({ type }) => type === 'day' || type === 'month' || type === 'year');
  const letters = order.map(({ type }) => type[0]).join('');
  return letters === 'mdy' || letters === 'ymd' ? letters : 'dmy';
}

/** Reads a date as spreadsheets write it: `2026-03-02`, `02.03.2026`, `2/3/26`, `2.3.`; a time behind it is left out. */
export function readDate(
  cell: string,
  { order, thisYear }: { readonly order: DateOrder; readonly thisYear: number },
): WallDate | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(cell);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})([./-])\s?(\d{1,2})(?:\2\s?(\d{2}|\d{4})?)?(?:,?\s+\d{1,2}:\d\d.*)?$/.exec(cell);
  if (!numbers) return null;
  const [, first = '', sign = '', second = '', year] = numbers;
  if (year === undefined && sign === '-') return null;
  const isMonthFirst = order === 'mdy' && sign === '/';
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  return dateOf(yearOf(year, thisYear), Number(month), Number(day));
}

function yearOf(text: string | undefined, thisYear: number): number {
  if (text === undefined) return thisYear;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

const digits = (value: number, length: number) => String(value).padStart(length, '0');

function dateOf(year: number, month: number, day: number): WallDate | null {
  return readWallDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
}

/** Reads a time of day, `9:10`, `09:10:00`, `9.10 am` or the one behind a date; seconds since midnight. */
export function readTime(cell: string): number | null {
  const match =
    /(?:^|[T ])(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:\.\d+)?)?\s*([ap])?\.?\s*(?:m\.?)?(?:Z)?$/i.exec(cell);
  if (!match) return null;
  const [, hours = '', minutes = '', rest = '0', half] = match;
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(rest) > 59 || (half !== undefined && Number(hours) > 12))
    return null;
  return hour * 3600 + Number(minutes) * 60 + Number(rest);
}
