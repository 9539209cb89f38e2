import type { Column } from '../http/executor.ts';
import { cellText, headOf, isNumeric, looksLikeFormula, valueAt } from './cell.ts';
import type { Table } from './table.ts';

export interface CsvOptions {
  /** Begins with a byte order mark, by which Excel knows UTF-8. */
  readonly byteOrderMark: boolean;
}

/**
 * Rows as CSV with a head (RFC 4180: commas, CRLF, quotes where needed). Texts that a spreadsheet could take for a formula begin with
 * an apostrophe; numbers are left alone.
 */
export async function* csv({ columns, pages }: Table, { byteOrderMark }: CsvOptions): AsyncGenerator<string> {
  const head = columns.map((column) => field(safe(headOf(column)))).join(',');
  yield `${byteOrderMark ? '\uFEFF' : ''}${head}\r\n`;
  for await (const page of pages) {
    if (page.length > 0) yield page.map((row) => line(columns, row)).join('');
  }
}

function line(columns: readonly Column[], row: unknown): string {
  const fields = columns.map(({ path, type }) => {
    const text = cellText(valueAt(row, path));
    return field(isNumeric(type) ? text : safe(text));
  });
  return `${fields.join(',')}\r\n`;
}

function safe(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}
