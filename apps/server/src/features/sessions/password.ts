import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Db, Source } from '../../http/asked.ts';
import { hashPassword, isPassword } from '../../identity/passwords.ts';
import type { Principal } from '../../identity/principals.ts';
import type { Attempts } from '../../quotas/attempts.ts';
import { countGuess } from '../../quotas/guesses.ts';
import { Refusal, refusedValue } from '../../refusal.ts';
import { passwordGuessers } from './sign-in.ts';
import { keepOnlySession, readPasswordHash, writePasswordHash } from './store.ts';

export interface PasswordChange {
  current?: string;
  password: string;
}

/**
 * Sets the caller's password and ends the caller's other sessions. The current one is asked for when there is one and
 * the session did not begin with a link. A token alone cannot set one: who finds it must not get the account for good.
 */
export async function changePassword(
  attempts: Attempts,
  db: Db,
  source: Source,
  principal: Principal,
  change: PasswordChange,
): Promise<void> {
  const { organizationId, id: personId, credential } = principal;
  if (credential.kind !== 'session')
    throw new Refusal('AccessDenied', 'Sign in on the web to set a password.');
  if (principal.email === null)
    throw new Refusal('AccessDenied', 'A password goes with an e-mail, and yours is not known.');
  if (principal.sessionMethod !== 'link') await checkCurrent(attempts, db, source, principal, change.current);
  const hash = await hashPassword(change.password);
  await inTransaction(db, async (transaction) => {
    await writePasswordHash(transaction, organizationId, personId, hash);
    await keepOnlySession(transaction, organizationId, personId, credential.id);
    await audit(transaction, organizationId, source, {
      action: 'change',
      entity: 'password',
      entityId: personId,
    });
  });
}

async function checkCurrent(
  attempts: Attempts,
  db: Db,
  source: Source,
  { organizationId, id, email }: Principal,
  current: string | undefined,
): Promise<void> {
  const stored = await readPasswordHash(db, organizationId, id);
  if (stored === null) return;
  if (current === undefined) throw refusedValue('current', 'is required: your present password.');
  const guessers = passwordGuessers(email ?? '', source.address);
  const forgive = await countGuess(attempts, organizationId, guessers, 'passwords');
  if (!(await isPassword(current, stored))) throw refusedValue('current', 'is not your present password.');
  await forgive();
}
