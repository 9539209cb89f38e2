import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** The tokens of one person, or of everyone (null), that were not revoked; the newest first. */
export async function readTokens(db: Db, organizationId: string, personId: string | null) {
  let query = db
    .selectFrom('api_token')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organization_id', '=', 'api_token.organization_id')
        .onRef('person.id', '=', 'api_token.person_id'),
    )
    .select([
      'api_token.id',
      'api_token.name',
      'api_token.person_id as userId',
      'person.display_name as userName',
      'api_token.created_at as created',
      'api_token.expires_at as expires',
      'api_token.last_used_at as lastUsed',
    ])
    .where('api_token.organization_id', '=', organizationId)
    .where('api_token.revoked_at', 'is', null);
  if (personId !== null) query = query.where('api_token.person_id', '=', personId);
  return query.orderBy('api_token.created_at', 'desc').orderBy('api_token.id', 'desc').execute();
}

export interface NewToken {
  organizationId: string;
  id: string;
  personId: string;
  name: string;
  secretHash: Buffer;
}

/** Stores a token that is good for one year; answers when it begins and ends. */
export async function insertToken(db: Db, token: NewToken): Promise<{ created: string; expires: string }> {
  return db
    .insertInto('api_token')
    .values({
      organization_id: token.organizationId,
      id: token.id,
      secret_hash: token.secretHash,
      person_id: token.personId,
      name: token.name,
      expires_at: sql<string>`now() + interval '1 year'`,
    })
    .returning(['created_at as created', 'expires_at as expires'])
    .executeTakeFirstOrThrow();
}

/** Ends a token, of this person only or of anyone (null); answers whose it was and its name, or null. */
export async function endToken(db: Db, organizationId: string, id: string, personId: string | null) {
  let query = db
    .updateTable('api_token')
    .set({ revoked_at: sql<string>`now()` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null);
  if (personId !== null) query = query.where('person_id', '=', personId);
  return (await query.returning(['person_id as userId', 'name']).executeTakeFirst()) ?? null;
}
