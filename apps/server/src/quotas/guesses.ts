import { Refusal } from '../refusal.ts';
import type { Attempts } from './attempts.ts';

/** Somebody or something whose wrong guesses are counted. */
export interface Guesser {
  subject: string;
  /** Wrong guesses within the window. */
  most: number;
}

const WINDOW_SECONDS = 900;

/**
 * Counts a guess before it is looked at, so that many at once cannot slip through; QuoteExceededError when one of the
 * guessers has no more of them in this quarter of an hour. Call the answered function when the guess was right.
 */
export async function countGuess(
  attempts: Attempts,
  organizationId: string,
  guessers: readonly Guesser[],
  what: string,
): Promise<() => Promise<void>> {
  for (const { subject, most } of guessers) {
    const { used, secondsLeft } = await attempts.add(organizationId, subject, WINDOW_SECONDS, 1);
    if (used <= most) continue;
    const retryAfter = Math.max(1, Math.ceil(secondsLeft));
    throw new Refusal('QuoteExceededError', `Too many wrong ${what}; try again in ${retryAfter} s.`, {
      retryAfter,
    });
  }
  return async () => {
    const [account, ...others] = guessers;
    if (account) await attempts.forget(organizationId, account.subject);
    for (const { subject } of others) await attempts.add(organizationId, subject, WINDOW_SECONDS, -1);
  };
}
