import type { calls, QueryOf, TimeWeek } from '@stint/contract';
import {
  addDays,
  daysBetween,
  may,
  type WallDate,
  type Weekday,
  weekEnd,
  weekStart,
  weeksTouching,
} from '@stint/domain';
import { notFound, Refusal } from '../../refusal.ts';
import type { Asking } from './act.ts';
import { todayIn } from '../../http/days.ts';
import { readDays } from './days.ts';
import { findMember, findMembers, type Member } from './members.ts';
import { actorOf, maySeeWeeksOf } from './policy.ts';
import { timeWeekOf } from './present.ts';
import { approvalRules } from './rules.ts';
import { runningTrackDay, weeksWithin } from './store.ts';
import { trackedIn } from './tracked.ts';
import { type StoredWeek, untouchedWeek, type Week } from './week.ts';

const USUAL_WEEKS = 13;
const MOST_WEEKS = 106;

/**
 * One person's weeks of a range, newest first: those in progress too, and those that were decided about while weeks began on
 * another day. Without a range the last 13 up to today, by the person's clock. A manager of the person and whoever sees the
 * person's time sees them all, another manager the ones that are assigned to them. Throws EntityNotFound for nobody,
 * AccessDenied for weeks that the caller may not see, ApiVersionError for a range over 106 weeks.
 */
export async function listWeeks(
  asking: Asking,
  query: QueryOf<typeof calls.listTimeWeeks>,
  now: number,
): Promise<TimeWeek[]> {
  const { db, organization, principal } = asking;
  const person = await findMember(db, organization.id, query.$userId ?? principal.id);
  if (person === null) throw notFound('user', query.$userId ?? principal.id);
  const rules = approvalRules(organization.settings);
  const today = todayIn(person.timeZone, now);
  const starts = startsOf(readDays(query, principal.timeZone), today, rules.firstDay);
  const neighbours = await storedAround(asking, person, starts);
  const weeks = seenWeeks(asking, person, { starts, stored: neighbours });
  const tracked = await trackedIn(db, organization.id, weeks);
  const trackDay = await runningTrackDay(db, organization.id, person.id);
  const managers = weeks.flatMap(({ assignedManagerId, approvedById }) => [assignedManagerId, approvedById]);
  const people = (await findMembers(db, organization.id, managers)).set(person.id, person);
  const maySeeBillable = person.id === principal.id || may(actorOf(principal).role, 'seeBillable');
  const around = { rules, today, trackDay, neighbours };
  const shown = { organization, expand: query.$expand, people, around, tracked, maySeeBillable };
  return weeks.map((week) => timeWeekOf(week, shown));
}

/** The first days of the weeks to show, newest first. */
function startsOf(
  { from, to }: { from: WallDate | null; to: WallDate | null },
  today: WallDate,
  firstDay: Weekday,
): WallDate[] {
  const last = to ?? (from !== null && from > today ? from : today);
  const first = from ?? addDays(weekStart(last, firstDay), -7 * (USUAL_WEEKS - 1));
  if (daysBetween(first, last) >= 7 * MOST_WEEKS) {
    throw new Refusal(
      'ApiVersionError',
      `$fromTimestamp and $toTimestamp: at most ${MOST_WEEKS} weeks go at once; ${first} to ${last} are more.`,
    );
  }
  return weeksTouching(first, last, firstDay).toReversed();
}

async function storedAround(
  { db, organization }: Asking,
  { id }: Member,
  starts: readonly WallDate[],
): Promise<StoredWeek[]> {
  const [newest, oldest] = [starts[0], starts.at(-1)];
  if (newest === undefined || oldest === undefined) return [];
  return weeksWithin(db, organization.id, id, oldest, weekEnd(newest));
}

function seenWeeks(
  { organization, principal }: Asking,
  person: Member,
  { starts, stored }: { starts: readonly WallDate[]; stored: readonly StoredWeek[] },
): Week[] {
  if (!maySeeWeeksOf(principal, organization, person)) {
    const assigned = stored.filter(({ assignedManagerId }) => assignedManagerId === principal.id);
    if (principal.isApprovalManager && assigned.length > 0) return newestFirst(assigned);
    throw new Refusal(
      'AccessDenied',
      'These weeks are for their person, their managers and the role Product.',
    );
  }
  const known = new Set<string>(stored.map(({ start }) => start));
  const untouched = starts.filter((start) => !known.has(start));
  return newestFirst([...stored, ...untouched.map((start) => untouchedWeek(person.id, start))]);
}

function newestFirst(weeks: readonly Week[]): Week[] {
  return weeks.toSorted((a, b) => (a.start < b.start ? 1 : -1));
}
