import { mathValue, type TableColumn, valueAt } from '@stint/domain';
import type { ReportRow } from '../data/rows.ts';

/** By which column a table is sorted, and which way. */
export interface Sorting {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

/** Rows in the order of a column’s values; those without a value come last. Rows that are equal keep their order. */
export function sortRows(
  rows: readonly ReportRow[],
  columns: readonly TableColumn[],
  sorting: Sorting | null,
): readonly ReportRow[] {
  const column = sorting === null ? undefined : columns[sorting.column];
  if (sorting === null || column === undefined) return rows;
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(column, row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * compare(a.key, b.key);
  });
  return keyed.map(({ row }) => row);
}

/** The sorting after the head of a column was pressed: ascending, descending, and as it came. */
export function nextSorting(before: Sorting | null, column: number): Sorting | null {
  if (before?.column !== column) return { column, direction: 'ascending' };
  return before.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

type Key = string | number | boolean | null;

function keyOf({ field = [], formatter, format }: TableColumn, row: ReportRow): Key {
  const values = [field].flat().map((path) => valueAt(row, path));
  const value = formatter === 'MathExpression' ? mathValue(values, format) : values[0];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compare(a: Exclude<Key, null>, b: Exclude<Key, null>): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
