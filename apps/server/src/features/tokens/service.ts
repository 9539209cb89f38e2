import type { AnswerOf, calls } from '@stint/contract';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Db, Source } from '../../http/asked.ts';
import type { Principal } from '../../identity/principals.ts';
import { hashSecret, newSecret } from '../../identity/secrets.ts';
import { notFound } from '../../refusal.ts';
import { endToken, insertToken } from './store.ts';

/** Tokens begin with this, so that scanners for leaked secrets know them. */
const PREFIX = 'stint_';

/** Whose token it is. */
type Owner = Pick<Principal, 'organizationId' | 'id' | 'displayName'>;

/** Makes an API token of one year for a person; the answer is the only place where its value ever stands. */
export async function makeToken(
  db: Db,
  source: Source,
  owner: Owner,
  name: string,
): Promise<AnswerOf<typeof calls.addToken>> {
  const { organizationId, id: personId } = owner;
  const id = uuid();
  const token = PREFIX + newSecret();
  return inTransaction(db, async (transaction) => {
    const term = await insertToken(transaction, {
      organizationId,
      id,
      personId,
      name,
      secretHash: hashSecret(token),
    });
    const after = { name, expires: term.expires };
    await audit(transaction, organizationId, source, {
      action: 'create',
      entity: 'token',
      entityId: id,
      after,
    });
    return { id, name, userId: personId, userName: owner.displayName, ...term, lastUsed: null, token };
  });
}

/** Ends one of the caller's tokens, or anyone's when the caller is an administrator; EntityNotFound for any other. */
export async function revokeToken(db: Db, source: Source, principal: Principal, id: string): Promise<void> {
  const { organizationId } = principal;
  const owner = principal.role === 'Administrator' ? null : principal.id;
  await inTransaction(db, async (transaction) => {
    const before = await endToken(transaction, organizationId, id, owner);
    if (before === null) throw notFound('token', id);
    await audit(transaction, organizationId, source, {
      action: 'delete',
      entity: 'token',
      entityId: id,
      before,
    });
  });
}
