import type { WallDate } from '../brands.ts';
import { daysBetween } from '../time/wall.ts';

/** Days before a token ends on which administrators are warned (product.md, Settings). */
const WARNINGS = [30, 7, 1] as const;

/** How near the end of a token is. */
export interface Expiry {
  /** Whole days until its last one, negative afterwards. */
  readonly days: number;
  /** The warning that has been reached last: 30, 7, 1, or 0 once it has ended; null before the first. */
  readonly warning: 30 | 7 | 1 | 0 | null;
}

/** How near the day is on which a token ends. */
export function expiryOf(expires: WallDate, today: WallDate): Expiry {
  const days = daysBetween(today, expires);
  if (days < 0) return { days, warning: 0 };
  return { days, warning: WARNINGS.findLast((each) => days <= each) ?? null };
}
