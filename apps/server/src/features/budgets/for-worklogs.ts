import { isAtLeast } from '@stint/domain';
import type { Asked } from '../../http/asked.ts';
import { Refusal } from '../../refusal.ts';
import { attach, detachWorkLogs } from './assignments.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source' | 'principal'>;

/** What other features ask of budgets. */
export interface Budgets {
  /** AccessDenied below the role Budget. */
  checkMaySet(asking: Asking): void;
  /**
   * Attaches worklogs to a budget, whichever they had, or with null takes away what is attached to them themselves.
   * EntityNotFound for an unknown budget, DbValidationError naming the indexes of unknown worklogs.
   */
  setBudgetOfWorkLogs(asking: Asking, budgetId: string | null, workLogIds: readonly string[]): Promise<void>;
}

export function createBudgetsOfWorkLogs(): Budgets {
  return {
    checkMaySet({ principal: { role } }) {
      if (isAtLeast(role, 'Budget')) return;
      throw new Refusal('AccessDenied', `budgetId: this needs the role Budget; yours is ${role}.`);
    },

    async setBudgetOfWorkLogs(asking, budgetId, workLogIds) {
      if (budgetId === null) return detachWorkLogs(asking, workLogIds);
      const entries = workLogIds.map((workLogId) => ({ workLogId }));
      await attach(asking, { budgetId, entries, move: true, replace: false, isList: true });
    },
  };
}
