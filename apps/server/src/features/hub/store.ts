import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** Says that this process wants to be told, and how; again and again, because silence counts as death. */
export async function announceProcess(system: Db, id: string, carrier: 'notify' | 'table'): Promise<void> {
  await sql`insert into live_process (id, carrier) values (${id}, ${carrier})
    on conflict (id) do update set seen_at = now(), carrier = excluded.carrier`.execute(system);
}

/** Says that it no longer does. */
export async function withdrawProcess(system: Db, id: string): Promise<void> {
  await system.deleteFrom('live_process').where('id', '=', id).execute();
}

/** Forgets processes that died, and events that nobody took: whoever missed them looks at everything again. */
export async function sweepLive(system: Db): Promise<void> {
  await sql`delete from live_process where seen_at < now() - interval '2 minutes'`.execute(system);
  await sql`delete from live_event where created_at < now() - interval '10 minutes'`.execute(system);
}

/** Takes events, the oldest first; others may take others at the same time. */
export async function takeEvents(transaction: Db, count: number): Promise<string[]> {
  const { rows } = await sql<{ event: string }>`
    with taken as (
      select organization_id, id from live_event order by created_at limit ${count} for update skip locked
    )
    delete from live_event e using taken
    where e.organization_id = taken.organization_id and e.id = taken.id
    returning e.event`.execute(transaction);
  return rows.map(({ event }) => event);
}
