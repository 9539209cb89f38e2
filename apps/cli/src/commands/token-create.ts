import { openDatabase, silentLog } from '@stint/postgres';
import type { Tables } from '@stint/server/tables';
import { makeToken } from '@stint/server/tokens';
import { type Kysely, sql } from 'kysely';
import { withDatabase } from '../database.ts';
import { CommandError } from '../faults.ts';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import { findOrganization } from '../organization.ts';
import type { Terminal } from '../terminal.ts';

export interface TokenOptions extends EnvironmentOptions {
  /** E-mail or unique name, in any letter case. */
  user: string;
  name: string;
  /** Slug; the default organization when absent. */
  organization?: string;
}

/** Makes an API token and prints nothing but its value on `stdout`. */
export async function createToken(options: TokenOptions, terminal: Terminal): Promise<void> {
  await withDatabase(environmentOf(options, terminal), 'existing', async (config) => {
    const database = openDatabase<Tables>(config, { log: silentLog, max: 1 });
    try {
      const owner = await findOwner(database.system, options);
      const source = { personId: null, via: 'cli', address: null } as const;
      const { token } = await makeToken(
        database.organization(owner.organizationId),
        source,
        owner,
        options.name,
      );
      terminal.stdout.write(`${token}\n`);
    } finally {
      await database.close();
    }
  });
}

async function findOwner(system: Kysely<Tables>, { user, organization }: TokenOptions) {
  const found = await findOrganization(system, organization);
  const wanted = user.trim().toLowerCase();
  const person = await system
    .selectFrom('person')
    .select(['organization_id as organizationId', 'id', 'display_name as displayName'])
    .where('organization_id', '=', found.id)
    .where(sql<boolean>`${wanted} in (lower(email), lower(unique_name))`)
    .limit(1)
    .executeTakeFirst();
  if (person) return person;
  throw new CommandError(`There is no user "${user}" in the organization "${found.slug}".`);
}
