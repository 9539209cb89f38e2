import type { ApprovalPerson, TimeApproval, TimeWeek, User } from '@stint/contract';
import { startOfDay, type WallTime } from '@stint/domain';
import type { Organization } from '../../identity/organizations.ts';
import { userOf } from '../../identity/people.ts';
import { Refusal } from '../../refusal.ts';
import { wallOf } from './days.ts';
import type { Member } from './members.ts';
import { decided, lockOf, type Surroundings } from './rules.ts';
import type { Tracked } from './tracked.ts';
import type { StoredWeek, Week } from './week.ts';

/** What answers need beside the weeks themselves. */
export interface Presentation {
  organization: Organization;
  expand: string | undefined;
  /** Whose the weeks are, and their managers. */
  people: ReadonlyMap<string, Member>;
}

type SumOf = (week: Week) => Tracked;

/** A submitted week on the wire (api.md 3.4); `tracked` null leaves out what `$expand=week` adds. */
export function timeApprovalOf(week: StoredWeek, shown: Presentation, tracked: SumOf | null): TimeApproval {
  const person = personOf(week.personId, shown);
  return {
    id: week.id,
    ...bounds(week),
    user: user(person, shown),
    approvalState: week.state as TimeApproval['approvalState'],
    modificationTimestamp: wallOf(week.modifiedAt, person.timeZone),
    ...moments(week, person),
    ...managers(week, shown),
    ...(tracked !== null && {
      version: week.version,
      comment: week.comment,
      trackedLength: tracked(week).tracked,
    }),
  };
}

/** A week as its person and its managers look at it. */
export function timeWeekOf(
  week: Week,
  shown: Presentation & { around: Surroundings; tracked: SumOf; maySeeBillable: boolean },
): TimeWeek {
  const person = personOf(week.personId, shown);
  const submission = decided(week, { type: 'submit' }, shown.around);
  const { tracked, billable } = shown.tracked(week);
  return {
    id: week.id,
    ...bounds(week),
    user: user(person, shown),
    approvalState: week.state,
    lock: lockOf(week, shown.around),
    mayBeSubmitted: !(submission instanceof Refusal),
    submitRefusal: submission instanceof Refusal ? submission.message : null,
    version: week.version,
    comment: week.comment,
    trackedLength: tracked,
    billableLength: shown.maySeeBillable ? billable : null,
    ...moments(week, person),
    ...managers(week, shown),
  };
}

/** A person's part in approvals on the wire. */
export function approvalPersonOf(person: Member, shown: Presentation): ApprovalPerson {
  const manager = person.approvalManagerId === null ? null : personOf(person.approvalManagerId, shown);
  return {
    user: user(person, shown),
    isApprovalManager: person.isApprovalManager,
    isGlobalApprovalManager: person.isGlobalApprovalManager,
    approvalManager: manager && user(manager, shown),
  };
}

/** The first and the last day of a week, each by its midnight. */
export function bounds({
  start,
  end,
}: Pick<Week, 'start' | 'end'>): Record<'weekStartDate' | 'weekEndDate', WallTime> {
  return { weekStartDate: startOfDay(start), weekEndDate: startOfDay(end) };
}

function moments({ submittedAt, approvedAt }: Week, { timeZone }: Member) {
  return {
    submittedTimestamp: submittedAt === null ? null : wallOf(submittedAt, timeZone),
    approvalTimestamp: approvedAt === null ? null : wallOf(approvedAt, timeZone),
  };
}

function managers({ assignedManagerId, approvedById }: Week, shown: Presentation) {
  const manager = (id: string | null) => (id === null ? null : user(personOf(id, shown), shown));
  return { assignedManager: manager(assignedManagerId), approvedByManager: manager(approvedById) };
}

function user(person: Member, { organization, expand }: Presentation): User {
  return userOf(person, organization, expand);
}

function personOf(id: string, { people }: Presentation): Member {
  const person = people.get(id);
  if (person === undefined) throw new Error(`person ${id} was not read`);
  return person;
}
