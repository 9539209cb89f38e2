import type { BudgetAssignment, BudgetWorkItem } from '@stint/contract';
import { BUDGET_ASSIGNMENT_TYPE } from '@stint/domain';

/** Why a work item has a budget. */
export type BudgetOrigin =
  | { readonly kind: 'direct' }
  /** `workItem` null: the parent is not among what is known. */
  | { readonly kind: 'parent'; readonly workItem: Pick<BudgetWorkItem, 'workItemId' | 'title'> | null }
  | { readonly kind: 'iteration'; readonly path: string | null }
  | { readonly kind: 'none' };

type Item = Pick<BudgetWorkItem, 'workItemId' | 'title' | 'parentId' | 'iterationPath' | 'assignmentType'>;

const { DirectlyAssigned, InheritedFromParent, InheritedFromIteration } = BUDGET_ASSIGNMENT_TYPE;

/**
 * Why a work item has a budget, with the parent or the iteration that it has it from: the nearest one that the budget is attached to.
 * `items` are the work items of the budget, `assignments` what it is attached to.
 */
export function originOf(
  item: Item,
  items: ReadonlyMap<number, Item>,
  assignments: readonly BudgetAssignment[],
): BudgetOrigin {
  const attached = assignments.filter(({ isExclusion }) => !isExclusion);
  switch (item.assignmentType.id) {
    case DirectlyAssigned:
      return { kind: 'direct' };
    case InheritedFromParent:
      return { kind: 'parent', workItem: nearestParent(item, items, attached) };
    case InheritedFromIteration:
      return { kind: 'iteration', path: nearestIteration(item.iterationPath, attached) };
    default:
      return { kind: 'none' };
  }
}

function nearestParent(
  item: Item,
  items: ReadonlyMap<number, Item>,
  attached: readonly BudgetAssignment[],
): Item | null {
  const ids = new Set(attached.map(({ workItemId }) => workItemId));
  const seen = new Set<number>();
  for (let id = item.parentId; id !== null && !seen.has(id); ) {
    seen.add(id);
    const parent = items.get(id);
    if (ids.has(id)) return parent ?? null;
    id = parent?.parentId ?? null;
  }
  return null;
}

function nearestIteration(path: string | null, attached: readonly BudgetAssignment[]): string | null {
  const own = `${path?.toLowerCase() ?? ''}\\`;
  const above = attached
    .flatMap(({ iterationPath }) => iterationPath ?? [])
    .filter((each) => own.startsWith(`${each.toLowerCase()}\\`));
  return above.toSorted((one, other) => other.length - one.length)[0] ?? null;
}
