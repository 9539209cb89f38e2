import { COLUMNS, columnOf } from './columns.ts';
import { widthWithin } from './read-view.ts';
import type { ColumnChoice, Sorting, View } from './view.ts';

/**
 * The sorting after a click on a column’s title: upwards, then downwards; the first column that is sorted stays sorted. With
 * `isAdded` (Shift) it sorts within what is sorted already, and the third click takes it out again.
 */
export function sortedBy(sort: readonly Sorting[], field: string, isAdded: boolean): readonly Sorting[] {
  const present = sort.find((each) => each.field === field);
  if (!isAdded) {
    const isAlone = present !== undefined && sort.length === 1;
    return [{ field, isDescending: isAlone ? !present.isDescending : startsDescending(field) }];
  }
  if (!present) return [...sort, { field, isDescending: startsDescending(field) }].slice(0, 10);
  if (present.isDescending !== startsDescending(field)) return sort.filter((each) => each !== present);
  return sort.map((each) => (each === present ? { field, isDescending: !each.isDescending } : each));
}

/** Of days and lengths one first wants the latest and longest. */
function startsDescending(field: string): boolean {
  const kind = columnOf(field)?.kind;
  return kind === 'day' || kind === 'time' || kind === 'length' || kind === 'instant';
}

/** The columns with one more or one less; a column that comes back stands where it is offered. The last one stays. */
export function withColumn(columns: readonly ColumnChoice[], field: string): readonly ColumnChoice[] {
  if (columns.some((each) => each.field === field))
    return columns.length === 1 ? columns : columns.filter((each) => each.field !== field);
  const before = columns.findLastIndex((each) => placeOf(each.field) < placeOf(field));
  const added = { field, width: columnOf(field)?.width ?? 120 };
  return columns.toSpliced(before + 1, 0, added);
}

function placeOf(field: string): number {
  return COLUMNS.findIndex((column) => column.field === field);
}

/** The columns with one of them moved by some places; at the ends it stays. */
export function movedColumn(
  columns: readonly ColumnChoice[],
  field: string,
  steps: number,
): readonly ColumnChoice[] {
  const from = columns.findIndex((each) => each.field === field);
  const column = columns[from];
  if (!column) return columns;
  const to = Math.min(columns.length - 1, Math.max(0, from + steps));
  return columns.toSpliced(from, 1).toSpliced(to, 0, column);
}

/** The columns with one of another width, in pixels. */
export function resizedColumn(
  columns: readonly ColumnChoice[],
  field: string,
  width: number,
): readonly ColumnChoice[] {
  return columns.map((each) => (each.field === field ? { field, width: widthWithin(width) } : each));
}

/** Groups by one thing more, inside the others, or no longer by it. */
export function groupedBy(view: View, field: string): View {
  const { groupBy } = view;
  const isOn = groupBy.includes(field);
  return {
    ...view,
    groupBy: isOn ? groupBy.filter((each) => each !== field) : [...groupBy, field].slice(-5),
  };
}
