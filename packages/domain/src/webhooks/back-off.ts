import { type Seconds, seconds } from '../brands.ts';

const MINUTE = 60;
const HOUR = 3600;

/** The pauses between the tries of a delivery, as Standard Webhooks recommends them. */
const DELAYS: readonly Seconds[] = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR].map(
  seconds,
);

/** How long to wait after the failed try number `attempt`, from 1 on; null: the delivery is given up. Jitter is the caller's. */
export function retryDelay(attempt: number): Seconds | null {
  return DELAYS[attempt - 1] ?? null;
}
