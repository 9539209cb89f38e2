import type { calls, QueryOf } from '@stint/contract';

/** What may add rows to those with time (product.md, Timesheet). */
export const ROW_FILTERS = ['iterations', 'mine', 'weeks1', 'weeks2', 'weeks4', 'parents'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** Which rows are shown: what adds to those with time, and the one project that is looked at, if any. */
export interface RowChoice {
  readonly filters: readonly RowFilter[];
  readonly project: string | null;
}

/** What is shown to somebody who never chose: last week’s items, so that this week begins with them. */
export const USUAL_ROWS: RowChoice = { filters: ['weeks1', 'parents'], project: null };

const WEEKS: readonly RowFilter[] = ['weeks1', 'weeks2', 'weeks4'];

/** Reads the choice from an address or from what was kept, `mine,parents`; names that nobody knows are left out. */
export function readRowFilters(text: string): readonly RowFilter[] {
  const names = text.split(',');
  return ROW_FILTERS.filter((filter) => names.includes(filter));
}

/** The filters after one was chosen or taken away; of the weeks, one at most. */
export function toggleFilter(filters: readonly RowFilter[], filter: RowFilter): readonly RowFilter[] {
  if (filters.includes(filter)) return filters.filter((each) => each !== filter);
  const kept = WEEKS.includes(filter) ? filters.filter((each) => !WEEKS.includes(each)) : filters;
  return [...kept, filter];
}

/** The choice as the server is asked. */
export function filterQuery({ filters, project }: RowChoice): Partial<QueryOf<typeof calls.getTimesheet>> {
  const weeks = filters.find((filter) => WEEKS.includes(filter));
  return {
    $iterations: filters.includes('iterations'),
    $mine: filters.includes('mine'),
    $parents: filters.includes('parents'),
    ...(weeks !== undefined && { $weeks: Number(weeks.slice('weeks'.length)) }),
    ...(project !== null && { $project: project }),
  };
}
