import type { Attempts } from './attempts.ts';
import { createLease, type Lease } from './lease.ts';
import { type Limit, ORGANIZATION_FACTOR, type QuotaPreset, quotaPresets } from './presets.ts';

export interface Verdict {
  /** Seconds until the next try, when the request is refused. */
  retryAfterSeconds: number | null;
  /** How long an accepted request waits: one slows down before one refuses (api.md 3.5). */
  delayMilliseconds: number;
}

export interface Quotas {
  /** Counts one request of a person. */
  take(organizationId: string, personId: string): Promise<Verdict>;
}

const SLOW_FROM = 0.8;
const LONGEST_DELAY = 250;
const SWEEP_AT = 5_000;

/** The request limits of an installation, shared by its server processes through leased counts. */
export function createQuotas(attempts: Attempts, preset: QuotaPreset): Quotas {
  const limits: readonly Limit[] = quotaPresets[preset];
  const leases = new Map<string, Lease>();

  function leaseOf(organizationId: string, subject: string, limit: Limit): Lease {
    const key = `${organizationId} ${subject} ${limit.seconds}`;
    const known = leases.get(key);
    if (known) return known;
    if (leases.size >= SWEEP_AT) for (const [each, lease] of leases) if (lease.isOver()) leases.delete(each);
    const lease = createLease(attempts, organizationId, subject, limit);
    leases.set(key, lease);
    return lease;
  }

  return {
    async take(organizationId, personId) {
      let load = 0;
      for (const limit of limits) {
        const whole = { ...limit, requests: limit.requests * ORGANIZATION_FACTOR };
        for (const lease of [
          leaseOf(organizationId, `requests of ${personId}`, limit),
          leaseOf(organizationId, 'requests', whole),
        ]) {
          const wait = await lease.take();
          if (wait !== null) return { retryAfterSeconds: wait, delayMilliseconds: 0 };
          load = Math.max(load, lease.load());
        }
      }
      const excess = Math.max(0, load - SLOW_FROM) / (1 - SLOW_FROM);
      return { retryAfterSeconds: null, delayMilliseconds: Math.round(excess * LONGEST_DELAY) };
    },
  };
}
