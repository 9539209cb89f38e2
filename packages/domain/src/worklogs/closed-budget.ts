import type { WorklogProblem } from './problem.ts';

/** Refuses new time on a budget that is closed (product.md, Budgets: closed takes no new time). `name` is the budget's. */
export function closedBudgetProblem(name: string): WorklogProblem {
  const message =
    `workItemId: its time goes to the budget ${name}, and a closed budget takes no new time; choose a work item of ` +
    'another budget, or have this one opened again.';
  return { code: 'DbValidationError', field: 'workItemId', setting: null, message };
}
