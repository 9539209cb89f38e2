import type { WorkItemAutomation, WorkItemAutomations, WorkItemWrite, WriteState } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

export type Status = WorkItemAutomation & { version: number };

interface Row extends Omit<Status, 'recompute'> {
  recomputedAt: string | null;
  recomputedItems: number | null;
  left: number;
}

/** What is done in every project, or in one, and how that is going; by name. */
export async function readStatuses(
  db: Db,
  organizationId: string,
  project: string | null = null,
): Promise<Status[]> {
  const { rows } = await sql<Row>`
    with known as (
      select project from work_item_automation where organization_id = ${organizationId}::uuid
      union select project from work_item_type where organization_id = ${organizationId}::uuid
      union select project from iteration where organization_id = ${organizationId}::uuid
    ), counted as (
      select i.project, count(*) filter (where w.next_attempt_at is not null)::integer as waiting,
        count(*) filter (where w.outcome = 'failed')::integer as failed, max(w.written_at) as written
      from work_item_write w
      join work_item i on i.organization_id = w.organization_id and i.id = w.work_item_id
      where w.organization_id = ${organizationId}::uuid
      group by i.project
    ), recomputed as (
      select recomputed_project as project, count(*)::integer as items from work_item_write
      where organization_id = ${organizationId}::uuid and recomputed_project is not null
      group by recomputed_project
    )
    select project, coalesce(a.reduces_remaining, false) as "reducesRemainingWork",
      coalesce(a.sets_completed, false) as "setsCompletedWork", a.estimate_field as "estimateField",
      coalesce(c.waiting, 0) as waiting, coalesce(c.failed, 0) as failed, c.written as "lastWritten",
      a.recomputed_at as "recomputedAt", a.recomputed_items as "recomputedItems", coalesce(r.items, 0) as left,
      coalesce(a.version, 0) as version
    from known
    left join counted c using (project)
    left join recomputed r using (project)
    left join (
      select * from work_item_automation where organization_id = ${organizationId}::uuid
    ) a using (project)
    where ${project}::text is null or project = ${project}::text
    order by lower(project), project`.execute(db);
  return rows.map(({ recomputedAt, recomputedItems, left, ...status }) => ({
    ...status,
    recompute:
      recomputedAt === null ? null : { started: recomputedAt, workItems: recomputedItems ?? 0, left },
  }));
}

export async function readConnectionState(
  db: Db,
  organizationId: string,
): Promise<WorkItemAutomations['connection']> {
  const row = await db
    .selectFrom('azure_devops_connection')
    .select('state')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return (row?.state ?? 'none') as WorkItemAutomations['connection'];
}

const CONDITIONS: Record<WriteState, ReturnType<typeof sql<boolean>>> = {
  waiting: sql<boolean>`w.next_attempt_at is not null`,
  failed: sql<boolean>`w.outcome = 'failed'`,
  skipped: sql<boolean>`w.outcome in ('noField', 'gone')`,
  done: sql<boolean>`w.outcome in ('written', 'same') and w.next_attempt_at is null`,
};

/** The last writings to work items of a project, the latest first. */
export async function readWrites(
  db: Db,
  organizationId: string,
  project: string,
  { state, count }: { state: WriteState | null; count: number },
): Promise<WorkItemWrite[]> {
  const { rows } = await sql<WorkItemWrite>`
    select w.work_item_id as "workItemId", i.title, i.type, w.next_attempt_at is not null as "isWaiting", w.outcome,
      w.fault, w.next_attempt_at as "nextTry", w.tried_at as "lastTry", w.written_at as "lastWritten"
    from work_item_write w
    join work_item i on i.organization_id = w.organization_id and i.id = w.work_item_id
    where w.organization_id = ${organizationId}::uuid and i.project = ${project}
      and ${state === null ? sql<boolean>`true` : CONDITIONS[state]}
    order by coalesce(w.tried_at, w.next_attempt_at) desc nulls last, w.work_item_id limit ${count}`.execute(
    db,
  );
  return rows;
}
