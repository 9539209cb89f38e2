import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** Bookings that one transaction takes. */
const BATCH = 1000;

/**
 * Turns noted bookings into work items to be written, one for many bookings; all or nothing for each batch. Several processes take
 * different ones. `system` must see every organization.
 * @param settle seconds that more bookings of a work item are waited for
 */
export async function foldBookings(system: Db, settle: number): Promise<void> {
  for (let taken = BATCH; taken === BATCH; ) taken = await foldBatch(system, settle);
}

/**
 * One batch; answers how many bookings it took. Only where Remaining Work is reduced is anything owed; a work item that our copy does
 * not know yet may be of any project.
 */
async function foldBatch(system: Db, settle: number): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    with taken as (
      delete from work_item_booking b using (
        select organization_id, id from work_item_booking limit ${BATCH} for update skip locked
      ) first
      where b.organization_id = first.organization_id and b.id = first.id
      returning b.organization_id, b.work_item_id, b.seconds
    ), summed as (
      select t.organization_id, t.work_item_id, sum(t.seconds) as seconds,
        coalesce(bool_or(a.reduces_remaining), bool_or(i.id is null)) as reduces
      from taken t
      left join work_item i on i.organization_id = t.organization_id and i.id = t.work_item_id
      left join work_item_automation a on a.organization_id = i.organization_id and a.project = i.project
      where i.id is null or a.reduces_remaining or a.sets_completed
      group by t.organization_id, t.work_item_id
    ), folded as (
      insert into work_item_write as w (organization_id, work_item_id, owed_seconds, next_attempt_at)
      select organization_id, work_item_id, case when reduces then seconds else 0 end,
        now() + ${settle}::double precision * interval '1 second'
      from summed order by organization_id, work_item_id
      on conflict (organization_id, work_item_id) do update set asked = w.asked + 1,
        owed_seconds = w.owed_seconds + excluded.owed_seconds,
        next_attempt_at = coalesce(w.next_attempt_at, excluded.next_attempt_at)
    )
    select count(*)::integer as taken from taken`.execute(system);
  return rows[0]?.taken ?? 0;
}
