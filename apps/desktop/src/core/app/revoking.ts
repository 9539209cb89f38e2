import { ApiError, revokeTokens } from '@stint/client';
import { withCollection } from '../connection/server-time.ts';
import type { ClockPort } from '../ports.ts';
import type { Pairings } from './pairings.ts';

const AGAIN_MILLISECONDS = 15 * 60_000;

export interface Revoking {
  /** Ends the tokens of removed pairings at their servers, as far as those answer now. */
  readonly now: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Whoever unpairs an organization here wants its tokens to be worth nothing, also when its server does not answer at that moment: it
 * is asked again until it does, also after a new start.
 */
export function createRevoking(
  pairings: Pick<Pairings, 'ended' | 'forgetEnded'>,
  clock: Pick<ClockPort, 'after'>,
  fetch: typeof globalThis.fetch,
): Revoking {
  let end: (() => void) | null = null;
  let isClosed = false;
  const revoke = async ({ id, address, tokens }: ReturnType<Pairings['ended']>[number]) => {
    try {
      await revokeTokens(
        { baseUrl: address.baseUrl, fetch: withCollection(fetch, address.collection) },
        tokens,
      );
    } catch (error) {
      const isAway =
        error instanceof ApiError && (error.status === 0 || error.status >= 500 || error.status === 429);
      // A server that refuses the question for good knows nothing of these tokens, or is an older one.
      if (isAway) return;
    }
    await pairings.forgetEnded(id);
  };
  const now = async () => {
    end?.();
    await Promise.all(pairings.ended().map(revoke));
    if (pairings.ended().length > 0 && !isClosed) end = clock.after(AGAIN_MILLISECONDS, () => void now());
  };
  return {
    now,
    close: () => {
      isClosed = true;
      end?.();
    },
  };
}
