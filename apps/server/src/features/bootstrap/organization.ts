import type { Database } from '@stint/postgres';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import type { Tables } from '../../database/tables.ts';
import { makeOrganization } from '../../identity/make-organization.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface FirstOrganization {
  name: string;
  /** Host label and collection segment. */
  slug: string;
  /** E-mail of its one administrator. */
  email: string;
}

/** The organization of an installation that starts empty and without the demo. */
export const firstOrganization: FirstOrganization = {
  name: 'Stint',
  slug: 'stint',
  email: 'admin@stint.local',
};

/**
 * Makes the first organization with one administrator when there is none yet; answers whether it did. Several
 * processes may start at once.
 */
export async function ensureFirstOrganization(
  database: Database<Tables>,
  first: FirstOrganization = firstOrganization,
): Promise<boolean> {
  return oneAtATime(database, async (transaction) => {
    if (await transaction.selectFrom('organization').select(sql`1`.as('one')).limit(1).executeTakeFirst())
      return false;
    const organizationId = await makeOrganization(transaction, {
      name: first.name,
      slug: first.slug,
      isDefault: true,
    });
    const id = uuid();
    await transaction
      .insertInto('person')
      .values({
        organization_id: organizationId,
        id,
        unique_name: first.email,
        email: first.email,
        display_name: 'Administrator',
        role: 'Administrator',
      })
      .execute();
    const source = { personId: null, via: 'job', address: null } as const;
    const after = { email: first.email, role: 'Administrator' };
    await audit(transaction, organizationId, source, {
      action: 'create',
      entity: 'person',
      entityId: id,
      after,
    });
    return true;
  });
}
