import type { ColumnChoice } from '../view/view.ts';

/** The place of the check mark, in pixels. */
const CHECK_WIDTH = 40;
/** The columns that take what room is left, the first of them that is shown. */
const TAKES_REST = ['Comment', 'WorkItem/System_Title', 'Budget/BudgetName', 'User/Name'];

/** `grid-template-columns` of some columns; one of them grows where there is more room than all need. */
export function templateOf(columns: readonly ColumnChoice[]): string {
  const growing =
    TAKES_REST.find((field) => columns.some((column) => column.field === field)) ?? columns.at(-1)?.field;
  const tracks = columns.map(({ field, width }) =>
    field === growing ? `minmax(${width}px, 1fr)` : `${width}px`,
  );
  return [`${CHECK_WIDTH}px`, ...tracks].join(' ');
}
