import type { Attempts } from './attempts.ts';
import type { Limit } from './presets.ts';

/** A part of a shared limit that this process may spend without asking again. */
export interface Lease {
  /** Takes one request; `null` when it may go on, else the seconds until the window ends. */
  take(): Promise<number | null>;
  /** Part of the limit that is used up in this window, 0 … 1, as far as this process knows. */
  load(): number;
  /** Whether nothing is left of it that matters. */
  isOver(): boolean;
}

/**
 * Leases parts of a limit from the shared counter: a quarter of what is left, down to single requests, so that a
 * window of n requests costs about 4·log n small writes. Together the processes never exceed the limit.
 */
export function createLease(
  attempts: Attempts,
  organizationId: string,
  subject: string,
  limit: Limit,
): Lease {
  let left = 0;
  let used = 0;
  let windowEnd = 0;
  let refill: Promise<void> | null = null;

  async function lease(): Promise<void> {
    const known = Date.now() < windowEnd ? used : 0;
    const amount = Math.max(1, Math.floor((limit.requests - known) / 4));
    const count = await attempts.add(organizationId, subject, limit.seconds, amount);
    windowEnd = Date.now() + count.secondsLeft * 1000;
    used = Math.min(count.used, limit.requests);
    left = Math.max(0, Math.min(amount, limit.requests - (count.used - amount)));
  }

  return {
    async take() {
      for (;;) {
        if (Date.now() < windowEnd) {
          if (left > 0) {
            left -= 1;
            return null;
          }
          if (used >= limit.requests) return Math.max(1, Math.ceil((windowEnd - Date.now()) / 1000));
        }
        refill ??= lease().finally(() => {
          refill = null;
        });
        await refill;
      }
    },
    load: () => (Date.now() < windowEnd ? (used - left) / limit.requests : 0),
    isOver: () => Date.now() >= windowEnd,
  };
}
