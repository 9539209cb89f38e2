import type { BudgetState } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** A budget as it is stored. */
export interface BudgetRow {
  id: string;
  name: string;
  comment: string;
  /** Seconds. */
  planned: number;
  isClosed: boolean;
  version: number;
}

/** A budget with what adds up on it; lengths are seconds. */
export interface BudgetWithSums extends BudgetRow {
  created: string;
  closed: string | null;
  tracked: number;
  billed: number;
  workLogs: number;
  attachedWorkItems: number;
  attachedIterations: number;
  attachedWorkLogs: number;
  exclusions: number;
}

const columns = [
  'id',
  'name',
  'comment',
  'planned_seconds as planned',
  'is_closed as isClosed',
  'version',
] as const;

export interface Page {
  skip: number;
  count: number;
}

/** The ids of budgets in this state, by name; all of them without a page. */
export async function budgetIds(
  db: Db,
  organizationId: string,
  state: BudgetState,
  page?: Page,
): Promise<string[]> {
  let query = db.selectFrom('budget').select('id').where('organization_id', '=', organizationId);
  if (state !== 'all') query = query.where('is_closed', '=', state === 'closed');
  query = query.orderBy((where) => where.fn('lower', ['name'])).orderBy('id');
  if (page) query = query.limit(page.count).offset(page.skip);
  return (await query.execute()).map(({ id }) => id);
}

/** These budgets by name, each with its sums; one statement for all. */
export async function readBudgets(
  db: Db,
  organizationId: string,
  ids: readonly string[],
): Promise<BudgetWithSums[]> {
  const { rows } = await budgetsQuery(organizationId, ids).execute(db);
  return rows;
}

/** The statement of `readBudgets`. */
export function budgetsQuery(organizationId: string, ids: readonly string[]) {
  return sql<BudgetWithSums>`
    select b.id, b.name, b.comment, b.planned_seconds as planned, b.is_closed as "isClosed", b.version,
      b.created_at as created, b.closed_at as closed,
      coalesce(s.tracked, 0) as tracked, coalesce(s.billed, 0) as billed, coalesce(s.work_logs, 0) as "workLogs",
      coalesce(a.work_items, 0) as "attachedWorkItems", coalesce(a.iterations, 0) as "attachedIterations",
      coalesce(a.work_logs, 0) as "attachedWorkLogs", coalesce(a.exclusions, 0) as exclusions
    from budget b
    left join budget_sums(${organizationId}::uuid, ${ids}::uuid[]) s on s.budget_id = b.id
    left join (
      select budget_id, count(work_item_id) filter (where not is_exclusion) as work_items,
        count(iteration_path) filter (where not is_exclusion) as iterations,
        count(work_log_id) filter (where not is_exclusion) as work_logs, count(*) filter (where is_exclusion) as exclusions
      from budget_assignment
      where organization_id = ${organizationId}::uuid and budget_id = any (${ids}::uuid[])
      group by budget_id
    ) a on a.budget_id = b.id
    where b.organization_id = ${organizationId}::uuid and b.id = any (${ids}::uuid[])
    order by lower(b.name), b.id`;
}

/**
 * A budget, locked until the transaction ends; null when there is none. `for update` waits for every write of worklogs that reads
 * whether the budget is open, and these wait for it; `for key share` waits for changes of the budget only.
 */
export async function lockBudget(
  db: Db,
  organizationId: string,
  id: string,
  strength: 'for update' | 'for key share' = 'for update',
): Promise<BudgetRow | null> {
  const query = db
    .selectFrom('budget')
    .select(columns)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id);
  const locked = strength === 'for update' ? query.forUpdate() : query.forKeyShare();
  return (await locked.executeTakeFirst()) ?? null;
}

/** Stores a new, open budget. */
export async function insertBudget(db: Db, organizationId: string, budget: BudgetRow): Promise<void> {
  const { id, name, comment, planned } = budget;
  await db
    .insertInto('budget')
    .values({ organization_id: organizationId, id, name, comment, planned_seconds: planned })
    .execute();
}

/** Writes a budget as it is now; it counts as closed from now when it was open before. */
export async function updateBudget(db: Db, organizationId: string, after: BudgetRow): Promise<void> {
  await db
    .updateTable('budget')
    .set({
      name: after.name,
      comment: after.comment,
      planned_seconds: after.planned,
      is_closed: after.isClosed,
      closed_at: after.isClosed ? sql<string>`coalesce(closed_at, now())` : null,
      version: after.version,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', after.id)
    .execute();
}

export async function deleteBudget(db: Db, organizationId: string, id: string): Promise<void> {
  await db.deleteFrom('budget').where('organization_id', '=', organizationId).where('id', '=', id).execute();
}

/** The names of those of these budgets that exist. */
export async function budgetNames(
  db: Db,
  organizationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('budget')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', sql<string>`any (${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
