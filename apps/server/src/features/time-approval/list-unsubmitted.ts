import type { calls, QueryOf, UnsubmittedWeek } from '@stint/contract';
import {
  type ApprovalState,
  approvalStart,
  LOCKED_STATES,
  openFrom,
  startOfDay,
  type WallDate,
  weekEnd,
  weekLock,
  weekStart,
} from '@stint/domain';
import { sql } from 'kysely';
import { userOf } from '../../identity/people.ts';
import type { Asking } from './act.ts';
import { todayIn } from '../../http/days.ts';
import { isoOf, readDays } from './days.ts';
import { findMembers } from './members.ts';
import { reachOf } from './policy.ts';
import { bounds } from './present.ts';
import { approvalRules } from './rules.ts';

interface Row {
  personId: string;
  start: WallDate;
  tracked: number;
  version: number;
  state: ApprovalState;
  isLocked: boolean | null;
}

/**
 * Weeks with time in them that ended and were not submitted, since approvals began; newest first, then by person. Whose: see
 * `listApprovals`. Nothing while the organization does not approve weeks. Lengths are seconds.
 */
export async function listUnsubmitted(
  asking: Asking,
  query: QueryOf<typeof calls.listUnsubmittedTimeWeeks>,
  now: number,
): Promise<UnsubmittedWeek[]> {
  const { db, organization } = asking;
  if (!organization.settings.approvalsEnabled) return [];
  const rows = await readWeeks(asking, query, now);
  const people = await findMembers(
    db,
    organization.id,
    rows.map(({ personId }) => personId),
  );
  const rules = approvalRules(organization.settings);
  return rows.flatMap((row) => {
    const person = people.get(row.personId);
    if (person === undefined) return [];
    const end = weekEnd(row.start);
    const today = todayIn(person.timeZone, now);
    return [
      {
        ...bounds({ start: row.start, end }),
        user: userOf(person, organization, query.$expand),
        trackedLength: row.tracked,
        version: row.version,
        lock: weekLock(row, end, openFrom(today, rules.lockAfterWeeks, rules.firstDay)),
      },
    ];
  });
}

async function readWeeks(
  { db, organization, principal }: Asking,
  query: QueryOf<typeof calls.listUnsubmittedTimeWeeks>,
  now: number,
): Promise<Row[]> {
  const { firstDay, ...rules } = approvalRules(organization.settings);
  const today = todayIn(principal.timeZone, now);
  const { from, to } = readDays(query, principal.timeZone);
  const begun = approvalStart(rules, today);
  const first = weekStart(from !== null && from > begun ? from : begun, firstDay);

  const mine =
    reachOf(principal) === 'everyone' ? sql`true` : sql`person.approval_manager_id = ${principal.id}`;
  const { rows } = await sql<Row>`
    select week.person_id as "personId", week.start, week.tracked, coalesce(own.version, 0) as version,
      coalesce(own.state, 0) as state, own.is_locked as "isLocked"
    from (
      select person_id, day - (extract(dow from day)::integer - ${firstDay}::integer + 7) % 7 as start, sum(seconds) as tracked
      from (
        select person_id, local_started_at::date as day, seconds from work_log
        where organization_id = ${organization.id} and deleted_at is null and local_started_at >= ${startOfDay(first)}
      ) booked
      group by 1, 2
    ) week
    join person on person.organization_id = ${organization.id} and person.id = week.person_id
    left join time_week own on own.organization_id = ${organization.id} and own.person_id = week.person_id
      and own.week_start = week.start
    where week.start + 6 < (${isoOf(now)}::timestamptz at time zone person.time_zone)::date
      and (${to}::date is null or week.start <= ${to}::date)
      and person.role <> 'None' and person.erased_at is null and ${mine}
      and not exists (
        select from time_week decided
        where decided.organization_id = ${organization.id} and decided.person_id = week.person_id
          and decided.week_start <= week.start + 6 and decided.week_end >= week.start
          and decided.state = any (${LOCKED_STATES}::smallint[]))
    order by week.start desc, person.display_name, week.person_id
    limit ${query.$count ?? 500} offset ${query.$skip ?? 0}`.execute(db);
  return rows;
}
