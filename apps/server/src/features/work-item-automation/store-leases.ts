import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** Seconds after which a try that nobody ended is made again, by any process; longer than the tries of a batch may take. */
const LEASE = 300;
/** Work items of one organization in one go. */
const AT_ONCE = 50;

/** A change of Remaining Work from before it is sent until its answer is noted. */
export interface Intent {
  /** The revision that it changes. */
  rev: number;
  /** How much of what is owed it takes off. */
  seconds: number;
  /** The overrun after it, in seconds. */
  overrun: number;
  fields: Record<string, number>;
  /** Set once Azure DevOps has answered it with a fault: at the same revision still, it was not made and need not be sent again. */
  isAnswered?: true;
}

/** A work item that this process alone writes now. */
export interface Lease {
  organizationId: string;
  workItemId: number;
  owed: number;
  overrun: number;
  asked: number;
  /** This try's number; a later try by another process has another one. */
  attempts: number;
  failures: number;
  intent: Intent | null;
}

/** What an organization has to write, and where. */
export interface Batch {
  organizationId: string;
  url: string;
  sealedPat: Buffer;
  leases: Lease[];
}

/**
 * Takes work items that are due, of organizations whose Azure DevOps answers and that are not `busy` here; what is booked now comes
 * before what was booked in the past.
 */
export async function takeBatches(
  system: Db,
  { busy, atMost }: { busy: readonly string[]; atMost: number },
): Promise<Batch[]> {
  const { rows } = await sql<Batch>`
    with due as (
      select due.* from (
        select organization_id from azure_devops_connection c
        where state in ('connected', 'reading') and organization_id <> all(${busy}::uuid[])
          and exists (select from work_item_write w
            where w.organization_id = c.organization_id and w.next_attempt_at <= now())
        limit ${atMost}
      ) c cross join lateral (
        select organization_id, work_item_id from work_item_write
        where organization_id = c.organization_id and next_attempt_at <= now()
        order by recomputed_project is not null, next_attempt_at limit ${AT_ONCE} for update skip locked
      ) due
    ), taken as (
      update work_item_write w set attempts = w.attempts + 1, tried_at = now(),
        next_attempt_at = now() + ${LEASE}::integer * interval '1 second'
      from due where w.organization_id = due.organization_id and w.work_item_id = due.work_item_id
      returning w.*
    )
    select c.organization_id as "organizationId", c.url, c.sealed_pat as "sealedPat", jsonb_agg(jsonb_build_object(
      'organizationId', t.organization_id, 'workItemId', t.work_item_id, 'owed', t.owed_seconds,
      'overrun', t.overrun_seconds, 'asked', t.asked, 'attempts', t.attempts, 'failures', t.failures,
      'intent', t.intent)) as leases
    from taken t join azure_devops_connection c using (organization_id)
    group by c.organization_id`.execute(system);
  return rows;
}

/** Notes what is about to be sent; false when another process writes the item now, so that it must not be sent. */
export async function saveIntent(system: Db, lease: Lease, intent: Intent | null): Promise<boolean> {
  const result = await ours(system, lease)
    .set({ intent: intent && JSON.stringify(intent) })
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How a try ended well. */
export interface Ending {
  outcome: 'written' | 'same' | 'noField' | 'gone';
  /** Seconds that are owed no more. */
  settled: number;
  overrun: number;
}

/** Notes a try that ended well; what was booked meanwhile is written in so many seconds. */
export async function endWritten(system: Db, lease: Lease, ending: Ending, settle: number): Promise<void> {
  const isAll = sql<boolean>`asked = ${lease.asked}`;
  const soon = sql`now() + ${settle}::double precision * interval '1 second'`;
  await ours(system, lease)
    .set({
      ...settledBy(ending),
      outcome: ending.outcome,
      fault: null,
      failures: 0,
      next_attempt_at: sql<string | null>`case when ${isAll} then null else ${soon} end`,
      recomputed_project: sql<string | null>`case when ${isAll} then null else recomputed_project end`,
      ...(ending.outcome === 'written' && { written_at: sql<string>`now()` }),
    })
    .execute();
}

/** Notes that a change was made, in the midst of a try; false when another process writes the item now. */
export async function settle(
  system: Db,
  lease: Lease,
  { seconds, overrun }: Pick<Intent, 'seconds' | 'overrun'>,
): Promise<boolean> {
  const result = await ours(system, lease)
    .set({ ...settledBy({ settled: seconds, overrun }), written_at: sql<string>`now()` })
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Notes a try that failed; the next one is in so many seconds, or with the next booking (null). */
export async function endFailed(
  system: Db,
  lease: Lease,
  { fault, pause }: { fault: string; pause: number | null },
): Promise<void> {
  const next = pause === null ? null : sql<string>`now() + ${pause}::double precision * interval '1 second'`;
  await ours(system, lease)
    .set({ outcome: 'failed', fault, failures: lease.failures + 1, next_attempt_at: next })
    .set({ intent: sql<string | null>`intent || '{"isAnswered": true}'` })
    .$if(pause === null, (query) => query.set({ recomputed_project: null }))
    .execute();
}

/** Gives tries back that were not made, for reasons that are not the work item's; they are due in so many seconds. */
export async function giveBack(system: Db, leases: readonly Lease[], pause: number): Promise<void> {
  for (const lease of leases) {
    await ours(system, lease)
      .set({ next_attempt_at: sql<string>`now() + ${pause}::double precision * interval '1 second'` })
      .execute();
  }
}

function settledBy({ settled, overrun }: Pick<Ending, 'settled' | 'overrun'>) {
  return {
    owed_seconds: sql<number>`owed_seconds - ${settled}::bigint`,
    overrun_seconds: overrun,
    intent: null,
  };
}

function ours(system: Db, lease: Lease) {
  return system
    .updateTable('work_item_write')
    .where('organization_id', '=', lease.organizationId)
    .where('work_item_id', '=', lease.workItemId)
    .where('attempts', '=', lease.attempts);
}
