import type { Budget, BudgetAssignment } from '@stint/contract';
import { BUDGET_ASSIGNMENT_TYPE } from '@stint/domain';
import type { AssignmentRow } from './assignment-store.ts';
import type { BudgetWithSums } from './store.ts';

/** A budget on the wire. */
export function budgetOf(budget: BudgetWithSums): Budget {
  const { planned, tracked } = budget;
  return {
    id: budget.id,
    name: budget.name,
    comment: budget.comment,
    plannedLength: planned,
    trackedLength: tracked,
    billedLength: budget.billed,
    remainingLength: planned - tracked,
    percent: planned > 0 ? Math.floor((tracked * 100) / planned) : null,
    workLogCount: budget.workLogs,
    attached: {
      workItems: budget.attachedWorkItems,
      iterations: budget.attachedIterations,
      workLogs: budget.attachedWorkLogs,
      exclusions: budget.exclusions,
    },
    isClosed: budget.isClosed,
    created: budget.created,
    closed: budget.closed,
  };
}

/** An assignment on the wire. */
export function assignmentOf({
  id,
  workItemId,
  iterationPath,
  workLogId,
  isExclusion,
}: AssignmentRow): BudgetAssignment {
  return { id, workItemId, iterationPath, workLogId, isExclusion };
}

/** Number and name of a `BudgetAssignmentType`. */
export function assignmentTypeOf(id: number): { id: number; name: string } {
  const name = Object.entries(BUDGET_ASSIGNMENT_TYPE).find(([, number]) => number === id)?.[0];
  if (name === undefined) throw new Error(`there is no assignment type ${id}`);
  return { id, name };
}
