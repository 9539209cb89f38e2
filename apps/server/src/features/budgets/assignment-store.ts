import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import type { Page } from './store.ts';
import { sorted, type Thing } from './things.ts';

/** One row of what budgets are attached to. */
export interface AssignmentRow extends Thing {
  id: string;
  budgetId: string;
  isExclusion: boolean;
}

const columns = [
  'id',
  'budget_id as budgetId',
  'work_item_id as workItemId',
  'iteration_path as iterationPath',
  'work_log_id as workLogId',
  'is_exclusion as isExclusion',
] as const;

function assignments(db: Db, organizationId: string) {
  return db.selectFrom('budget_assignment').select(columns).where('organization_id', '=', organizationId);
}

/** What a budget is attached to: work items, iterations, then worklogs. */
export async function assignmentsOf(
  db: Db,
  organizationId: string,
  budgetId: string,
  page?: Page,
): Promise<AssignmentRow[]> {
  const query = assignments(db, organizationId)
    .where('budget_id', '=', budgetId)
    .orderBy('work_item_id', (order) => order.asc().nullsLast())
    .orderBy(sql`lower(iteration_path)`, (order) => order.asc().nullsLast())
    .orderBy('work_log_id')
    .orderBy('id');
  return (page ? query.limit(page.count).offset(page.skip) : query).execute();
}

/** All that stands at these things, whichever the budget. */
export async function assignmentsAt(
  db: Db,
  organizationId: string,
  things: readonly Thing[],
): Promise<AssignmentRow[]> {
  const { workItemIds, paths, workLogIds } = sorted(things);
  const all = assignments(db, organizationId);
  const inIterations = sql<string>`(select lower(path) from unnest(${paths}::text[]) path)`;
  return all
    .where('work_item_id', '=', sql<number>`any (${workItemIds}::integer[])`)
    .unionAll(all.where(sql<string>`lower(iteration_path)`, 'in', inIterations))
    .unionAll(all.where('work_log_id', '=', sql<string>`any (${workLogIds}::uuid[])`))
    .execute();
}

/** One assignment of a budget, or null. */
export async function findAssignment(
  db: Db,
  organizationId: string,
  budgetId: string,
  id: string,
): Promise<AssignmentRow | null> {
  const found = assignments(db, organizationId).where('budget_id', '=', budgetId).where('id', '=', id);
  return (await found.executeTakeFirst()) ?? null;
}

/** Adds assignments, or changes those that exist into exclusions or back; one statement. */
export async function saveAssignments(
  db: Db,
  organizationId: string,
  rows: readonly AssignmentRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('budget_assignment')
    .values(
      rows.map((row) => ({
        organization_id: organizationId,
        id: row.id,
        budget_id: row.budgetId,
        work_item_id: row.workItemId,
        iteration_path: row.iterationPath,
        work_log_id: row.workLogId,
        is_exclusion: row.isExclusion,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'id'])
        .doUpdateSet({ is_exclusion: sql<boolean>`excluded.is_exclusion` }),
    )
    .execute();
}

export async function deleteAssignments(
  db: Db,
  organizationId: string,
  rows: readonly Pick<AssignmentRow, 'id'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .deleteFrom('budget_assignment')
    .where('organization_id', '=', organizationId)
    .where('id', '=', sql<string>`any (${rows.map(({ id }) => id)}::uuid[])`)
    .execute();
}
