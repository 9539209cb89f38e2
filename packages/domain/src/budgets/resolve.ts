/** Where a budget comes from, as the wire numbers it (product.md, Budgets). */
export const BUDGET_ASSIGNMENT_TYPE = Object.freeze({
  NotComputed: 0,
  NoBudget: 1,
  DirectlyAssigned: 2,
  InheritedFromParent: 3,
  InheritedFromIteration: 4,
});
export type BudgetAssignmentType = (typeof BUDGET_ASSIGNMENT_TYPE)[keyof typeof BUDGET_ASSIGNMENT_TYPE];

/** What is attached to one work item. */
export interface BudgetLink {
  /** The budget attached to it; null when none is. */
  readonly budgetId: string | null;
  /** Budgets that it and all below it do not get. */
  readonly excludedBudgetIds: readonly string[];
}

/** A work item in the first place, then its parent, and so on to the root. */
export interface BudgetChain {
  readonly links: readonly BudgetLink[];
  /** The iteration of the work item itself, as `Atlas\Release 1\Sprint 3`; null when it has none. */
  readonly iterationPath: string | null;
}

/** What is attached to an iteration, for it and all iterations below. */
export interface IterationAssignment {
  readonly path: string;
  readonly budgetId: string;
  /** True: work items here do not get this budget from an iteration above. */
  readonly isExclusion: boolean;
}

/** The budget a work item has in the end, and why. */
export interface ResolvedBudget {
  readonly budgetId: string | null;
  readonly type: BudgetAssignmentType;
}

const { NoBudget, DirectlyAssigned, InheritedFromParent, InheritedFromIteration } = BUDGET_ASSIGNMENT_TYPE;

/**
 * The budget of a work item: its own, else its nearest parent's, else its nearest iteration's. The search goes from the item outward
 * and never gives a budget that was excluded where it is or on its way there; it then goes on (product.md, Budgets).
 */
export function resolveBudget(
  chain: BudgetChain,
  iterationAssignments: readonly IterationAssignment[],
): ResolvedBudget {
  const excluded = new Set<string>();
  for (const [distance, link] of chain.links.entries()) {
    for (const budgetId of link.excludedBudgetIds) excluded.add(budgetId);
    if (link.budgetId !== null && !excluded.has(link.budgetId)) {
      return { budgetId: link.budgetId, type: distance === 0 ? DirectlyAssigned : InheritedFromParent };
    }
  }
  for (const path of outward(chain.iterationPath)) {
    const here = iterationAssignments.filter((assignment) => normalized(assignment.path) === path);
    for (const { budgetId, isExclusion } of here) if (isExclusion) excluded.add(budgetId);
    const found = here.find(({ budgetId, isExclusion }) => !isExclusion && !excluded.has(budgetId));
    if (found) return { budgetId: found.budgetId, type: InheritedFromIteration };
  }
  return { budgetId: null, type: NoBudget };
}

/** An iteration path and those above it, the longest first; paths match in any letter case. */
function outward(path: string | null): string[] {
  const segments = path === null ? [] : normalized(path).split('\\');
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('\\'));
}

function normalized(path: string): string {
  return path.toLowerCase();
}
