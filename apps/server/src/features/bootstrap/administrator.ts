import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

export interface FirstAdministrator {
  organizationId: string;
  personId: string;
  hasPassword: boolean;
}

/**
 * The administrator that an installation began with: the one with this e-mail, else the oldest one, of the default
 * organization. `system` must see every organization.
 */
export async function findFirstAdministrator(system: Db, email: string): Promise<FirstAdministrator | null> {
  const row = await system
    .selectFrom('person')
    .innerJoin('organization', 'organization.id', 'person.organization_id')
    .leftJoin('password', (join) =>
      join
        .onRef('password.organization_id', '=', 'person.organization_id')
        .onRef('password.person_id', '=', 'person.id'),
    )
    .select(['person.organization_id as organizationId', 'person.id as personId', 'password.hash'])
    .where('person.role', '=', 'Administrator')
    .orderBy('organization.is_default', 'desc')
    .orderBy('organization.created_at')
    .orderBy(sql`coalesce(lower(person.email) = ${email.toLowerCase()}, false)`, 'desc')
    .orderBy('person.created_at')
    .orderBy('person.id')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { organizationId: row.organizationId, personId: row.personId, hasPassword: row.hash !== null }
    : null;
}
