import type { Database } from '@stint/postgres';
import type { Tables } from '../../database/tables.ts';
import { makeSignInLink, type SignInLink } from '../../identity/sign-in-links.ts';
import { findFirstAdministrator } from './administrator.ts';

/** A one-time link for the first administrator to set a password; null when there is one already. */
export async function firstSignInLink(
  database: Database<Tables>,
  publicUrl: string,
  email: string,
): Promise<SignInLink | null> {
  const administrator = await findFirstAdministrator(database.system, email);
  if (administrator === null || administrator.hasPassword) return null;
  const { organizationId, personId } = administrator;
  return makeSignInLink(database.organization(organizationId), organizationId, personId, publicUrl);
}
