/** What a row is sorted by; those without a value (null) come last, whichever way. */
export type SortKey = string | number | null;

/** By which column rows are sorted, and which way. */
export interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

/** Rows in the order of what `keyOf` gives; rows that are equal keep their order. */
export function sortedBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  isDescending: boolean,
  locale: string,
): readonly Row[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = isDescending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
    return sign * collator.compare(String(a.key), String(b.key));
  });
  return keyed.map(({ row }) => row);
}

/** The sorting after the title of a column was pressed: one way, the other way, and as the rows came (null). Numbers begin with the largest. */
export function nextSorting(
  before: Sorting | null,
  column: string,
  startsDescending: boolean,
): Sorting | null {
  if (before?.column !== column) return { column, isDescending: startsDescending };
  return before.isDescending === startsDescending ? { column, isDescending: !startsDescending } : null;
}
