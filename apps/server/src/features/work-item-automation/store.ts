import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** What is done with the work items of a project. */
export interface Automation {
  reducesRemaining: boolean;
  setsCompleted: boolean;
  /** Reference name; null for the usual fields. */
  estimateField: string | null;
}

export interface StoredAutomation extends Automation {
  project: string;
  /** 0 where nothing was ever set. */
  version: number;
}

const NOTHING = { reducesRemaining: false, setsCompleted: false, estimateField: null, version: 0 };

/** The project as it is spelled, by a name in any letter case; null when there is none. */
export async function findProject(db: Db, organizationId: string, name: string): Promise<string | null> {
  const { rows } = await sql<{ project: string }>`
    select project from (
      select project from work_item_automation where organization_id = ${organizationId}::uuid
      union select project from work_item_type where organization_id = ${organizationId}::uuid
      union select project from iteration where organization_id = ${organizationId}::uuid
    ) known where lower(project) = lower(${name.replaceAll('\0', '')})
    order by project = ${name.replaceAll('\0', '')} desc limit 1`.execute(db);
  return rows[0]?.project ?? null;
}

/** What is done in a project, locked until the transaction ends. */
export async function lockAutomation(
  db: Db,
  organizationId: string,
  project: string,
): Promise<StoredAutomation> {
  await sql`insert into work_item_automation (organization_id, project, version)
    values (${organizationId}::uuid, ${project}, 0) on conflict do nothing`.execute(db);
  const row = await db
    .selectFrom('work_item_automation')
    .select(['project', 'reduces_remaining as reducesRemaining', 'sets_completed as setsCompleted'])
    .select(['estimate_field as estimateField', 'version'])
    .where('organization_id', '=', organizationId)
    .where('project', '=', project)
    .forUpdate()
    .executeTakeFirst();
  return row ?? { project, ...NOTHING };
}

export async function saveAutomation(
  db: Db,
  organizationId: string,
  { project, reducesRemaining, setsCompleted, estimateField, version }: StoredAutomation,
): Promise<void> {
  await db
    .updateTable('work_item_automation')
    .set({ reduces_remaining: reducesRemaining, sets_completed: setsCompleted })
    .set({ estimate_field: estimateField, version })
    .where('organization_id', '=', organizationId)
    .where('project', '=', project)
    .execute();
}

/** Works out the size of a project's work items anew, after its estimate field has changed. */
export async function renewEfforts(db: Db, organizationId: string, project: string): Promise<void> {
  await sql`
    update work_item set effort = effort_of(organization_id, project, fields)
    where organization_id = ${organizationId}::uuid and project = ${project}
      and effort is distinct from effort_of(organization_id, project, fields)`.execute(db);
}

/** Puts every work item of a project that time was ever booked on among those to be written; notes when, and how many. */
export async function askForAll(db: Db, organizationId: string, project: string): Promise<void> {
  await sql`
    with asked as (
      insert into work_item_write as w (organization_id, work_item_id, next_attempt_at, recomputed_project)
      select organization_id, id, now(), project from work_item
      where organization_id = ${organizationId}::uuid and project = ${project} and deleted_at is null
        and id in (select work_item_id from work_log where organization_id = ${organizationId}::uuid)
      order by id
      on conflict (organization_id, work_item_id) do update set asked = w.asked + 1, failures = 0,
        next_attempt_at = case when w.failures > 0 then now() else coalesce(w.next_attempt_at, now()) end,
        recomputed_project = excluded.recomputed_project
      returning 1
    )
    update work_item_automation set recomputed_at = now(), recomputed_items = (select count(*) from asked)
    where organization_id = ${organizationId}::uuid and project = ${project}`.execute(db);
}
