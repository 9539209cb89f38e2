import type { RoleName } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** What a person was given, and what it comes to with the roles of their groups. */
export interface Roles {
  own: RoleName;
  role: RoleName;
}

export interface PersonRoles extends Roles {
  id: string;
  name: string;
  /** The roles of the person's groups, each once. */
  ofGroups: RoleName[];
}

/**
 * Lets one request at a time change roles in an organization until its transaction ends: two of them could else remove
 * the last two administrators, or wait for each other's people.
 */
export async function lockRoles(db: Db, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${organizationId}`}, 0))`.execute(db);
}

/** The roles of these people, in order of their ids. */
export async function readRoles(
  db: Db,
  organizationId: string,
  personIds: readonly string[],
): Promise<PersonRoles[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<PersonRoles>`
    select p.id, p.display_name as name, p.role, coalesce(p.own_role, p.role) as own,
      array(
        select distinct g.role from group_member m
        join person_group g on g.organization_id = m.organization_id and g.id = m.group_id
        where m.organization_id = p.organization_id and m.person_id = p.id
      ) as "ofGroups"
    from person p
    where p.organization_id = ${organizationId}::uuid and p.id = any (${[...personIds]}::uuid[])
    order by p.id`.execute(db);
  return rows;
}

export async function countAdministrators(db: Db, organizationId: string): Promise<number> {
  const { administrators } = await db
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<string>().as('administrators'))
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'Administrator')
    .executeTakeFirstOrThrow();
  return Number(administrators);
}

export async function writeRoles(
  db: Db,
  organizationId: string,
  changes: readonly { id: string; after: Roles }[],
): Promise<void> {
  const rows = changes.map(({ id, after: { own, role } }) => ({
    id,
    role,
    own_role: own === role ? null : own,
  }));
  await sql`
    update person set role = given.role, own_role = given.own_role
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, role text, own_role text)
    where person.organization_id = ${organizationId}::uuid and person.id = given.id`.execute(db);
}
