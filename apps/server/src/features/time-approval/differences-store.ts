import type { WeekDifferences } from '@stint/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** A worklog on one side of a comparison. */
export type Side = NonNullable<WeekDifferences['entries'][number]['before']>;

export interface WorkLogRow {
  personId: string;
  isDeleted: boolean;
  side: Side;
}

/** The last two submissions of a week, the latest first: the ids of their audit rows, and when they were (RFC 3339, UTC). */
export async function readSubmissions(
  db: Db,
  organizationId: string,
  weekId: string,
): Promise<{ id: string; at: string }[]> {
  return db
    .selectFrom('audit_log')
    .select(['id', 'at'])
    .where('organization_id', '=', organizationId)
    .where('entity', '=', 'week')
    .where('entity_id', '=', weekId)
    .where('action', '=', 'submit')
    .orderBy('id', 'desc')
    .limit(2)
    .execute();
}

interface Row {
  id: string;
  before: RawWorkLog | null;
  after: RawWorkLog | null;
}

/** The columns of a worklog as the audit log keeps them. */
interface RawWorkLog {
  person_id: string;
  deleted_at: string | null;
  local_started_at: string;
  seconds: number;
  work_item_id: number | null;
  comment: string;
  activity_type_id: string;
}

/** Acts that gave a worklog of this person to another one; spelled as the index `audit_log_given_away` is. */
function gaveAway(personId: string): RawBuilder<boolean> {
  return sql<boolean>`entity = 'worklog' and before ->> 'person_id' <> after ->> 'person_id'
    and before ->> 'person_id' = ${personId}`;
}

/**
 * A person's worklogs that were written after an audit row (its id, whose order is that of time): as each was before its first such
 * change, null where it was made then, and as it is now.
 */
export async function changedSince(
  db: Db,
  organizationId: string,
  { personId, auditId }: { personId: string; auditId: string },
): Promise<{ id: string; before: WorkLogRow | null; after: WorkLogRow | null }[]> {
  const { rows } = await sql<Row>`
    with noted as (
      select entity_id, id, before from audit_log
      where organization_id = ${organizationId}::uuid and person_id = ${personId}::uuid and id > ${auditId}::uuid
        and entity = 'worklog'
      union all
      select entity_id, id, before from audit_log
      where organization_id = ${organizationId}::uuid and affects = ${personId}::uuid and id > ${auditId}::uuid
        and entity = 'worklog'
      union all
      select entity_id, id, before from audit_log
      where organization_id = ${organizationId}::uuid and ${gaveAway(personId)} and id > ${auditId}::uuid
    ), first as (
      select distinct on (entity_id) entity_id::uuid as id, before from noted order by entity_id, noted.id
    )
    select first.id, first.before, to_jsonb(w) as after
    from first left join work_log w on w.organization_id = ${organizationId}::uuid and w.id = first.id
    order by coalesce(w.local_started_at::text, first.before ->> 'local_started_at'), first.id`.execute(db);
  return rows.map(({ id, before, after }) => ({
    id,
    before: before && rowOf(before),
    after: after && rowOf(after),
  }));
}

function rowOf(raw: RawWorkLog): WorkLogRow {
  return {
    personId: raw.person_id,
    isDeleted: raw.deleted_at !== null,
    side: {
      timestamp: raw.local_started_at,
      length: raw.seconds,
      workItemId: raw.work_item_id,
      comment: raw.comment,
      activityTypeId: raw.activity_type_id,
    },
  };
}
