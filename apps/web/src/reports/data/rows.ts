import { valueAt } from '@stint/domain';

/** One row as the reporting service answers it: `{"User": {"Name": "Ann"}, "PeriodLength": 60}`. */
export type ReportRow = Readonly<Record<string, unknown>>;

/** A row with another value at a path such as `User.Name`; the row itself stays as it is. */
export function withValue(row: ReportRow, path: string, value: unknown): ReportRow {
  const cut = path.indexOf('.');
  if (cut < 0) return { ...row, [path]: value };
  const name = path.slice(0, cut);
  const inner = row[name];
  const below = typeof inner === 'object' && inner !== null ? (inner as ReportRow) : {};
  return { ...row, [name]: withValue(below, path.slice(cut + 1), value) };
}

/** The number at a path; 0 where there is none. */
export function numberAt(row: ReportRow, path: string): number {
  const value = valueAt(row, path);
  return typeof value === 'number' ? value : 0;
}

/** The value at a path as text; empty where there is none. */
export function textAt(row: ReportRow, path: string): string {
  const value = valueAt(row, path);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
