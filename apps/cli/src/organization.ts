import type { Tables } from '@stint/server/tables';
import type { Kysely } from 'kysely';
import { CommandError } from './faults.ts';

/**
 * Finds an organization by its slug in any letter case, or the default one.
 * @throws CommandError when there is none.
 */
export async function findOrganization(
  system: Kysely<Tables>,
  slug: string | undefined,
): Promise<{ id: string; slug: string; name: string }> {
  let query = system.selectFrom('organization').select(['id', 'slug', 'name']);
  if (slug !== undefined) query = query.where('slug', '=', slug.toLowerCase());
  const found = await query.orderBy('is_default', 'desc').orderBy('created_at').limit(1).executeTakeFirst();
  if (found) return found;
  throw new CommandError(`There is no organization${slug ? ` "${slug}"` : ' yet'}.`);
}
