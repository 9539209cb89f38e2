import type { GroupSource, RoleName } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { personOf } from '../../identity/person-row.ts';
import type { Person } from '../../identity/principals.ts';

/** A row of person_group. */
export interface GroupRow {
  id: string;
  name: string;
  source: GroupSource;
  externalId: string | null;
  role: RoleName;
  memberCount: number;
  version: number;
}

export interface Page {
  skip: number;
  count: number;
}

/** Groups by name. */
export async function listGroups(db: Db, organizationId: string, page: Page): Promise<GroupRow[]> {
  const rows = await select(db, organizationId)
    .orderBy(sql`lower(name)`)
    .limit(page.count)
    .offset(page.skip)
    .execute();
  return rows as GroupRow[];
}

export async function findGroup(db: Db, organizationId: string, id: string): Promise<GroupRow | null> {
  const row = await select(db, organizationId).where('id', '=', id).executeTakeFirst();
  return (row as GroupRow | undefined) ?? null;
}

/** The groups whose members a source keeps, with what the source calls them. */
export async function groupsOfSource(
  db: Db,
  organizationId: string,
  source: GroupSource,
): Promise<{ id: string; externalId: string }[]> {
  const rows = await db
    .selectFrom('person_group')
    .select(['id', 'external_id'])
    .where('organization_id', '=', organizationId)
    .where('source', '=', source)
    .execute();
  return rows.flatMap(({ id, external_id: externalId }) => (externalId === null ? [] : [{ id, externalId }]));
}

export async function insertGroup(
  db: Db,
  organizationId: string,
  { id, name, source, externalId, role }: Omit<GroupRow, 'memberCount' | 'version'>,
): Promise<void> {
  await db
    .insertInto('person_group')
    .values({ organization_id: organizationId, id, name, source, external_id: externalId, role })
    .execute();
}

/** Stores what has changed; the version goes up in any case. */
export async function updateGroup(
  db: Db,
  organizationId: string,
  id: string,
  change: { name?: string; role?: RoleName } = {},
): Promise<void> {
  await db
    .updateTable('person_group')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** The memberships go with it. */
export async function removeGroup(db: Db, organizationId: string, id: string): Promise<void> {
  await db
    .deleteFrom('person_group')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** A group's people by display name. */
export async function listMembers(
  db: Db,
  organizationId: string,
  groupId: string,
  page: Page,
): Promise<Person[]> {
  const rows = await db
    .selectFrom('group_member as m')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organization_id', '=', 'm.organization_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['p.id', 'p.unique_name', 'p.email', 'p.display_name', 'p.azure_devops_id'])
    .where('m.organization_id', '=', organizationId)
    .where('m.group_id', '=', groupId)
    .orderBy('p.display_name')
    .orderBy('p.id')
    .limit(page.count)
    .offset(page.skip)
    .execute();
  return rows.map(personOf);
}

function select(db: Db, organizationId: string) {
  return db
    .selectFrom('person_group')
    .select(['id', 'name', 'source', 'external_id as externalId', 'role', 'version'])
    .select(
      sql<number>`(select count(*)::integer from group_member m
        where m.organization_id = person_group.organization_id and m.group_id = person_group.id)`.as(
        'memberCount',
      ),
    )
    .where('organization_id', '=', organizationId);
}
