import type { PersonExport, RoleName } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { personOf } from '../../identity/person-row.ts';
import { readApproves, readBelongings } from './store-belongings.ts';
import { readSignIns } from './store-sign-ins.ts';

/** What is kept about a person beside worklogs and audit rows, of which there may be many. */
export type PersonParts = Omit<PersonExport, 'exported' | 'organization' | 'workLogs' | 'auditRows'>;

type AuditRow = PersonExport['auditRows'][number];

/** Reads what is kept about a person, without secrets or their hashes; null for an unknown id. */
export async function readPerson(
  db: Db,
  organizationId: string,
  personId: string,
): Promise<PersonParts | null> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!row) return null;
  const track = await readTrack(db, organizationId, personId);
  return {
    person: {
      ...personOf(row),
      role: row.role as RoleName,
      ownRole: row.own_role as RoleName | null,
      isApprovalManager: row.is_approval_manager,
      isGlobalApprovalManager: row.is_global_approval_manager,
      approvalManagerId: row.approval_manager_id,
      timeZone: row.time_zone,
      defaultActivityTypeId: row.default_activity_type_id,
      created: row.created_at,
      erased: row.erased_at,
    },
    settings: row.settings,
    groups: await readGroups(db, organizationId, personId),
    ...(await readSignIns(db, organizationId, personId)),
    ...(await readBelongings(db, organizationId, personId)),
    approves: await readApproves(db, organizationId, personId),
    track,
    weeks: await readWeeks(db, organizationId, personId),
  };
}

async function readGroups(db: Db, organizationId: string, personId: string): Promise<PersonParts['groups']> {
  const rows = await db
    .selectFrom('group_member as m')
    .innerJoin('person_group as g', (join) =>
      join.onRef('g.organization_id', '=', 'm.organization_id').onRef('g.id', '=', 'm.group_id'),
    )
    .select(['g.id', 'g.name', 'g.source', 'g.role'])
    .where('m.organization_id', '=', organizationId)
    .where('m.person_id', '=', personId)
    .orderBy('g.name')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as RoleName }));
}

async function readTrack(db: Db, organizationId: string, personId: string): Promise<PersonParts['track']> {
  const row = await db
    .selectFrom('track')
    .select(['is_running as isRunning', 'state'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

async function readWeeks(db: Db, organizationId: string, personId: string): Promise<PersonParts['weeks']> {
  return db
    .selectFrom('time_week')
    .select([
      'week_start as weekStart',
      'week_end as weekEnd',
      'state',
      'is_locked as isLocked',
      'assigned_manager_id as assignedManagerId',
      'approved_by as approvedById',
      'submitted_at as submitted',
      'approved_at as approved',
      'modified_at as modified',
      'comment',
    ])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('week_start')
    .execute();
}

/** The next audit rows by a person, about them or about their time, in the order they were written. */
export async function readAuditRows(
  db: Db,
  organizationId: string,
  personId: string,
  page: { after: string | null; count: number },
): Promise<AuditRow[]> {
  let query = db
    .selectFrom('audit_log')
    .select([
      'id',
      'at',
      'person_id as personId',
      'via',
      'address',
      'action',
      'entity',
      'entity_id as entityId',
      'before',
      'after',
    ])
    .where('organization_id', '=', organizationId)
    .where((where) =>
      where.or([
        where('person_id', '=', personId),
        where('entity_id', '=', personId),
        where('affects', '=', personId),
        where(sql<string>`before ->> 'person_id'`, '=', personId),
        where(sql<string>`after ->> 'person_id'`, '=', personId),
      ]),
    );
  if (page.after !== null) query = query.where('id', '>', page.after);
  return query.orderBy('id').limit(page.count).execute();
}
