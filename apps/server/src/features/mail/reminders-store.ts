import type { WallDate } from '@stint/domain';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

export type ReminderKind = 'daily' | 'weekly' | 'unsubmitted' | 'digest';

/** A look at one person for one reminder. */
export interface Look {
  personId: string;
  kind: ReminderKind;
  /** The day on which it is made, by the person's clock. */
  day: string;
}

/** Notes looks; answers those that nobody has made before. */
export async function beginLooks(db: Db, organizationId: string, looks: readonly Look[]): Promise<Look[]> {
  if (looks.length === 0) return [];
  const { rows } = await sql<Look>`
    insert into reminder_run (organization_id, person_id, kind, day)
    select ${organizationId}::uuid, "personId", kind, day
    from jsonb_to_recordset(${JSON.stringify(looks)}::jsonb) as look("personId" uuid, kind text, day date)
    on conflict do nothing
    returning person_id as "personId", kind, day`.execute(db);
  return rows;
}

/** Seconds that people tracked from one day to another, both in it, by the days of their own clocks. */
export async function trackedBetween(
  db: Db,
  organizationId: string,
  personIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ personId: string; tracked: number }>`
    select person_id as "personId", sum(seconds)::float8 as tracked from work_log
    where organization_id = ${organizationId}::uuid and person_id = any (${[...personIds]}::uuid[])
      and deleted_at is null and local_started_at >= ${from}::date and local_started_at < ${to}::date + 1
    group by person_id`.execute(db);
  return new Map(rows.map(({ personId, tracked }) => [personId, tracked]));
}

/** A budget that has reached a threshold. */
export interface Threshold {
  auditId: string;
  name: string;
  percent: number;
  /** Seconds. */
  planned: number;
  tracked: number;
}

/** Thresholds that were reached after an audit id, whose order is that of time. */
export async function thresholdsSince(db: Db, organizationId: string, auditId: string): Promise<Threshold[]> {
  const { rows } = await sql<Threshold>`
    select a.id as "auditId", b.name, (a.after ->> 'percent')::integer as percent,
      (a.after ->> 'plannedLength')::float8 as planned, (a.after ->> 'trackedLength')::float8 as tracked
    from audit_log a
    join budget b on b.organization_id = a.organization_id and b.id::text = a.entity_id
    where a.organization_id = ${organizationId}::uuid and a.entity = 'budget' and a.action = 'threshold'
      and a.id > ${auditId}::uuid
    order by a.id`.execute(db);
  return rows;
}

/** The last day of the token that Azure DevOps is read with; null where nobody has said it. */
export async function connectionExpiry(db: Db, organizationId: string): Promise<WallDate | null> {
  const row = await db
    .selectFrom('azure_devops_connection')
    .select('expires_on')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return (row?.expires_on ?? null) as WallDate | null;
}
