import type { WorkItemSnapshot } from '@stint/azure-devops';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { resolveBudgetsOf } from '../budgets/inheritance.ts';
import { jsonbOf } from './json.ts';
import type { Categories } from './work-item-types.ts';

/** Adds or replaces work items unless a newer revision is there already, and gives those that have moved their budgets. */
export async function saveItems(
  db: Db,
  organizationId: string,
  items: readonly WorkItemSnapshot[],
  categories: Categories,
): Promise<void> {
  if (items.length === 0) return;
  const rows = jsonbOf(items.map((item) => rowOf(item, categories)));
  const { rows: moved } = await sql<{ id: number }>`
    with item as (
      select * from jsonb_to_recordset(${rows}::jsonb) as item(id integer, revision integer, type text, title text,
        state text, state_category text, project text, area_path text, iteration_path text, assigned_to text,
        parent_id integer, created_at timestamptz, changed_at timestamptz, fields jsonb)
    ), before as (
      select work_item.id, parent_id, iteration_path from work_item
      where organization_id = ${organizationId}::uuid and id in (select id from item)
    ), saved as (
        insert into work_item (organization_id, id, revision, type, title, state, state_category, project, area_path,
        iteration_path, assigned_to, parent_id, effort, created_at, changed_at, fields)
      select ${organizationId}::uuid, id, revision, type, title, state, state_category, project, area_path,
        iteration_path, assigned_to, parent_id, effort_of(${organizationId}::uuid, project, fields), created_at,
        changed_at, fields
      from item
      on conflict (organization_id, id) do update set
        revision = excluded.revision, type = excluded.type, title = excluded.title, state = excluded.state,
        state_category = excluded.state_category, project = excluded.project, area_path = excluded.area_path,
        iteration_path = excluded.iteration_path, assigned_to = excluded.assigned_to,
        parent_id = coalesce(excluded.parent_id, work_item.parent_id), effort = excluded.effort,
        created_at = excluded.created_at, changed_at = excluded.changed_at, deleted_at = null, fields = excluded.fields
      where excluded.revision >= work_item.revision
      returning id, parent_id, iteration_path
    )
    select saved.id from saved left join before using (id)
    where before.id is null
      or (saved.parent_id, saved.iteration_path) is distinct from (before.parent_id, before.iteration_path)`.execute(
    db,
  );
  await resolveBudgetsOf(
    db,
    organizationId,
    moved.map(({ id }) => id),
  );
}

/** Marks work items deleted; they keep their titles for old worklogs. */
export async function saveDeletions(db: Db, organizationId: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update work_item set deleted_at = now()
    where organization_id = ${organizationId}::uuid and id = any (${ids}::integer[]) and deleted_at is null`.execute(
    db,
  );
}

function rowOf(item: WorkItemSnapshot, categories: Categories) {
  return {
    id: item.id,
    revision: item.rev,
    type: item.type,
    title: item.title,
    state: item.state,
    state_category: categories.of(item),
    project: item.project,
    area_path: item.areaPath || null,
    iteration_path: item.iterationPath || null,
    assigned_to: item.assignedTo?.uniqueName || item.assignedTo?.displayName || null,
    parent_id: item.parentId,
    created_at: item.createdAt,
    changed_at: item.changedAt,
    fields: item.fields,
  };
}
