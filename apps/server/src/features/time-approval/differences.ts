import type { WeekDifferences } from '@stint/contract';
import { APPROVAL_STATE } from '@stint/domain';
import { notFound } from '../../refusal.ts';
import type { Asking } from './act.ts';
import { changedSince, readSubmissions, type Side, type WorkLogRow } from './differences-store.ts';
import { findMember } from './members.ts';
import { maySeeWeeksOf } from './policy.ts';
import { findWeeks } from './store.ts';
import { trackedIn } from './tracked.ts';
import type { StoredWeek } from './week.ts';

/**
 * What was changed in a week since its last submission; of a week that stands submitted or decided about, since the submission before
 * that. EntityNotFound for a week that the caller may not see. An entry that
 * went to another person is removed from the week of the one and added to that of the other.
 */
export async function differencesOf(asking: Asking, id: string): Promise<WeekDifferences> {
  const { db, organization } = asking;
  const week = await seenWeek(asking, id);
  const { tracked } = (await trackedIn(db, organization.id, [week]))(week);
  const submissions = await readSubmissions(db, organization.id, id);
  const isOpen = week.state === APPROVAL_STATE.inProgress || week.state === APPROVAL_STATE.reopened;
  const since = isOpen ? submissions[0] : (submissions[1] ?? submissions[0]);
  if (!since) return { since: null, trackedLengthThen: tracked, trackedLength: tracked, entries: [] };
  const changed = await changedSince(db, organization.id, { personId: week.personId, auditId: since.id });
  const entries = changed.flatMap((each) => differenceOf(week, each));
  const lengthOf = (side: 'before' | 'after') =>
    entries.reduce((sum, entry) => sum + (entry[side]?.length ?? 0), 0);
  return {
    since: since.at,
    trackedLengthThen: tracked - lengthOf('after') + lengthOf('before'),
    trackedLength: tracked,
    entries,
  };
}

async function seenWeek({ db, organization, principal }: Asking, id: string): Promise<StoredWeek> {
  const week = (await findWeeks(db, organization.id, [id])).get(id);
  const person = week && (await findMember(db, organization.id, week.personId));
  if (!week || !person) throw notFound('week', id);
  const isAssigned = principal.isApprovalManager && week.assignedManagerId === principal.id;
  if (isAssigned || maySeeWeeksOf(principal, organization, person)) return week;
  throw notFound('week', id);
}

function differenceOf(
  week: StoredWeek,
  { id, before, after }: { id: string; before: WorkLogRow | null; after: WorkLogRow | null },
): WeekDifferences['entries'] {
  const then = sideWithin(week, before);
  const now = sideWithin(week, after);
  if (then === null && now === null) return [];
  if (then === null) return [{ id, kind: 'added', before: null, after: now }];
  if (now === null) return [{ id, kind: 'removed', before: then, after: null }];
  return isSame(then, now) ? [] : [{ id, kind: 'changed', before: then, after: now }];
}

/** null for an entry that does not count for the week: of somebody else, of another week, or deleted. */
function sideWithin({ personId, start, end }: StoredWeek, row: WorkLogRow | null): Side | null {
  if (row === null || row.isDeleted || row.personId !== personId) return null;
  const day = row.side.timestamp.slice(0, 10);
  return day >= start && day <= end ? row.side : null;
}

function isSame(one: Side, other: Side): boolean {
  return (Object.keys(one) as (keyof Side)[]).every((name) => one[name] === other[name]);
}
