import type { calls, QueryOf, TimeApproval } from '@stint/contract';
import { APPROVAL_STATE, type ApprovalState } from '@stint/domain';
import { readNumbers } from '../../http/lists.ts';
import { Refusal } from '../../refusal.ts';
import type { Asking } from './act.ts';
import { readDays } from './days.ts';
import { findMembers } from './members.ts';
import { reachOf } from './policy.ts';
import { timeApprovalOf } from './present.ts';
import { trackedIn } from './tracked.ts';
import { type StoredWeek, weekOf } from './week.ts';

/** The states that have a row in the list; a week in progress has none (api.md 3.4). */
const LISTED = Object.values(APPROVAL_STATE).filter((state) => state !== APPROVAL_STATE.inProgress);

/**
 * The weeks that were submitted to the caller, newest first, then by person: everyone's for a global manager, else those
 * assigned to the caller and those of the people whose manager the caller is (api.md 3.4). `$state` keeps some states only.
 */
export async function listApprovals(
  asking: Asking,
  query: QueryOf<typeof calls.listTimeApprovals>,
): Promise<TimeApproval[]> {
  const { db, organization } = asking;
  const weeks = await submittedWeeks(asking, query);
  const tracked = expandsWeek(query.$expand) ? await trackedIn(db, organization.id, weeks) : null;
  const ids = weeks.flatMap(({ personId, assignedManagerId, approvedById }) => [
    personId,
    assignedManagerId,
    approvedById,
  ]);
  const people = await findMembers(db, organization.id, ids);
  const shown = { organization, expand: query.$expand, people };
  return weeks.map((week) => timeApprovalOf(week, shown, tracked));
}

/** How many submitted weeks wait for the caller. */
export async function countPending({ db, organization, principal }: Asking): Promise<number> {
  const { count } = await reachable({ db, organization, principal })
    .where('week.state', '=', APPROVAL_STATE.submitted)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Weeks that the caller may decide about: everyone's, or those of their own people and the ones assigned to them. */
function reachable({ db, organization, principal }: Pick<Asking, 'db' | 'organization' | 'principal'>) {
  const rows = db
    .selectFrom('time_week as week')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organization_id', '=', 'week.organization_id')
        .onRef('person.id', '=', 'week.person_id'),
    )
    .where('week.organization_id', '=', organization.id);
  if (reachOf(principal) !== 'own') return rows;
  return rows.where((where) =>
    where.or([
      where('week.assigned_manager_id', '=', principal.id),
      where('person.approval_manager_id', '=', principal.id),
    ]),
  );
}

async function submittedWeeks(
  { db, organization, principal }: Asking,
  query: QueryOf<typeof calls.listTimeApprovals>,
): Promise<StoredWeek[]> {
  const { from, to } = readDays(query, principal.timeZone);
  let rows = reachable({ db, organization, principal })
    .selectAll('week')
    .where('week.state', 'in', readStates(query.$state));
  if (from !== null) rows = rows.where('week.week_end', '>=', from);
  if (to !== null) rows = rows.where('week.week_start', '<=', to);
  const page = rows
    .orderBy('week.week_start', 'desc')
    .orderBy('person.display_name')
    .orderBy('week.id')
    .limit(query.$count ?? 500)
    .offset(query.$skip ?? 0);
  return (await page.execute()).map(weekOf);
}

function readStates(text: string | undefined): ApprovalState[] {
  const asked = readNumbers('$state', text);
  if (asked === undefined) return LISTED;
  const states = LISTED.filter((state) => asked.includes(state));
  if (states.length === new Set(asked).size) return states;
  throw new Refusal('ApiVersionError', `$state must be a comma list of ${LISTED.join(', ')}.`);
}

/** `$expand=week` adds what a manager wants to see beside the documented fields. */
function expandsWeek(expand: string | undefined): boolean {
  return expand?.split(',').some((each) => each.trim().toLowerCase() === 'week') ?? false;
}
