import type { ApprovalState, Instant, WallDate, WallTime, Weekday } from '@stint/domain';
import { addDays, dayOf, NEW_WEEK, weekEnd, weekLock, weekStart } from '@stint/domain';
import { type Asking, ownersOf } from './asking.ts';
import type { Entry } from './entry.ts';
import { firstOpenDay } from './guard-rules.ts';
import { mayEdit } from './policy.ts';
import { momentOf } from './times.ts';

/** One person's week about which something was decided. */
interface DecidedWeek {
  personId: string;
  start: WallDate;
  state: ApprovalState;
  isLocked: boolean | null;
}

/** The ids of those entries that the caller may change: by their rights, and because no week is locked. One more query. */
export async function editableEntries(
  asking: Asking,
  entries: readonly Entry[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const { principal, organization } = asking;
  const { settings } = organization;
  const allowed = entries.filter((entry) => mayEdit(principal, organization, entry));
  if (!settings.approvalsEnabled || allowed.length === 0) return idsOf(allowed);
  const owners = await ownersOf(
    asking,
    allowed.map(({ personId }) => personId),
  );
  const weeks = Map.groupBy(await readWeeks(asking, allowed), ({ personId }) => personId);
  const openDays = new Map<string, WallDate | null>();
  for (const [id, { timeZone }] of owners) {
    openDays.set(id, firstOpenDay(settings, momentOf(now, timeZone).local));
  }
  const firstDay = settings.firstDayOfWeek as Weekday;
  return idsOf(
    allowed.filter(
      (entry) =>
        !isLocked(entry, weeks.get(entry.personId) ?? [], openDays.get(entry.personId) ?? null, firstDay),
    ),
  );
}

/** Of several weeks with that day, which there are where the organization has changed its first day, the one that locks counts. */
function isLocked(
  { localStartedAt }: { localStartedAt: WallTime },
  weeks: readonly DecidedWeek[],
  openDay: WallDate | null,
  firstDay: Weekday,
): boolean {
  const day = dayOf(localStartedAt);
  const around = weeks.filter(({ start }) => start <= day && day <= weekEnd(start));
  if (around.length === 0) return weekLock(NEW_WEEK, weekEnd(weekStart(day, firstDay)), openDay) !== null;
  const locks = around.map((week) => ({ week, lock: weekLock(week, weekEnd(week.start), openDay) }));
  const isUnlocked = locks.some(({ week }) => week.isLocked === false);
  return locks.some(({ lock }) => lock !== null && !(lock === 'lockedByAge' && isUnlocked));
}

/** The decided weeks of the entries' people from the first entry's day to the last one's. */
async function readWeeks({ db, organization }: Asking, entries: readonly Entry[]): Promise<DecidedWeek[]> {
  const days = entries.map(({ localStartedAt }) => dayOf(localStartedAt)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await db
    .selectFrom('time_week')
    .select(['person_id', 'week_start', 'state', 'is_locked'])
    .where('organization_id', '=', organization.id)
    .where('person_id', 'in', [...new Set(entries.map(({ personId }) => personId))])
    .where('week_start', '>=', addDays(first, -6))
    .where('week_start', '<=', last)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    start: row.week_start as WallDate,
    state: row.state as ApprovalState,
    isLocked: row.is_locked,
  }));
}

function idsOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}
