import type { RoleName } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import type { Person } from '../../identity/principals.ts';

export interface PersonWithRole extends Person {
  role: RoleName;
}

export interface Page {
  skip: number;
  count: number;
}

/** People by display name. */
export async function listPeople(
  db: Db,
  organizationId: string,
  page: Page,
  options: { withNoneRoles: boolean } = { withNoneRoles: true },
): Promise<PersonWithRole[]> {
  let query = select(db, organizationId);
  if (!options.withNoneRoles) query = query.where('role', '<>', 'None');
  const rows = await query
    .orderBy('display_name')
    .orderBy('id')
    .limit(page.count)
    .offset(page.skip)
    .execute();
  return rows.map(personOf);
}

/** How one may name a person; the first that is given counts. */
export interface PersonReference {
  id?: string | undefined;
  vstsId?: string | undefined;
  email?: string | undefined;
}

/** Finds one person; with `lock`, no one else changes them until the transaction ends. */
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
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row ? personOf(row) : null;
}

/**
 * Lets one request at a time change roles in an organization until its transaction ends: two of them could else remove
 * the last two administrators, or wait for each other's people.
 */
export async function lockRoles(db: Db, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${organizationId}`}, 0))`.execute(db);
}

export async function countAdministrators(db: Db, organizationId: string): Promise<number> {
  const rows = await select(db, organizationId).where('role', '=', 'Administrator').execute();
  return rows.length;
}

export async function setRole(
  db: Db,
  organizationId: string,
  personId: string,
  role: RoleName,
): Promise<void> {
  await db
    .updateTable('person')
    .set({ role })
    .where('organization_id', '=', organizationId)
    .where('id', '=', personId)
    .execute();
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

function select(db: Db, organizationId: string) {
  return db
    .selectFrom('person')
    .select(['id', 'unique_name', 'email', 'display_name', 'azure_devops_id', 'role'])
    .where('organization_id', '=', organizationId);
}

function personOf(row: {
  id: string;
  unique_name: string;
  email: string | null;
  display_name: string;
  azure_devops_id: string | null;
  role: string;
}): PersonWithRole {
  return {
    id: row.id,
    uniqueName: row.unique_name,
    email: row.email,
    displayName: row.display_name,
    azureDevOpsId: row.azure_devops_id,
    role: row.role as RoleName,
  };
}
