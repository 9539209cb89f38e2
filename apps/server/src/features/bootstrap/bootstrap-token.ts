import type { Database } from '@stint/postgres';
import { sql, type Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import type { Tables } from '../../database/tables.ts';
import { hashSecret } from '../../identity/secrets.ts';
import { findFirstAdministrator, type FirstAdministrator } from './administrator.ts';
import { oneAtATime } from './one-at-a-time.ts';

const NAME = 'bootstrap';
const source = { personId: null, via: 'job', address: null } as const;

/**
 * Makes `STINT_BOOTSTRAP_TOKEN` an API token of the first administrator, good for a year from this start, and revokes
 * the one that an earlier value has made; without a value only the latter. The same start may happen several times and
 * in several processes.
 */
export async function ensureBootstrapToken(
  database: Database<Tables>,
  token: string | null,
  email: string,
): Promise<void> {
  await oneAtATime(database, async (transaction) => {
    const administrator = await findFirstAdministrator(transaction, email);
    if (administrator === null) return;
    const hash = token === null ? null : hashSecret(token);
    await revokeOthers(transaction, administrator, hash);
    if (hash !== null) await keep(transaction, administrator, hash);
  });
}

async function revokeOthers(
  transaction: Transaction<Tables>,
  { organizationId, personId }: FirstAdministrator,
  hash: Buffer | null,
): Promise<void> {
  let query = transaction
    .updateTable('api_token')
    .set({ revoked_at: sql<string>`now()` })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('name', '=', NAME)
    .where('revoked_at', 'is', null);
  if (hash !== null) query = query.where('secret_hash', '<>', hash);
  for (const { id } of await query.returning('id').execute()) {
    const entry = { action: 'delete', entity: 'token', entityId: id, before: { name: NAME } };
    await audit(transaction, organizationId, source, entry);
  }
}

async function keep(
  transaction: Transaction<Tables>,
  { organizationId, personId }: FirstAdministrator,
  hash: Buffer,
): Promise<void> {
  const id = uuid();
  const term = { expires_at: sql<string>`now() + interval '1 year'`, revoked_at: null };
  const kept = await transaction
    .insertInto('api_token')
    .values({
      organization_id: organizationId,
      id,
      secret_hash: hash,
      person_id: personId,
      name: NAME,
      ...term,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'secret_hash']).doUpdateSet(term))
    .returning('id')
    .executeTakeFirstOrThrow();
  if (kept.id !== id) return;
  const entry = { action: 'create', entity: 'token', entityId: id, after: { name: NAME } };
  await audit(transaction, organizationId, source, entry);
}
