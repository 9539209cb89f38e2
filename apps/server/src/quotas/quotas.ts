import type { Attempts } from './attempts.ts';
import { createLease, type Lease } from './lease.ts';
import { type Limit, ORGANIZATION_FACTOR, type QuotaPreset, quotaPresets } from './presets.ts';

export interface Verdict {
  /** The limit that refuses the request; null when it is accepted. */
  exceeded: Exceeded | null;
  /** How long an accepted request waits: one slows down before one refuses (api.md 3.5). */
  delayMilliseconds: number;
}

/** A limit that was reached. */
export interface Exceeded extends Limit {
  preset: QuotaPreset;
  of: 'person' | 'organization';
  /** Whole seconds until the next try. */
  retryAfterSeconds: number;
}

export interface Quotas {
  /** Counts one request of a person under the organization's preset; null is the installation's. */
  take(organizationId: string, personId: string, preset: QuotaPreset | null): Promise<Verdict>;
}

const SLOW_FROM = 0.8;
const LONGEST_DELAY = 250;
const SWEEP_AT = 5_000;

/** The request limits of an installation, shared by its server processes through leased counts. */
export function createQuotas(attempts: Attempts, installationPreset: QuotaPreset): Quotas {
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
    async take(organizationId, personId, ownPreset) {
      const preset = ownPreset ?? installationPreset;
      let load = 0;
      for (const limit of quotaPresets[preset]) {
        for (const each of partsOf(limit, preset, personId)) {
          const lease = leaseOf(organizationId, each.subject, each);
          const retryAfterSeconds = await lease.take();
          if (retryAfterSeconds !== null) {
            const { requests, seconds, of } = each;
            return { exceeded: { preset, requests, seconds, of, retryAfterSeconds }, delayMilliseconds: 0 };
          }
          load = Math.max(load, lease.load());
        }
      }
      const excess = Math.max(0, load - SLOW_FROM) / (1 - SLOW_FROM);
      return { exceeded: null, delayMilliseconds: Math.round(excess * LONGEST_DELAY) };
    },
  };
}

/** A limit as it holds for a person and for their organization. Each preset counts anew, so that another one holds at once. */
function partsOf(limit: Limit, preset: QuotaPreset, personId: string) {
  return [
    { ...limit, of: 'person', subject: `${preset} requests of ${personId}` },
    {
      seconds: limit.seconds,
      requests: limit.requests * ORGANIZATION_FACTOR,
      of: 'organization',
      subject: `${preset} requests`,
    },
  ] as const;
}
