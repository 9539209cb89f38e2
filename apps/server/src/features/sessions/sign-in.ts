import { createHash } from 'node:crypto';
import { inTransaction } from '../../database/transaction.ts';
import type { Db, Source } from '../../http/asked.ts';
import { isPassword } from '../../identity/passwords.ts';
import { beginSession, type NewSession } from '../../identity/sessions.ts';
import { takeSignInLink } from '../../identity/sign-in-links.ts';
import type { Attempts } from '../../quotas/attempts.ts';
import { countGuess, type Guesser } from '../../quotas/guesses.ts';
import { Refusal } from '../../refusal.ts';
import { findAccount } from './store.ts';

/** From which browser a session begins. */
export interface Visit extends Pick<NewSession, 'userAgent' | 'replaces'> {
  db: Db;
  organizationId: string;
  source: Source;
}

/**
 * Signs in with e-mail and password; answers the session's secret. UnauthorizedError says the same for an unknown
 * e-mail and a wrong password; QuoteExceededError after too many wrong ones for the account or from the address.
 */
export async function signInWithPassword(
  attempts: Attempts,
  visit: Visit,
  email: string,
  password: string,
): Promise<string> {
  const { db, organizationId, source } = visit;
  const guessers = passwordGuessers(email, source.address);
  const forgive = await countGuess(attempts, organizationId, guessers, 'passwords');
  const account = await findAccount(db, organizationId, email.trim());
  if (!(await isPassword(password, account?.passwordHash ?? null)) || !account) {
    throw new Refusal('UnauthorizedError', 'The e-mail or the password is wrong.');
  }
  await forgive();
  return begin(visit, account.personId, 'password');
}

/** Signs in with a one-time link's secret; answers the session's secret. */
export async function signInByLink(visit: Visit, linkSecret: string): Promise<string> {
  return inTransaction(visit.db, async (transaction) => {
    const personId = await takeSignInLink(transaction, visit.organizationId, linkSecret);
    if (personId !== null) return begin({ ...visit, db: transaction }, personId, 'link');
    throw new Refusal(
      'UnauthorizedError',
      'This link is not valid: it was used already, or is older than 24 hours. Ask an administrator for a new one.',
    );
  });
}

/** Whose wrong passwords are counted. What was typed as an e-mail is kept as a hash only: it may be a password. */
export function passwordGuessers(email: string, address: string | null): Guesser[] {
  const account = createHash('sha256').update(email.trim().toLowerCase()).digest('base64');
  return [
    { subject: `passwords for ${account}`, most: 10 },
    { subject: `passwords from ${address ?? ''}`, most: 50 },
  ];
}

async function begin(visit: Visit, personId: string, method: NewSession['method']): Promise<string> {
  const { db, organizationId, source, userAgent, replaces } = visit;
  return beginSession(db, source, { organizationId, personId, method, userAgent, replaces });
}
