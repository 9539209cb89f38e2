import { dayOf, type Instant, toWallTimeAtOffset, type WallDate } from '@stint/domain';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Db } from '../../http/asked.ts';
import { isoOf } from './days.ts';
import { rowOf, type StoredWeek, type Week, weekOf } from './week.ts';

/**
 * Lets nobody else write or decide about the time of these people until the transaction ends; read weeks after this, not
 * before. The order of ids keeps two requests from waiting for each other.
 */
export async function lockTimeOf(db: Db, organizationId: string, personIds: Iterable<string>): Promise<void> {
  for (const personId of [...new Set(personIds)].toSorted())
    await sql`select pg_advisory_xact_lock(time_lock_key(${organizationId}, ${personId}))`.execute(db);
}

/** The weeks with these ids. */
export async function findWeeks(
  db: Db,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, StoredWeek>> {
  if (ids.length === 0) return new Map();
  const rows = await weeks(db, organizationId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, weekOf(row)]));
}

/** A person's stored weeks that share a day with the range; both ends belong to it. */
export async function weeksWithin(
  db: Db,
  organizationId: string,
  personId: string,
  from: WallDate,
  to: WallDate,
): Promise<StoredWeek[]> {
  const rows = await weeks(db, organizationId)
    .where('person_id', '=', personId)
    .where('week_start', '<=', to)
    .where('week_end', '>=', from)
    .execute();
  return rows.map(weekOf);
}

/** Writes a week that was read under the lock, or a new one; answers it with its id and new version. */
export async function saveWeek(db: Db, organizationId: string, week: Week, now: number): Promise<StoredWeek> {
  const saved = { ...week, id: week.id ?? uuid(), version: week.version + 1, modifiedAt: isoOf(now) };
  const row = { organization_id: organizationId, ...rowOf(saved) };
  if (week.id === null) await db.insertInto('time_week').values(row).execute();
  else {
    await db
      .updateTable('time_week')
      .set(row)
      .where('organization_id', '=', organizationId)
      .where('id', '=', week.id)
      .execute();
  }
  await tellLive(db, organizationId, saved);
  return saved;
}

/** Tells a week's person, and all who may decide about it, when the transaction commits; those who are connected look again. */
async function tellLive(
  db: Db,
  organizationId: string,
  { personId, assignedManagerId }: Week,
): Promise<void> {
  await sql`
    select tell_live(person.organization_id, concat_ws(' ', 'week', person.organization_id, person.id))
    from person
    join person whose on whose.organization_id = person.organization_id and whose.id = ${personId}
    where person.organization_id = ${organizationId} and exists (select from live_process)
      and (person.is_global_approval_manager
        or person.id in (whose.id, whose.approval_manager_id, ${assignedManagerId}::uuid))`.execute(db);
}

/** The day to which the person's running track belongs, by the clock that it is booked with; null when none runs. */
export async function runningTrackDay(
  db: Db,
  organizationId: string,
  personId: string,
): Promise<WallDate | null> {
  const track = await db
    .selectFrom('track')
    .select(sql<{ startedAt: Instant; timeZoneMinutes: number }>`state #> '{tracking,run}'`.as('run'))
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('is_running', '=', true)
    .executeTakeFirst();
  return track ? dayOf(toWallTimeAtOffset(track.run.startedAt, track.run.timeZoneMinutes)) : null;
}

function weeks(db: Db, organizationId: string) {
  return db.selectFrom('time_week').selectAll().where('organization_id', '=', organizationId);
}
