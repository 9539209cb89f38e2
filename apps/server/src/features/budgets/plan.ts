import type { AssignmentRow } from './assignment-store.ts';
import type { BudgetRow } from './store.ts';
import { keyOf } from './things.ts';
import { fieldOf, type Wish, type WishFault } from './wishes.ts';

export interface AttachQuestion {
  budget: Pick<BudgetRow, 'id' | 'name' | 'isClosed'>;
  wishes: readonly Wish[];
  move: boolean;
  /** All that stands at the wished things. */
  present: readonly AssignmentRow[];
  /** Keys of those things that exist. */
  known: ReadonlySet<string>;
  /** Names of the budgets in `present`. */
  names: ReadonlyMap<string, string>;
  newId: () => string;
}

export interface AttachPlan {
  faults: WishFault[];
  /** The assignments that were wished for, as they are afterwards. */
  rows: AssignmentRow[];
  /** Those of them that are new or change. */
  saved: AssignmentRow[];
  /** Of other budgets. */
  detached: AssignmentRow[];
}

/** What attaching a budget to things comes to. A thing has at most one budget, and is attached to it or excluded from it. */
export function planAttaching(question: AttachQuestion): AttachPlan {
  const { budget, wishes, move } = question;
  const present = Map.groupBy(question.present, keyOf);
  const plan: AttachPlan = { faults: [], rows: [], saved: [], detached: [] };
  for (const [index, wish] of wishes.entries()) {
    const here = present.get(keyOf(wish)) ?? [];
    const own = here.find(({ budgetId }) => budgetId === budget.id);
    if (own && own.isExclusion === wish.isExclusion) {
      plan.rows.push(own);
      continue;
    }
    const rival = wish.isExclusion ? undefined : here.find((row) => row !== own && !row.isExclusion);
    const message = faultOf(question, wish, rival && !move ? rival : undefined);
    if (message !== null) {
      plan.faults.push({ index, field: fieldOf(wish), message });
      continue;
    }
    const row = { ...wish, id: own?.id ?? question.newId(), budgetId: budget.id };
    plan.rows.push(row);
    plan.saved.push(row);
    if (rival) plan.detached.push(rival);
  }
  return plan;
}

function faultOf(
  { budget, known, names }: AttachQuestion,
  wish: Wish,
  rival: AssignmentRow | undefined,
): string | null {
  const thing = wish.workItemId ?? wish.iterationPath ?? wish.workLogId;
  if (!known.has(keyOf(wish))) return `${thing} is not known.`;
  if (budget.isClosed && !wish.isExclusion) return `the budget ${budget.name} is closed; reopen it first.`;
  if (!rival) return null;
  return `${thing} has the budget ${names.get(rival.budgetId) ?? rival.budgetId}; send move: true to move it to ${budget.name}.`;
}
