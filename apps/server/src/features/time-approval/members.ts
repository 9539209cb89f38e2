import type { Db } from '../../http/asked.ts';
import { personColumns, personOf } from '../../identity/person-row.ts';
import type { Person } from '../../identity/principals.ts';

/** A person as approvals look at them. */
export interface Member extends Person {
  /** IANA name. */
  timeZone: string;
  /** False for those without a role and those who were erased: they decide nothing. */
  isActive: boolean;
  isApprovalManager: boolean;
  isGlobalApprovalManager: boolean;
  /** Who is asked to approve when a submission names nobody. */
  approvalManagerId: string | null;
}

/** The people with these ids. */
export async function findMembers(
  db: Db,
  organizationId: string,
  ids: Iterable<string | null>,
): Promise<Map<string, Member>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await members(db, organizationId).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, memberOf(row)]));
}

/** One person; null when there is none with this id. */
export async function findMember(db: Db, organizationId: string, id: string): Promise<Member | null> {
  return (await findMembers(db, organizationId, [id])).get(id) ?? null;
}

/** Everyone by name. */
export async function listMembers(
  db: Db,
  organizationId: string,
  page: { skip: number; count: number },
): Promise<Member[]> {
  const query = byName(db, organizationId).where('erased_at', 'is', null);
  return (await query.limit(page.count).offset(page.skip).execute()).map(memberOf);
}

/** Who may be asked to approve, by name. */
export async function listManagers(db: Db, organizationId: string): Promise<Member[]> {
  const rows = await byName(db, organizationId)
    .where((where) =>
      where.or([where('is_approval_manager', '=', true), where('is_global_approval_manager', '=', true)]),
    )
    .execute();
  return rows.map(memberOf).filter(isManager);
}

/** Whether weeks may be assigned to this person. */
export function isManager(member: Member): boolean {
  return member.isActive && (member.isApprovalManager || member.isGlobalApprovalManager);
}

/** Writes a person's part in approvals. */
export async function saveMember(db: Db, organizationId: string, member: Member): Promise<void> {
  await db
    .updateTable('person')
    .set({
      is_approval_manager: member.isApprovalManager,
      is_global_approval_manager: member.isGlobalApprovalManager,
      approval_manager_id: member.approvalManagerId,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', member.id)
    .execute();
}

type Row = Awaited<ReturnType<ReturnType<typeof members>['execute']>>[number];

function byName(db: Db, organizationId: string) {
  return members(db, organizationId).orderBy('display_name').orderBy('id');
}

function members(db: Db, organizationId: string) {
  return db
    .selectFrom('person')
    .select([...personColumns, 'role', 'time_zone', 'erased_at'])
    .select(['is_approval_manager', 'is_global_approval_manager', 'approval_manager_id'])
    .where('organization_id', '=', organizationId);
}

function memberOf(row: Row): Member {
  return {
    ...personOf(row),
    timeZone: row.time_zone,
    isActive: row.role !== 'None' && row.erased_at === null,
    isApprovalManager: row.is_approval_manager,
    isGlobalApprovalManager: row.is_global_approval_manager,
    approvalManagerId: row.approval_manager_id,
  };
}
