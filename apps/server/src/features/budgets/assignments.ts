import type { NewBudgetAssignment } from '@stint/contract';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import { notFound } from '../../refusal.ts';
import {
  assignmentsAt,
  assignmentsOf,
  type AssignmentRow,
  deleteAssignments,
  findAssignment,
  saveAssignments,
} from './assignment-store.ts';
import { lockAssignments, resolveBudgetsOf } from './inheritance.ts';
import { type AttachPlan, planAttaching } from './plan.ts';
import { type Asking, checkBudget } from './service.ts';
import { type BudgetRow, budgetNames, lockBudget, type Page } from './store.ts';
import { knownThings, workItemsUnder } from './things.ts';
import { readWishes, refusalOf } from './wishes.ts';

export interface Attaching {
  budgetId: string;
  entries: readonly NewBudgetAssignment[];
  /** Things that have another budget come to this one. */
  move: boolean;
  /** The budget is detached from all else. */
  replace: boolean;
  /** Whether refusals name indexes. */
  isList: boolean;
}

/** What a budget is attached to; EntityNotFound. */
export async function listAssignments(
  asking: Asking,
  budgetId: string,
  page: Page,
): Promise<AssignmentRow[]> {
  const { db, organization } = asking;
  await checkBudget(asking, budgetId);
  return assignmentsOf(db, organization.id, budgetId, page);
}

/**
 * Attaches a budget to things or excludes them from it, all or none; answers their assignments in the order of the entries.
 * EntityNotFound for the budget; DbValidationError for entries that name nothing we know, or what has another budget and is not to be
 * moved, and for new ones of a closed budget.
 */
export async function attach(asking: Asking, attaching: Attaching): Promise<AssignmentRow[]> {
  const { organization } = asking;
  const { budgetId, isList, move, replace } = attaching;
  return inTransaction(asking.db, async (db) => {
    await lockAssignments(db, organization.id);
    const budget = await existing(asking, db, budgetId);
    const { wishes, faults } = readWishes(attaching.entries);
    if (faults.length > 0) throw refusalOf(faults, isList);
    const present = await assignmentsAt(db, organization.id, wishes);
    const plan = planAttaching({
      budget,
      wishes,
      move,
      present,
      known: await knownThings(db, organization.id, wishes),
      names: await budgetNames(
        db,
        organization.id,
        present.map((row) => row.budgetId),
      ),
      newId: uuid,
    });
    if (plan.faults.length > 0) throw refusalOf(plan.faults, isList);
    const kept = new Set(plan.rows.map(({ id }) => id));
    const others = replace ? await assignmentsOf(db, organization.id, budgetId) : [];
    await carryOut({ ...asking, db }, budgetId, {
      ...plan,
      detached: [...plan.detached, ...others.filter(({ id }) => !kept.has(id))],
    });
    return plan.rows;
  });
}

/** Takes one assignment away; EntityNotFound for the budget or the assignment. */
export async function detach(asking: Asking, budgetId: string, assignmentId: string): Promise<void> {
  const { organization } = asking;
  await inTransaction(asking.db, async (db) => {
    await lockAssignments(db, organization.id);
    await existing(asking, db, budgetId);
    const row = await findAssignment(db, organization.id, budgetId, assignmentId);
    if (!row) throw notFound('assignment', assignmentId);
    await carryOut({ ...asking, db }, budgetId, { saved: [], detached: [row] });
  });
}

/** Takes away whatever budget is attached to these worklogs themselves; what they inherit stays. */
export async function detachWorkLogs(asking: Asking, workLogIds: readonly string[]): Promise<void> {
  const { organization } = asking;
  await inTransaction(asking.db, async (db) => {
    await lockAssignments(db, organization.id);
    const things = workLogIds.map((workLogId) => ({ workItemId: null, iterationPath: null, workLogId }));
    const present = await assignmentsAt(db, organization.id, things);
    const detached = present.filter(({ isExclusion }) => !isExclusion);
    for (const [budgetId, rows] of Map.groupBy(detached, (row) => row.budgetId))
      await carryOut({ ...asking, db }, budgetId, { saved: [], detached: rows });
  });
}

async function existing({ organization }: Asking, db: Asking['db'], budgetId: string): Promise<BudgetRow> {
  // Closing at the same moment waits, so that nothing comes to a budget after it was closed.
  const budget = await lockBudget(db, organization.id, budgetId, 'for key share');
  if (!budget) throw notFound('budget', budgetId);
  return budget;
}

/** Writes what changes with its audit rows, and resolves the budgets of all work items concerned. */
async function carryOut(
  { db, organization, source }: Asking,
  budgetId: string,
  { saved, detached }: Pick<AttachPlan, 'saved' | 'detached'>,
): Promise<void> {
  await deleteAssignments(db, organization.id, detached);
  await saveAssignments(db, organization.id, saved);
  const workItems = await workItemsUnder(db, organization.id, [...saved, ...detached]);
  await resolveBudgetsOf(db, organization.id, workItems);
  const note = (action: 'attach' | 'detach', id: string, rows: readonly AssignmentRow[]) => {
    const content = { assignments: rows.map(contentOf) };
    const [before, after] = action === 'attach' ? [null, content] : [content, null];
    return audit(db, organization.id, source, { action, entity: 'budget', entityId: id, before, after });
  };
  for (const [id, rows] of Map.groupBy(detached, (row) => row.budgetId)) await note('detach', id, rows);
  if (saved.length > 0) await note('attach', budgetId, saved);
}

function contentOf({ workItemId, iterationPath, workLogId, isExclusion }: AssignmentRow): object {
  const thing =
    workItemId === null ? (iterationPath === null ? { workLogId } : { iterationPath }) : { workItemId };
  return { ...thing, isExclusion };
}
