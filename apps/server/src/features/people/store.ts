import type { RoleName } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { personColumns, personOf } from '../../identity/person-row.ts';
import type { Person } from '../../identity/principals.ts';

export interface PersonWithRole extends Person {
  role: RoleName;
}

export interface Page {
  skip: number;
  count: number;
}

/** People by display name; `search` is a part of a name or e-mail, in any letter case. */
export async function listPeople(
  db: Db,
  organizationId: string,
  page: Page,
  { withNoneRoles = true, search = '' }: { withNoneRoles?: boolean; search?: string } = {},
): Promise<PersonWithRole[]> {
  let query = select(db, organizationId);
  if (!withNoneRoles) query = query.where('role', '<>', 'None');
  if (search.trim() !== '') query = query.where(isLike(search.trim()));
  const rows = await query
    .orderBy('display_name')
    .orderBy('id')
    .limit(page.count)
    .offset(page.skip)
    .execute();
  return rows.map(withRole);
}

/** How one may name a person; the first that is given counts. */
export interface PersonReference {
  id?: string | undefined;
  vstsId?: string | undefined;
  email?: string | undefined;
}

/** Finds one person; with `lock`, only one who is not erased, whom no one else changes until the transaction ends. */
export async function findPerson(
  db: Db,
  organizationId: string,
  reference: PersonReference,
  options: { lock: boolean } = { lock: false },
): Promise<PersonWithRole | null> {
  let query = select(db, organizationId);
  if (reference.id !== undefined) query = query.where('id', '=', reference.id);
  else if (reference.vstsId !== undefined) query = query.where('azure_devops_id', '=', reference.vstsId);
  else query = query.where(sql`lower(email)`, '=', (reference.email ?? '').trim().toLowerCase());
  if (options.lock) query = query.where('erased_at', 'is', null).forUpdate();
  const row = await query.executeTakeFirst();
  return row ? withRole(row) : null;
}

export async function insertPerson(
  db: Db,
  organizationId: string,
  person: PersonWithRole & { timeZone: string },
): Promise<void> {
  await db
    .insertInto('person')
    .values({
      organization_id: organizationId,
      id: person.id,
      unique_name: person.uniqueName,
      email: person.email,
      display_name: person.displayName,
      role: person.role,
      azure_devops_id: person.azureDevOpsId,
      time_zone: person.timeZone,
    })
    .execute();
}

/** Changes who a person is; undefined keeps. */
export async function updatePerson(
  db: Db,
  organizationId: string,
  personId: string,
  change: { uniqueName?: string; email?: string; displayName?: string; timeZone?: string },
): Promise<void> {
  await db
    .updateTable('person')
    .set({
      unique_name: change.uniqueName,
      email: change.email,
      display_name: change.displayName,
      time_zone: change.timeZone,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', personId)
    .execute();
}

function isLike(search: string) {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<boolean>`concat_ws(chr(10), display_name, unique_name, email) ilike ${pattern}`;
}

function select(db: Db, organizationId: string) {
  return db
    .selectFrom('person')
    .select([...personColumns, 'role'])
    .where('organization_id', '=', organizationId);
}

function withRole(row: Parameters<typeof personOf>[0] & { role: string }): PersonWithRole {
  return { ...personOf(row), role: row.role as RoleName };
}
