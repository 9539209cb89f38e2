import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { audit } from '../audit.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Db, Source } from '../http/asked.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** A session ends this long after it was last seen: 14 days. */
export const SESSION_SECONDS = 14 * 86_400;

export interface NewSession {
  organizationId: string;
  personId: string;
  method: 'password' | 'link' | 'openid';
  userAgent: string;
  /** Secret of the session that the same browser had until now; it ends. */
  replaces: string | undefined;
}

/** Begins a session; answers its secret, always a new one, so that nobody can know it beforehand. */
export async function beginSession(db: Db, source: Source, session: NewSession): Promise<string> {
  const { organizationId, personId, method, userAgent, replaces } = session;
  const secret = newSecret();
  const id = uuid();
  await inTransaction(db, async (transaction) => {
    if (replaces !== undefined) {
      await transaction
        .deleteFrom('session')
        .where('organization_id', '=', organizationId)
        .where('secret_hash', '=', hashSecret(replaces))
        .execute();
    }
    await transaction
      .insertInto('session')
      .values({
        organization_id: organizationId,
        id,
        secret_hash: hashSecret(secret),
        person_id: personId,
        method,
        user_agent: userAgent.slice(0, 400),
        expires_at: sql<string>`now() + make_interval(secs => ${SESSION_SECONDS})`,
      })
      .execute();
    const by: Source = { ...source, personId, via: 'web' };
    await audit(transaction, organizationId, by, {
      action: 'signIn',
      entity: 'session',
      entityId: id,
      after: { method },
    });
  });
  return secret;
}
