import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** A person with a local account, as signing in needs it; the hash is null before a password was set. */
export interface Account {
  personId: string;
  passwordHash: string | null;
}

/** The person with this e-mail, in any letter case. */
export async function findAccount(db: Db, organizationId: string, email: string): Promise<Account | null> {
  const row = await accounts(db, organizationId)
    .where(sql`lower(person.email)`, '=', email.toLowerCase())
    .executeTakeFirst();
  return row ? { personId: row.id, passwordHash: row.hash } : null;
}

/** The stored hash of a person's password; null when none was set. */
export async function readPasswordHash(
  db: Db,
  organizationId: string,
  personId: string,
): Promise<string | null> {
  const row = await accounts(db, organizationId).where('person.id', '=', personId).executeTakeFirst();
  return row?.hash ?? null;
}

function accounts(db: Db, organizationId: string) {
  return db
    .selectFrom('person')
    .leftJoin('password', (join) =>
      join
        .onRef('password.organization_id', '=', 'person.organization_id')
        .onRef('password.person_id', '=', 'person.id'),
    )
    .where('person.organization_id', '=', organizationId)
    .select(['person.id', 'password.hash']);
}

/** Stores a person's password; links that were made to set it are worth nothing any more. */
export async function writePasswordHash(
  db: Db,
  organizationId: string,
  personId: string,
  hash: string,
): Promise<void> {
  await db
    .insertInto('password')
    .values({ organization_id: organizationId, person_id: personId, hash })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'person_id'])
        .doUpdateSet({ hash, changed_at: sql<string>`now()` }),
    )
    .execute();
  await db
    .updateTable('sign_in_link')
    .set({ used_at: sql<string>`now()` })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
}

/** The person's sessions that are open, the last seen first. */
export async function readSessions(db: Db, organizationId: string, personId: string) {
  return db
    .selectFrom('session')
    .select(['id', 'created_at', 'last_seen_at', 'user_agent'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends one session of a person; answers whether there was one. */
export async function deleteSession(
  db: Db,
  organizationId: string,
  personId: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all other sessions of a person; the one that is kept counts as begun with the password from now on. */
export async function keepOnlySession(
  db: Db,
  organizationId: string,
  personId: string,
  id: string,
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('id', '<>', id)
    .execute();
  await db
    .updateTable('session')
    .set({ method: 'password' })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** Whether the organization has this person, not erased. */
export async function personExists(db: Db, organizationId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
