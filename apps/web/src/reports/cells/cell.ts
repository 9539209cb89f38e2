import {
  mathValue,
  type TableColumn,
  toWallTime,
  instant,
  valueAt,
  type WallDate,
  type WallTime,
} from '@stint/domain';
import type { Formats } from '@stint/ui';
import { type ReportRow, textAt } from '../data/rows.ts';
import { dateByPattern } from './date-pattern.ts';
import { numberText, patternOf } from './number-text.ts';
import { timeAgo } from './time-ago.ts';

/** One cell of a table: its text, and how it is drawn. */
export interface Cell {
  readonly text: string;
  /** Numbers and lengths stand at the end of their column. */
  readonly isNumber: boolean;
  /** The type of the work item whose colour stands before the text; null for none. */
  readonly workItemType: string | null;
}

/** What cells are written with. */
export interface CellStyle {
  readonly formats: Formats;
  readonly noWorkItem: string;
  /** Milliseconds since 1970, for DateTimeAgo. */
  readonly now: number;
}

/** One cell of a row by the formatter of its column (product.md, Reporting page). */
export function cellOf(column: TableColumn, row: ReportRow, style: CellStyle): Cell {
  const fields = [column.field ?? []].flat();
  const [field = '', second = ''] = fields;
  const value = valueAt(row, field);
  const text = textAt(row, field);
  const { locale } = style.formats.settings;
  switch (column.formatter) {
    case 'TimeLength':
      return numeric(typeof value === 'number' ? style.formats.length(value) : '');
    case 'Number':
      return typeof value === 'number'
        ? numeric(numberText(value, patternOf(column.format), locale))
        : plain(text);
    case 'MathExpression':
      return numeric(mathText(column, row, fields, locale));
    case 'NullToComment':
      return plain(text === '' ? style.noWorkItem : text);
    case 'WorkItemId':
      return numeric(text);
    case 'WorkItemType':
      return { ...plain(text), workItemType: text === '' ? null : text };
    case 'WorkItemIndicator':
    case 'WorkItemIdWithIndicator':
      return indicated(text, textAt(row, second), style.noWorkItem);
    case 'LocaleSettingsDateTime':
    case 'CustomDateTime':
    case 'DateTimeAgo':
      return plain(dateText(column, field, text, style));
    default:
      return typeof value === 'number'
        ? numeric(style.formats.number(value, 2))
        : plain(withoutAddress(text));
  }
}

/** Whether the cells of a column stand at its end. */
export function isNumberColumn({ formatter, field }: TableColumn, rows: readonly ReportRow[]): boolean {
  if (formatter === 'TimeLength' || formatter === 'MathExpression' || formatter === 'Number') return true;
  if (formatter === 'WorkItemId') return true;
  if (formatter !== undefined && formatter !== '') return false;
  const [first = ''] = [field ?? []].flat();
  return rows.some((row) => typeof valueAt(row, first) === 'number');
}

/** Azure DevOps writes people as `Ann Baker <ann@example.com>`; the name is enough to read. */
function withoutAddress(text: string): string {
  return text.replace(/^(.+) <[^<>@\s]+@[^<>\s]+>$/, '$1');
}

function plain(text: string): Cell {
  return { text, isNumber: false, workItemType: null };
}

function numeric(text: string): Cell {
  return { text, isNumber: true, workItemType: null };
}

function indicated(text: string, type: string, noWorkItem: string): Cell {
  return text === '' ? plain(noWorkItem) : { ...plain(text), workItemType: type };
}

function mathText(
  { format }: TableColumn,
  row: ReportRow,
  fields: readonly string[],
  locale: string,
): string {
  const values = fields.map((field) => valueAt(row, field));
  const value = mathValue(values, format);
  const { resultFormat } = (format ?? {}) as { resultFormat?: unknown };
  return value === null ? '' : numberText(value, patternOf(resultFormat), locale);
}

function dateText(
  { formatter, format }: TableColumn,
  field: string,
  text: string,
  { formats, now }: CellStyle,
): string {
  if (!/^\d{4}-\d\d-\d\d(T|$)/.test(text)) return text;
  const { locale, timeZone } = formats.settings;
  const wall = isWall(field, text) ? text.replace(/(\.\d+)?(Z|[+-]\d\d:?\d\d)$/, '') : wallOf(text, timeZone);
  if (formatter === 'CustomDateTime') {
    return dateByPattern(wall, typeof format === 'string' && format !== '' ? format : 'YYYY-MM-DD', locale);
  }
  if (formatter === 'DateTimeAgo') {
    const then = isWall(field, text)
      ? Date.parse(`${wall.slice(0, 10)}T${wall.slice(11) || '00:00:00'}Z`)
      : Date.parse(text);
    const present = isWall(field, text) ? Date.parse(`${toWallTime(instant(now), timeZone)}Z`) : now;
    return timeAgo((present - then) / 1_000, locale);
  }
  const day = formats.day(wall.slice(0, 10) as WallDate);
  return wall.includes('T') ? `${day} ${formats.time(wall as WallTime)}` : day;
}

/** Days, and the times at which work was done, are the clock of their owner; all other times are instants (reporting.md, Two date traps). */
function isWall(field: string, text: string): boolean {
  return !text.includes('T') || /(^|\.)(Timestamp|ShortDate|DateWithoutTimezone)$/.test(field);
}

function wallOf(text: string, timeZone: string): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : toWallTime(instant(at), timeZone);
}
