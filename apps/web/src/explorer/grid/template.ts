import type { ColumnChoice } from '../view/view.ts';

/** The place of the check mark, in pixels. */
const CHECK_WIDTH = 40;
/** The columns that share what room is left; without any of them the first of `ELSE` that is shown takes it, else the last column. */
const SHARE_REST = ['WorkItem/System_Title', 'Comment'];
const ELSE = ['Budget/BudgetName', 'User/Name'];

/** `grid-template-columns` of some columns; those with the longest texts grow where there is more room than all need. */
export function templateOf(columns: readonly ColumnChoice[]): string {
  const isShown = (field: string) => columns.some((column) => column.field === field);
  const sharing = SHARE_REST.filter(isShown);
  const growing = sharing.length > 0 ? sharing : [ELSE.find(isShown) ?? columns.at(-1)?.field];
  const tracks = columns.map(({ field, width }) =>
    growing.includes(field) ? `minmax(${width}px, ${width}fr)` : `${width}px`,
  );
  return [`${CHECK_WIDTH}px`, ...tracks].join(' ');
}
