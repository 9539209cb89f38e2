import type { WallDate } from '@stint/domain';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** What was booked in a week, in seconds. */
export interface Tracked {
  tracked: number;
  billable: number;
}

const NOTHING: Tracked = { tracked: 0, billable: 0 };

/**
 * What people booked in weeks, in seconds. A worklog counts in the week in which it begins by its owner's clock, as it does
 * for the lock of the week.
 */
export async function trackedIn(
  db: Db,
  organizationId: string,
  weeks: readonly { personId: string; start: WallDate }[],
): Promise<(week: { personId: string; start: WallDate }) => Tracked> {
  const personIds = weeks.map(({ personId }) => personId);
  const starts = weeks.map(({ start }) => start);
  const { rows } = await sql<Tracked & { personId: string; start: WallDate }>`
    select week.person_id as "personId", week.start, sum(w.seconds) as tracked, coalesce(sum(w.billable_seconds), 0) as billable
    from unnest(${personIds}::uuid[], ${starts}::date[]) as week (person_id, start)
    join work_log w on w.organization_id = ${organizationId} and w.person_id = week.person_id and w.deleted_at is null
      and w.local_started_at >= week.start and w.local_started_at < week.start + 7
    group by week.person_id, week.start`.execute(db);
  const found = new Map(rows.map((row) => [`${row.personId} ${row.start}`, row]));
  return ({ personId, start }) => found.get(`${personId} ${start}`) ?? NOTHING;
}
