import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import type { Page } from './store.ts';

/** The ids of a budget's worklogs, newest first, then by id. */
export async function workLogIdsOf(
  db: Db,
  organizationId: string,
  budgetId: string,
  { skip, count }: Page,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from work_logs_of_budget(${organizationId}::uuid, ${budgetId}::uuid)
    order by local_started_at desc, id desc limit ${count} offset ${skip}`.execute(db);
  return rows.map(({ id }) => id);
}

/** A work item that has a budget; lengths are seconds of its own worklogs that have it too. */
export interface WorkItemOfBudget {
  id: number;
  title: string;
  type: string;
  state: string;
  project: string;
  iterationPath: string | null;
  parentId: number | null;
  assignmentType: number;
  tracked: number;
  billed: number;
}

/** The work items that have a budget, by number. */
export async function workItemsOf(
  db: Db,
  organizationId: string,
  budgetId: string,
  { skip, count }: Page,
): Promise<WorkItemOfBudget[]> {
  const { rows } = await sql<WorkItemOfBudget>`
    with page as (
      select work_item_id, assignment_type from work_item_budget
      where organization_id = ${organizationId}::uuid and budget_id = ${budgetId}::uuid
      order by work_item_id limit ${count} offset ${skip}
    ), elsewhere as (
      select o.work_item_id, sum(o.seconds) as tracked, coalesce(sum(o.billable_seconds), 0) as billed
      from work_log_override o
      where o.organization_id = ${organizationId}::uuid and o.work_item_id in (select work_item_id from page)
        and o.budget_id is distinct from ${budgetId}::uuid and o.deleted_at is null
      group by o.work_item_id
    )
    select i.id, i.title, i.type, i.state, i.project, i.iteration_path as "iterationPath", i.parent_id as "parentId",
      page.assignment_type as "assignmentType", (own.tracked - coalesce(elsewhere.tracked, 0))::bigint as tracked,
      (own.billed - coalesce(elsewhere.billed, 0))::bigint as billed
    from page
    join work_item i on i.organization_id = ${organizationId}::uuid and i.id = page.work_item_id
    cross join lateral (
      select coalesce(sum(w.seconds), 0) as tracked, coalesce(sum(w.billable_seconds), 0) as billed
      from work_log w
      where w.organization_id = ${organizationId}::uuid and w.work_item_id = page.work_item_id and w.deleted_at is null
    ) own
    left join elsewhere on elsewhere.work_item_id = page.work_item_id
    order by i.id`.execute(db);
  return rows;
}

/** The budget of a work item and its BudgetAssignmentType, both null when it has none; null for an item we do not know. */
export async function budgetOfWorkItem(db: Db, organizationId: string, workItemId: number) {
  const row = await db
    .selectFrom('work_item as i')
    .leftJoin('work_item_budget as b', (join) =>
      join.onRef('b.organization_id', '=', 'i.organization_id').onRef('b.work_item_id', '=', 'i.id'),
    )
    .leftJoin('budget', (join) =>
      join.onRef('budget.organization_id', '=', 'b.organization_id').onRef('budget.id', '=', 'b.budget_id'),
    )
    .select([
      'budget.id',
      'budget.name',
      'budget.is_closed as isClosed',
      'b.assignment_type as assignmentType',
    ])
    .where('i.organization_id', '=', organizationId)
    .where('i.id', '=', workItemId)
    .executeTakeFirst();
  return row ?? null;
}
