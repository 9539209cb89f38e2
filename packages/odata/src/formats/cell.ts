import type { Column } from '../http/executor.ts';

/** A row as an object, of which cells are taken. */
export type Row = Readonly<Record<string, unknown>>;

/** What stands at a column's path; undefined where a value on the way is missing or null. */
export function valueAt(row: unknown, path: readonly string[]): unknown {
  let value = row;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Row)[name];
  }
  return value ?? undefined;
}

/** A cell's text; collections and objects are written as JSON. */
export function cellText(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return '';
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return JSON.stringify(value);
  }
}

/** A column's head, such as `User/Name`. */
export function headOf({ path }: Column): string {
  return path.length === 0 ? 'value' : path.join('/');
}

const numbers: ReadonlySet<Column['type']> = new Set([
  'Edm.Byte',
  'Edm.Decimal',
  'Edm.Double',
  'Edm.Int16',
  'Edm.Int32',
  'Edm.Int64',
  'Edm.SByte',
  'Edm.Single',
]);

export function isNumeric(type: Column['type']): boolean {
  return numbers.has(type);
}

/** Says whether a spreadsheet could take a text for a formula (OWASP, CSV Injection; full-width signs count in East Asian ones). */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text);
}
