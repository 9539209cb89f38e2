import { sql } from 'kysely';
import type { Db } from '../http/asked.ts';
import { hashSecret, newSecret } from './secrets.ts';

export interface SignInLink {
  url: string;
  /** RFC 3339, UTC. */
  expires: string;
}

/**
 * Makes a one-time link with which a person signs in and sets a password; valid for 24 hours. The secret stands behind
 * the `#`, so browsers send it to no server and no proxy logs it.
 */
export async function makeSignInLink(
  db: Db,
  organizationId: string,
  personId: string,
  publicUrl: string,
): Promise<SignInLink> {
  const secret = newSecret();
  const { expires_at: expires } = await db
    .insertInto('sign_in_link')
    .values({
      organization_id: organizationId,
      secret_hash: hashSecret(secret),
      person_id: personId,
      expires_at: sql<string>`now() + interval '24 hours'`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return { url: `${publicUrl}/sign-in#link=${secret}`, expires };
}

/** Uses a link up; answers its person, or null when it is unknown, used or expired. Of several tries at once one wins. */
export async function takeSignInLink(db: Db, organizationId: string, secret: string): Promise<string | null> {
  const taken = await db
    .updateTable('sign_in_link')
    .set({ used_at: sql<string>`now()` })
    .where('organization_id', '=', organizationId)
    .where('secret_hash', '=', hashSecret(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .returning('person_id')
    .executeTakeFirst();
  return taken?.person_id ?? null;
}
