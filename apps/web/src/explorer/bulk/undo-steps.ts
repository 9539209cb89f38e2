import type { WorkLogsChange } from '@stint/contract';
import { valueAt } from '../view/groupings.ts';

/** What a worklog was before a change: properties of `workLogsWorkItems`. */
export type Before = Readonly<Record<string, unknown>> & { readonly Id: string };

/** What is to be known of worklogs to undo a change of them. */
export const BEFORE = 'Id,PeriodLength,ActivityTypeId,BillablePeriodLength,BudgetId,WorkItem/Budget/Id';

export type Change = Omit<WorkLogsChange, 'ids'>;

/** One step back: a change of some worklogs together, or the billable seconds of one of which only a part was billable. */
export type UndoStep =
  | { readonly kind: 'many'; readonly ids: readonly string[]; readonly change: Change }
  | { readonly kind: 'billable'; readonly id: string; readonly seconds: number };

/** The steps that undo a change of worklogs, by what each of them was. */
export function undoSteps(change: Change, before: readonly Before[]): UndoStep[] {
  if (change.activityTypeId !== undefined)
    return together(before, (row) => ({ activityTypeId: String(valueAt(row, 'ActivityTypeId') ?? '') }));
  if (change.budgetId !== undefined) return together(before, (row) => ({ budgetId: ownBudget(row) }));
  const partly = before.filter((row) => isPartly(row));
  const steps = partly.map((row): UndoStep => ({ kind: 'billable', id: row.Id, seconds: billable(row) }));
  const whole = before.filter((row) => !isPartly(row));
  return [...together(whole, (row) => ({ isBillable: billable(row) > 0 })), ...steps];
}

function together(before: readonly Before[], changeOf: (row: Before) => Change): UndoStep[] {
  const groups = Map.groupBy(before, (row) => JSON.stringify(changeOf(row)));
  return [...groups].map(([change, rows]) => ({
    kind: 'many',
    ids: rows.map(({ Id }) => Id),
    change: JSON.parse(change) as Change,
  }));
}

/** The budget that was attached to the worklog itself; the one of its work item comes back by itself. */
function ownBudget(row: Before): string {
  const budget = row['BudgetId'];
  return typeof budget !== 'string' || budget === valueAt(row, 'WorkItem/Budget/Id') ? '' : budget;
}

const billable = (row: Before) => Number(row['BillablePeriodLength'] ?? 0);
const isPartly = (row: Before) => billable(row) > 0 && billable(row) < Number(row['PeriodLength']);
