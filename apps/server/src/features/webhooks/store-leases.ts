import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** Seconds after which a try that nobody ended is made again, by any process; longer than a try may take. */
const LEASE = 60;
/** Deliveries to one webhook under way at the same time in one process. */
const AT_ONCE = 4;

/** A delivery that this process alone tries to send now. */
export interface Lease {
  organizationId: string;
  id: string;
  webhookId: string;
  eventId: string;
  body: string;
  /** This try's number, from 1 on; a later try by another process has another one. */
  attempt: number;
  url: string;
  sealedSecret: Buffer;
  actorId: string | null;
  actorName: string | null;
  actorEmail: string | null;
}

/** Takes deliveries that are due, a few of each webhook but none of those that are `busy` here. */
export async function takeLeases(
  system: Db,
  { busy, atMost }: { busy: readonly string[]; atMost: number },
): Promise<Lease[]> {
  const { rows } = await sql<Lease>`
    with due as (
      select due.* from webhook w cross join lateral (
        select organization_id, id from webhook_delivery
        where organization_id = w.organization_id and webhook_id = w.id and state = 'pending' and next_attempt_at <= now()
        order by next_attempt_at limit ${AT_ONCE} for update skip locked) due
      where w.is_enabled and w.id <> all(${busy}::uuid[])
      limit ${atMost}
    ), taken as (
      update webhook_delivery d set attempts = d.attempts + 1, last_attempt_at = now(),
        next_attempt_at = now() + ${LEASE}::integer * interval '1 second'
      from due where d.organization_id = due.organization_id and d.id = due.id
      returning d.*
    )
    select d.organization_id as "organizationId", d.id, d.webhook_id as "webhookId", d.event_id as "eventId", d.body,
      d.attempts as attempt, w.url, w.sealed_secret as "sealedSecret", p.id as "actorId",
      p.display_name as "actorName", p.email as "actorEmail"
    from taken d
    join webhook w on w.organization_id = d.organization_id and w.id = d.webhook_id
    left join person p on p.organization_id = d.organization_id
      and p.id = (d.body::jsonb #>> '{data,actor,id}')::uuid`.execute(system);
  return rows;
}

/** Notes a delivery as done, also when the lease has ended meanwhile: the receiver has it. */
export async function endDelivered(system: Db, lease: Lease, status: number | null): Promise<void> {
  await of(system, lease)
    .set({ state: 'delivered', next_attempt_at: null, response_status: status, fault: null })
    .execute();
}

/** Notes a failed try; the next one is in so many seconds, or never (null). */
export async function endFailed(
  system: Db,
  lease: Lease,
  { status, fault, pause }: { status: number | null; fault: string | null; pause: number | null },
): Promise<void> {
  const next = pause === null ? null : sql<string>`now() + ${pause}::double precision * interval '1 second'`;
  await of(system, lease)
    .set({
      state: pause === null ? 'failed' : 'pending',
      next_attempt_at: next,
      response_status: status,
      fault,
    })
    .where('attempts', '=', lease.attempt)
    .execute();
}

/** Gives a try back that was not made to its end. */
export async function giveBack(system: Db, lease: Lease): Promise<void> {
  await of(system, lease)
    .set({ attempts: lease.attempt - 1, next_attempt_at: sql<string>`now()` })
    .where('attempts', '=', lease.attempt)
    .execute();
}

/** Forgets deliveries that were made more than so many days ago. */
export async function sweepDeliveries(system: Db, days: number): Promise<void> {
  await system
    .deleteFrom('webhook_delivery')
    .where('created_at', '<', sql<string>`now() - ${days}::integer * interval '1 day'`)
    .execute();
}

function of(system: Db, lease: Lease) {
  return system
    .updateTable('webhook_delivery')
    .where('organization_id', '=', lease.organizationId)
    .where('id', '=', lease.id)
    .where('state', '=', 'pending');
}
