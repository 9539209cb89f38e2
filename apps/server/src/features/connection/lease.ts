import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import type { ConnectionState } from './store.ts';

/** Seconds without a sign of life after which another process takes over. */
const LEASE = 60;

/** A connection that this process alone reads until the lease ends. */
export interface Lease {
  organizationId: string;
  url: string;
  sealedPat: Buffer;
  revisionsToken: string | null;
  linksToken: string | null;
  /** Instant with microseconds; only who holds the lease knows it, so it tells whether one still does. */
  leasedUntil: string;
}

/** The lease ended, or the connection was changed or removed: what was read must not be stored any more. */
export class LeaseLostError extends Error {}

/**
 * Takes connections that nobody reads and whose pause is over; `leased_until` is both, the time before which no
 * process reads.
 */
export async function takeLeases(db: Db, atMost: number): Promise<Lease[]> {
  const { rows } = await sql<Lease>`
    update azure_devops_connection set leased_until = now() + ${LEASE}::integer * interval '1 second'
    where organization_id in (
      select organization_id from azure_devops_connection
      where leased_until is null or leased_until <= now()
      order by leased_until nulls first limit ${atMost} for update skip locked)
    returning organization_id as "organizationId", url, sealed_pat as "sealedPat", leased_until as "leasedUntil",
      revisions_token as "revisionsToken", links_token as "linksToken"`.execute(db);
  return rows;
}

/**
 * Stores how far was read and holds on, in the transaction of what was read; answers the lease's new end.
 * LeaseLostError when it is not ours any more.
 */
export async function saveProgress(
  db: Db,
  lease: Lease,
  tokens: { revisionsToken?: string; linksToken?: string },
): Promise<string> {
  const { rows } = await sql<{ leasedUntil: string }>`
    update azure_devops_connection set
      leased_until = clock_timestamp() + ${LEASE}::integer * interval '1 second',
      revisions_token = coalesce(${tokens.revisionsToken ?? null}::text, revisions_token),
      links_token = coalesce(${tokens.linksToken ?? null}::text, links_token)
    where organization_id = ${lease.organizationId}::uuid and leased_until = ${lease.leasedUntil}::timestamptz
    returning leased_until as "leasedUntil"`.execute(db);
  const [row] = rows;
  if (!row) throw new LeaseLostError();
  return row.leasedUntil;
}

/** How a reading ended. */
export interface Outcome {
  /** Null leaves the state as it is. */
  state: ConnectionState | null;
  /** For administrators; null when all is well. */
  message: string | null;
  isComplete: boolean;
  /** Seconds until the next reading. */
  pause: number;
}

/** Ends a lease; nothing happens when it is not ours any more. */
export async function endLease(
  db: Db,
  lease: Lease,
  { state, message, isComplete, pause }: Outcome,
): Promise<void> {
  await sql`
    update azure_devops_connection set
      leased_until = now() + ${pause}::double precision * interval '1 second',
      state = coalesce(${state}::text, state), message = ${message}::text,
      last_read_at = case when ${isComplete}::boolean then now() else last_read_at end
    where organization_id = ${lease.organizationId}::uuid and leased_until = ${lease.leasedUntil}::timestamptz`.execute(
    db,
  );
}
