import { addDays, type WallDate } from '@stint/domain';
import type { LabelledWorkItem } from '@stint/ui';

/** What a row is of: a work item, or time that only has a comment. */
type AddedSubject =
  | { readonly workItem: LabelledWorkItem; readonly comment: null }
  | { readonly workItem: null; readonly comment: string };

/** A row that the person asked for, on the days that begin with `from`. */
export type AddedRow = AddedSubject & { readonly from: WallDate };

/** Rows that were added longer ago and still have no time are forgotten. */
const KEPT_DAYS = 42;

/** Whether what was kept still has the form of added rows. */
export function isAddedRows(found: unknown): found is readonly AddedRow[] {
  return Array.isArray(found) && found.every(isAddedRow);
}

function isAddedRow(found: unknown): boolean {
  const { workItem, comment, from } = (found ?? {}) as Partial<AddedRow>;
  if (typeof from !== 'string') return false;
  if (workItem === null) return typeof comment === 'string';
  return (
    comment === null &&
    typeof workItem?.id === 'number' &&
    typeof workItem.title === 'string' &&
    typeof workItem.color === 'string'
  );
}

/** Rows with one more, which is there once for its days. */
export function withRow(rows: readonly AddedRow[], row: AddedRow): readonly AddedRow[] {
  const isSame = (each: AddedRow) =>
    each.from === row.from &&
    (row.workItem ? each.workItem?.id === row.workItem.id : each.comment === row.comment);
  const oldest = addDays(row.from, -KEPT_DAYS);
  const kept = rows.filter((each) => each.from >= oldest);
  return kept.some(isSame) ? kept : [...kept, row];
}

/** The rows that were added for days of a range; both ends belong to it. */
export function rowsIn(rows: readonly AddedRow[], from: WallDate, to: WallDate): readonly AddedRow[] {
  return rows.filter((row) => row.from >= from && row.from <= to);
}
