import { makeRandom, type Random } from '@stint/azure-devops-simulator';
import {
  addDays,
  addSeconds,
  APPROVAL_STATE,
  seconds,
  startOfDay,
  toInstant,
  type WallDate,
  weekEnd,
  weekStart,
  weeksTouching,
} from '@stint/domain';
import { rowOf, type StoredWeek } from '../features/time-approval/week.ts';
import { type DemoIds, subSeed } from './ids.ts';
import { DEMO_MANAGER, type DemoMember } from './people.ts';

export interface DemoApprovals {
  seed: number;
  ids: DemoIds;
  /** The last day of the demo's year. */
  today: WallDate;
  members: readonly DemoMember[];
}

const DAYS = 365;
const HOUR = 3600;
/** How many weeks ago the newest week is that is Submitted, Approved and Closed; newer ones are in progress. */
const AGO = { submitted: 2, approved: 4, closed: 14 };
const SUBMITS_IN_TIME = 0.8;
/** The one rejected week, the newest that was decided about. */
const REJECTED = { email: 'dan@demo.local', comment: 'Friday is missing, and Tuesday looks too long.' };
/** Whose weeks stay open, so that whoever tries the demo as its administrator may book time on any day. */
const NEVER_SUBMITS = 'admin@demo.local';

/** The rows of `time_week`: a year of weeks that people submitted and ann decided about, up to a few weeks ago. */
export function approvalRows(demo: DemoApprovals, organizationId: string): object[] {
  const { members, today } = demo;
  const manager = members.find(({ email }) => email === DEMO_MANAGER);
  if (manager === undefined) throw new Error(`the demo has no ${DEMO_MANAGER}`);
  const starts = weeksTouching(addDays(today, 1 - DAYS), weeksAgo(today, AGO.submitted));
  return members
    .filter(({ email }) => email !== NEVER_SUBMITS)
    .flatMap((member) => starts.map((start) => weekOf(demo, member, manager.id, start)))
    .filter((week) => week !== null)
    .map((week) => ({ organization_id: organizationId, ...rowOf(week) }));
}

function weekOf(
  demo: DemoApprovals,
  member: DemoMember,
  managerId: string,
  start: WallDate,
): StoredWeek | null {
  const { seed, today } = demo;
  const random = makeRandom(subSeed(seed, `approval of ${member.email} in the week of ${start}`));
  const week = submittedWeek(demo, member, managerId, { start, random });
  if (start > weeksAgo(today, AGO.approved)) return random.chance(SUBMITS_IN_TIME) ? week : null;
  const decidedAt = workingTime(addDays(week.end, 2), member.timeZone, random);
  if (member.email === REJECTED.email && start === weeksAgo(today, AGO.approved)) {
    const { comment } = REJECTED;
    const state = APPROVAL_STATE.reopened;
    return { ...week, state, isLocked: false, comment, modifiedAt: decidedAt, version: 2 };
  }
  const approved = { ...week, approvedById: managerId, approvedAt: decidedAt, modifiedAt: decidedAt };
  if (start > weeksAgo(today, AGO.closed)) return { ...approved, state: APPROVAL_STATE.approved, version: 2 };
  const modifiedAt = workingTime(addDays(week.end, 7 * (AGO.closed - 2)), member.timeZone, random);
  return { ...approved, state: APPROVAL_STATE.closed, modifiedAt, version: 3 };
}

function submittedWeek(
  { ids }: DemoApprovals,
  { id: personId, email, timeZone }: DemoMember,
  managerId: string,
  { start, random }: { start: WallDate; random: Random },
): StoredWeek {
  const end = weekEnd(start);
  const submittedAt = workingTime(addDays(end, 1), timeZone, random);
  return {
    id: ids.of(`week of ${start} of ${email}`, Date.parse(submittedAt)),
    personId,
    start,
    end,
    state: APPROVAL_STATE.submitted,
    isLocked: null,
    assignedManagerId: managerId,
    approvedById: null,
    submittedAt,
    approvedAt: null,
    modifiedAt: submittedAt,
    comment: null,
    version: 1,
  };
}

/** The first day of the week so many weeks before the one of today. */
function weeksAgo(today: WallDate, weeks: number): WallDate {
  return addDays(weekStart(today), -7 * weeks);
}

/** A moment between nine and five o'clock, ISO 8601 in UTC. */
function workingTime(day: WallDate, timeZone: string, random: Random): string {
  const wall = addSeconds(startOfDay(day), seconds(random.between(9 * HOUR, 17 * HOUR)));
  return new Date(toInstant(wall, timeZone)).toISOString();
}
