import type { TimesheetEntry } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { type CellMap, cellsOf } from './cell-map.ts';
import { type SheetLine, type SheetRow } from './sheet-lines.ts';
import { lengthOf } from '../worklogs/totals.ts';

type Pending = CellMap<{ readonly entries: readonly TimesheetEntry[] }>;

/** The seconds of a cell as it is shown. */
function cellLength(row: SheetRow, date: WallDate, pending: Pending): number {
  return lengthOf(pending[row.key]?.[date]?.entries ?? row.cells.get(date) ?? []);
}

/** The seconds of some rows on some days. */
export function rowsLength(rows: readonly SheetRow[], days: readonly WallDate[], pending: Pending): number {
  return rows.reduce(
    (sum, row) => days.reduce((total, date) => total + cellLength(row, date, pending), sum),
    0,
  );
}

/**
 * The seconds of each day: all time as the server counts it, also of rows that are not shown, and what was typed since in the rows that are.
 */
export function dayTotals(
  days: readonly { readonly date: string; readonly length: number }[],
  lines: readonly SheetLine[],
  pending: Pending,
): ReadonlyMap<WallDate, number> {
  const totals = new Map(days.map(({ date, length }) => [date as WallDate, length]));
  const rows = new Map(lines.flatMap((line) => (line.kind === 'row' ? [[line.key, line]] : [])));
  for (const { rowKey, date, value } of cellsOf(pending)) {
    const before = totals.get(date);
    if (before === undefined) continue;
    totals.set(date, before + lengthOf(value.entries) - lengthOf(rows.get(rowKey)?.cells.get(date) ?? []));
  }
  return totals;
}
