import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** One person in one group. */
export interface Membership {
  groupId: string;
  personId: string;
}

/** The memberships of these groups, of one person only when one is given. */
export async function readMemberships(
  db: Db,
  organizationId: string,
  groupIds: readonly string[],
  personId?: string,
): Promise<Membership[]> {
  if (groupIds.length === 0) return [];
  let query = db
    .selectFrom('group_member')
    .select(['group_id as groupId', 'person_id as personId'])
    .where('organization_id', '=', organizationId)
    .where('group_id', 'in', [...groupIds]);
  if (personId !== undefined) query = query.where('person_id', '=', personId);
  return query.execute();
}

/** Those of the ids that are people who are not erased. */
export async function knownPeople(
  db: Db,
  organizationId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from person
    where organization_id = ${organizationId}::uuid and id = any (${[...ids]}::uuid[]) and erased_at is null`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

export async function insertMemberships(
  db: Db,
  organizationId: string,
  memberships: readonly Membership[],
): Promise<void> {
  if (memberships.length === 0) return;
  await sql`
    insert into group_member (organization_id, group_id, person_id)
    select ${organizationId}::uuid, "groupId", "personId"
    from jsonb_to_recordset(${JSON.stringify(memberships)}::jsonb) as given("groupId" uuid, "personId" uuid)
    on conflict do nothing`.execute(db);
}

export async function deleteMemberships(
  db: Db,
  organizationId: string,
  memberships: readonly Membership[],
): Promise<void> {
  if (memberships.length === 0) return;
  await sql`
    delete from group_member using jsonb_to_recordset(${JSON.stringify(memberships)}::jsonb) as given("groupId" uuid, "personId" uuid)
    where group_member.organization_id = ${organizationId}::uuid
      and group_member.group_id = given."groupId" and group_member.person_id = given."personId"`.execute(db);
}
