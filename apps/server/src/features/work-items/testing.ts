import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

export interface TestWorkItem {
  id: number;
  title: string;
  type?: string;
  state?: string;
  project?: string;
  fields?: string;
  changed_at?: string;
  state_category?: string;
  assigned_to?: string;
  parent_id?: number;
  effort?: number;
  iteration_path?: string;
  deleted_at?: string;
  /** Days since the last change, where `changed_at` does not say when that was. */
  age?: number;
}

/** Puts work items into our copy as if they had been read; Tasks of the project Atlas, unless they say otherwise. */
export async function addWorkItems(
  db: Db,
  organizationId: string,
  items: readonly TestWorkItem[],
): Promise<void> {
  await db
    .insertInto('work_item')
    .values(
      items.map(({ age = 0, state_category = 'Proposed', ...item }) => ({
        organization_id: organizationId,
        revision: 1,
        type: 'Task',
        state: state_category,
        state_category,
        project: 'Atlas',
        created_at: '2026-01-01T00:00:00Z',
        changed_at: sql<string>`now() - ${age} * interval '1 day'`,
        fields: '{}',
        ...item,
      })),
    )
    .execute();
}

/** Books an hour on a work item, `daysAgo` days before now. */
export async function bookHour(
  db: Db,
  person: { organizationId: string; id: string },
  workItemId: number,
  daysAgo: number,
): Promise<void> {
  await sql`
    insert into work_log (organization_id, id, person_id, work_item_id, activity_type_id, seconds, started_at,
      local_started_at, added_by, edited_by, created_at, local_created_at, edited_at, local_edited_at)
    select ${person.organizationId}::uuid, gen_random_uuid(), ${person.id}::uuid, ${workItemId}::integer,
      (select id from activity_type where organization_id = ${person.organizationId}::uuid limit 1), 3600, at, at,
      ${person.id}::uuid, ${person.id}::uuid, at, at, at, at
    from (select now() - ${daysAgo}::integer * interval '1 day' as at) moment`.execute(db);
}
