import type { BudgetChange, BudgetState, NewBudget } from '@stint/contract';
import { isUniqueViolation } from '@stint/postgres';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { checkVersion, type ExpectedVersions } from '../../http/entity-tags.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { assignmentsOf, deleteAssignments } from './assignment-store.ts';
import { lockAssignments, resolveBudgetsOf } from './inheritance.ts';
import {
  budgetIds,
  budgetNames,
  type BudgetRow,
  type BudgetWithSums,
  deleteBudget,
  insertBudget,
  lockBudget,
  type Page,
  readBudgets,
  updateBudget,
} from './store.ts';
import { workItemsUnder } from './things.ts';

export type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;

/** Budgets read for an export at once. */
const CHUNK = 100;

/** A page of the budgets in this state, by name. */
export async function listBudgets(
  { db, organization }: Asking,
  state: BudgetState,
  page: Page,
): Promise<BudgetWithSums[]> {
  return readBudgets(db, organization.id, await budgetIds(db, organization.id, state, page));
}

/** All budgets in this state, by name, some at a time. */
export async function* everyBudget(
  { db, organization }: Asking,
  state: BudgetState,
): AsyncGenerator<BudgetWithSums[]> {
  const ids = await budgetIds(db, organization.id, state);
  for (let start = 0; start < ids.length; start += CHUNK) {
    yield await readBudgets(db, organization.id, ids.slice(start, start + CHUNK));
  }
}

/** One budget with its sums; EntityNotFound. */
export async function getBudget({ db, organization }: Asking, id: string): Promise<BudgetWithSums> {
  const [budget] = await readBudgets(db, organization.id, [id]);
  if (!budget) throw notFound('budget', id);
  return budget;
}

/** EntityNotFound unless there is such a budget. */
export async function checkBudget({ db, organization }: Asking, id: string): Promise<void> {
  if ((await budgetNames(db, organization.id, [id])).size === 0) throw notFound('budget', id);
}

/** Makes a budget; DbValidationError when its name is taken. */
export async function addBudget(asking: Asking, wish: NewBudget): Promise<BudgetWithSums> {
  const { organization, source } = asking;
  const budget: BudgetRow = {
    id: uuid(),
    name: wish.name.trim(),
    comment: wish.comment ?? '',
    planned: wish.plannedLength ?? 0,
    isClosed: false,
    version: 1,
  };
  return withFreeName(budget.name, () =>
    inTransaction(asking.db, async (db) => {
      await insertBudget(db, organization.id, budget);
      await audit(db, organization.id, source, {
        action: 'create',
        entity: 'budget',
        entityId: budget.id,
        after: contentOf(budget),
      });
      return getBudget({ ...asking, db }, budget.id);
    }),
  );
}

/**
 * Changes, closes or reopens a budget. Closing waits for writes that are adding time to the budget, and every later write finds it
 * closed. EntityNotFound; 412 when the version is none of the expected; DbValidationError when its name is taken.
 */
export async function changeBudget(
  asking: Asking,
  id: string,
  change: BudgetChange,
  expected: ExpectedVersions,
): Promise<BudgetWithSums> {
  const { organization } = asking;
  return withFreeName(change.name ?? '', () =>
    inTransaction(asking.db, async (db) => {
      const before = await locked(db, organization.id, id, expected);
      const after: BudgetRow = {
        ...before,
        name: change.name?.trim() ?? before.name,
        comment: change.comment ?? before.comment,
        planned: change.plannedLength ?? before.planned,
        isClosed: change.isClosed ?? before.isClosed,
        version: before.version + 1,
      };
      if (await noteChange({ ...asking, db }, before, after)) await updateBudget(db, organization.id, after);
      return getBudget({ ...asking, db }, id);
    }),
  );
}

/** Deletes a budget with its assignments; DbValidationError while worklogs have it, as changeBudget otherwise. */
export async function removeBudget(asking: Asking, id: string, expected: ExpectedVersions): Promise<void> {
  const { organization, source } = asking;
  await inTransaction(asking.db, async (db) => {
    await lockAssignments(db, organization.id);
    const before = await locked(db, organization.id, id, expected);
    const { workLogs } = await getBudget({ ...asking, db }, id);
    if (workLogs > 0) {
      const count = workLogs === 1 ? 'one worklog has' : `${workLogs} worklogs have`;
      throw refusedValue(
        'id',
        `${count} the budget ${before.name}; detach it from them or their work items, or close it instead.`,
      );
    }
    const assignments = await assignmentsOf(db, organization.id, id);
    await deleteAssignments(db, organization.id, assignments);
    await resolveBudgetsOf(db, organization.id, await workItemsUnder(db, organization.id, assignments));
    await deleteBudget(db, organization.id, id);
    await audit(db, organization.id, source, {
      action: 'delete',
      entity: 'budget',
      entityId: id,
      before: contentOf(before),
    });
  });
}

async function locked(
  db: Db,
  organizationId: string,
  id: string,
  expected: ExpectedVersions,
): Promise<BudgetRow> {
  const budget = await lockBudget(db, organizationId, id);
  if (!budget) throw notFound('budget', id);
  checkVersion('budget', budget.version, expected);
  return budget;
}

/** Writes the audit rows of a change: of its content, of closing or reopening; answers whether there was any. */
async function noteChange(
  { db, organization, source }: Asking,
  before: BudgetRow,
  after: BudgetRow,
): Promise<boolean> {
  const note = (action: string, was: object, is: object) =>
    audit(db, organization.id, source, {
      action,
      entity: 'budget',
      entityId: after.id,
      before: was,
      after: is,
    });
  const [was, is] = [contentOf(before), contentOf(after)];
  const hasChanged = JSON.stringify(was) !== JSON.stringify(is);
  if (hasChanged) await note('change', was, is);
  if (before.isClosed === after.isClosed) return hasChanged;
  await note(
    after.isClosed ? 'close' : 'reopen',
    { isClosed: before.isClosed },
    { isClosed: after.isClosed },
  );
  return true;
}

function contentOf({ name, comment, planned }: BudgetRow): object {
  return { name, comment, plannedLength: planned };
}

async function withFreeName<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error))
      throw refusedValue('name', `there is a budget ${name} already; choose another name.`);
    throw error;
  }
}
