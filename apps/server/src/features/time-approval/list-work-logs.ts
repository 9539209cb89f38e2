import type { calls, QueryOf, WorkLog } from '@stint/contract';
import { addDays, startOfDay, weekEnd } from '@stint/domain';
import { readDay } from '../../http/days.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { maySeeBillable } from '../worklogs/policy.ts';
import { workLogOf } from '../worklogs/present.ts';
import type { WorkLogs } from '../worklogs/service.ts';
import { type Asking, findWeek } from './act.ts';
import { findMember } from './members.ts';
import { maySeeWeeksOf } from './policy.ts';

/** Entries read at once. */
const PAGE = 500;
/** The last second of a day, after midnight. */
const LAST_SECOND = 'T23:59:59';

/**
 * The worklogs that count for one person's week, oldest first: those that begin in it by the person's clock. A manager whom the week
 * is assigned to sees them whatever their role. Throws EntityNotFound for nobody, AccessDenied for a week that the caller may not see,
 * ApiVersionError for a `weekStart` that is no time.
 */
export async function listWeekWorkLogs(
  asking: Asking,
  query: QueryOf<typeof calls.listTimeWeekWorkLogs>,
  workLogs: Pick<WorkLogs, 'list'>,
): Promise<WorkLog[]> {
  const { db, organization, principal } = asking;
  const personId = query.$userId ?? principal.id;
  const person = await findMember(db, organization.id, personId);
  if (person === null) throw notFound('user', personId);
  const start = readDay('weekStart', query.weekStart, principal.timeZone, 'option');
  const { week } = await findWeek(db, organization.id, person.id, start);
  const isAssigned = principal.isApprovalManager && week.assignedManagerId === principal.id;
  if (!isAssigned && !maySeeWeeksOf(principal, organization, person))
    throw new Refusal('AccessDenied', 'This week is for its person, its managers and the role Product.');
  const entries: Awaited<ReturnType<WorkLogs['list']>> = [];
  for (let read = PAGE; read === PAGE; ) {
    const page = await workLogs.list(asking, {
      personIds: [person.id],
      after: `${addDays(start, -1)}${LAST_SECOND}`,
      before: startOfDay(addDays(weekEnd(start), 1)),
      skip: entries.length,
      count: PAGE,
    });
    entries.push(...page);
    read = page.length;
  }
  return entries.toReversed().map((shown) =>
    workLogOf(shown, {
      organization,
      expand: query.$expand,
      editable: null,
      showsBillable: maySeeBillable(principal, shown.entry),
    }),
  );
}
