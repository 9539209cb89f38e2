import type { PersonExport } from '@stint/contract';
import type { Db } from '../../http/asked.ts';

type SignIns = Pick<
  PersonExport,
  | 'externalIdentities'
  | 'hasPassword'
  | 'sessions'
  | 'tokens'
  | 'apps'
  | 'pairings'
  | 'signInLinks'
  | 'idempotencyKeys'
>;

/** How a person signs in and what they call with, without secrets or their hashes. */
export async function readSignIns(db: Db, organizationId: string, personId: string): Promise<SignIns> {
  const identities = await db
    .selectFrom('external_identity')
    .select(['issuer', 'subject'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('issuer')
    .execute();
  const passwords = await db
    .selectFrom('password')
    .select('changed_at')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .execute();
  const sessions = await db
    .selectFrom('session')
    .select([
      'id',
      'method',
      'user_agent as userAgent',
      'created_at as created',
      'last_seen_at as lastSeen',
      'expires_at as expires',
    ])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  const tokens = await db
    .selectFrom('api_token')
    .select([
      'id',
      'name',
      'created_at as created',
      'expires_at as expires',
      'last_used_at as lastUsed',
      'revoked_at as revoked',
    ])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  const apps = await db
    .selectFrom('paired_app')
    .select(['id', 'name', 'paired_at as paired', 'last_used_at as lastUsed', 'revoked_at as revoked'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return {
    externalIdentities: identities,
    hasPassword: passwords.length > 0,
    sessions,
    tokens,
    apps,
    ...(await readPassing(db, organizationId, personId)),
  };
}

/** What is kept for hours or days only. */
async function readPassing(
  db: Db,
  organizationId: string,
  personId: string,
): Promise<Pick<SignIns, 'pairings' | 'signInLinks' | 'idempotencyKeys'>> {
  const pairings = await db
    .selectFrom('pairing')
    .select(['app_name as appName', 'expires_at as expires', 'redeemed_at as redeemed'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('expires_at')
    .execute();
  const signInLinks = await db
    .selectFrom('sign_in_link')
    .select(['expires_at as expires', 'used_at as used'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('expires_at')
    .execute();
  const idempotencyKeys = await db
    .selectFrom('idempotency_key')
    .select(['key', 'status', 'created_at as created'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
  return { pairings, signInLinks, idempotencyKeys };
}
