import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** A budget that may reach a threshold; lengths are seconds. */
export interface WatchedBudget {
  id: string;
  planned: number;
  tracked: number;
  /** The highest threshold, in percent, that was told; 0 for none. */
  reached: number;
}

/** The organizations that have budgets to watch: open ones with planned time, or with a threshold to take back. */
export async function watchedOrganizations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct organization_id as id from budget
    where not is_closed and (planned_seconds > 0 or reached_threshold > 0)`.execute(db);
  return rows.map(({ id }) => id);
}

/** One act of the audit log that may have moved a budget's sum. */
export interface Act {
  id: string;
  entity: 'worklog' | 'budget';
  /** The budget that the worklog is on, or was; null for none. */
  budgetId: string | null;
}

/** Acts on worklogs and budgets with ids from `from` on, without those in `seen`; one row for each budget they touch. */
export async function readActs(
  db: Db,
  organizationId: string,
  from: string,
  seen: readonly string[],
): Promise<Act[]> {
  const { rows } = await sql<Act>`
    with act as materialized (
      select id, entity, entity_id, (before ->> 'work_item_id')::integer as item_before,
        (after ->> 'work_item_id')::integer as item_after
      from audit_log
      where organization_id = ${organizationId}::uuid and id >= ${from}::uuid and id <> all (${seen}::uuid[])
        and entity in ('worklog', 'budget') and action <> 'threshold'
    )
    select act.id, act.entity, touched.budget_id as "budgetId"
    from act
    left join lateral (
      select b.budget_id from work_item_budget b
      where b.organization_id = ${organizationId}::uuid and b.work_item_id in (act.item_before, act.item_after)
      union
      select o.budget_id from work_log_override o
      where o.organization_id = ${organizationId}::uuid and o.id = act.entity_id::uuid
    ) touched on act.entity = 'worklog'`.execute(db);
  return rows;
}

/** Open budgets with what was tracked on them: these, or all (null) that can reach a threshold or have. */
export async function readWatched(
  db: Db,
  organizationId: string,
  ids: readonly string[] | null,
): Promise<WatchedBudget[]> {
  let query = db
    .selectFrom('budget')
    .select(['id', 'planned_seconds as planned', 'reached_threshold as reached'])
    .where('organization_id', '=', organizationId)
    .where('is_closed', '=', false)
    .where((where) => where.or([where('planned_seconds', '>', 0), where('reached_threshold', '>', 0)]));
  if (ids) query = query.where('id', '=', sql<string>`any (${ids}::uuid[])`);
  return withSums(db, organizationId, await query.execute());
}

/** One open budget, locked against other watches and changes of it until the transaction ends, with what is tracked now. */
export async function lockWatched(db: Db, organizationId: string, id: string): Promise<WatchedBudget | null> {
  const budgets = await db
    .selectFrom('budget')
    .select(['id', 'planned_seconds as planned', 'reached_threshold as reached'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('is_closed', '=', false)
    .forNoKeyUpdate()
    .execute();
  return (await withSums(db, organizationId, budgets))[0] ?? null;
}

/** Remembers which threshold was reached last. */
export async function saveReached(
  db: Db,
  organizationId: string,
  id: string,
  reached: number,
): Promise<void> {
  await db
    .updateTable('budget')
    .set({ reached_threshold: reached })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

async function withSums(
  db: Db,
  organizationId: string,
  budgets: readonly Omit<WatchedBudget, 'tracked'>[],
): Promise<WatchedBudget[]> {
  if (budgets.length === 0) return [];
  const { rows } = await sql<{ id: string; tracked: number }>`
    select budget_id as id, tracked
    from budget_sums(${organizationId}::uuid, ${budgets.map(({ id }) => id)}::uuid[])`.execute(db);
  const tracked = new Map(rows.map((row) => [row.id, row.tracked]));
  return budgets.map((budget) => ({ ...budget, tracked: tracked.get(budget.id) ?? 0 }));
}
