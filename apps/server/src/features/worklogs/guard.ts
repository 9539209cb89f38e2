import type { OrganizationSettings } from '@stint/contract';
import {
  type ApprovalState,
  closedBudgetProblem,
  closedWorkItem,
  instant,
  overlapProblem,
  seconds,
  toWallTime,
  type WallDate,
  type WallTime,
  type Weekday,
  weekEnd,
  weekLock,
  weekLockedProblem,
  weekStart,
  type WorklogProblem,
} from '@stint/domain';
import { Refusal } from '../../refusal.ts';

/** What an entry breaks a rule with, as the database found it; instants are epoch milliseconds. */
export type Found =
  | { rule: 'lockedWeek'; facts: LockedWeek }
  | { rule: 'overlap'; facts: Overlap }
  | { rule: 'closedWorkItem'; facts: { id: number; stateCategory: string; closedAt: number } }
  | { rule: 'closedBudget'; facts: { name: string } };

interface LockedWeek {
  day: WallDate;
  /** null when nothing was decided about the week, so that it is its age that locks it. */
  weekStart: WallDate | null;
  state: ApprovalState;
  isLocked: boolean | null;
  openFrom: WallDate | null;
}

interface Overlap {
  /** null for the running track. */
  worklogId: string | null;
  startedAt: number;
  localStartedAt: WallTime | null;
  seconds: number;
}

/** An entry that the guard refuses, and why. */
export type RefusedEntry = { id: string } & Found;

/** What a problem is told with: the organization's settings, the owner's time zone, and when it was asked. */
export interface Telling {
  settings: OrganizationSettings;
  timeZone: string;
  now: number;
}

/** The domain's problem of what was found. */
export function problemOf(found: Found, { settings, timeZone, now }: Telling): WorklogProblem {
  switch (found.rule) {
    case 'lockedWeek':
      return lockedWeek(found.facts, settings);
    case 'overlap': {
      const { worklogId, startedAt, localStartedAt, seconds: length } = found.facts;
      const local = localStartedAt ?? toWallTime(instant(startedAt), timeZone);
      return overlapProblem({ worklogId, localStartedAt: local, seconds: seconds(length) });
    }
    case 'closedWorkItem': {
      const item = { ...found.facts, closedAt: instant(found.facts.closedAt) };
      return confirmed(closedWorkItem(item, instant(now), settings.closedWorkItemGraceHours));
    }
    case 'closedBudget':
      break;
  }
  return closedBudgetProblem(found.facts.name);
}

/** One refusal that tells all problems of an entry; the code is that of the first. */
export function refusalOf(problems: readonly WorklogProblem[]): Refusal {
  const [first] = problems;
  if (first === undefined) throw new Error('nothing was refused');
  return new Refusal(first.code, problems.map(({ message }) => message).join(' '));
}

function lockedWeek(facts: LockedWeek, settings: OrganizationSettings): WorklogProblem {
  const start = facts.weekStart ?? weekStart(facts.day, settings.firstDayOfWeek as Weekday);
  const lock = weekLock(facts, weekEnd(start), facts.openFrom);
  return weekLockedProblem({ weekStart: start, lock: confirmed(lock) });
}

/** The database only looks up; when the domain sees no fault in what it found, they do not agree on a rule. */
function confirmed<Problem>(problem: Problem | null): Problem {
  if (problem === null) throw new Error('the guard of time refuses what no rule forbids');
  return problem;
}
