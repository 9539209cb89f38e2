import type { WallDate } from '../brands.ts';
import { weekStart } from '../weeks/weeks.ts';
import { approvalStart, weekEnd } from './dates.ts';
import { stateProblem, valueProblem, type WeekProblem } from './problem.ts';
import type { ApprovalRules } from './state.ts';

/** What a decision needs to know beside the week's record. */
export interface WeekContext {
  /** The first day of the week. */
  readonly weekStart: WallDate;
  /** The day it is by the clock of the week's person. */
  readonly today: WallDate;
  readonly rules: ApprovalRules;
  /** Whether the person has a running track that began in this week. */
  readonly hasRunningTrack: boolean;
}

/** A week begins on the organization's first day of the week. Null when all is well. */
export function weekStartProblem({ weekStart: start, rules }: WeekContext): WeekProblem | null {
  const right = weekStart(start, rules.firstDay);
  if (start === right) return null;
  return valueProblem(
    'weekStart',
    'firstDayOfWeek',
    `weekStart is ${start}, which begins no week of your organization (setting firstDayOfWeek); give ${right}.`,
  );
}

/**
 * A week may be submitted from its first day on, earlier where the organization allows it; not when it ended before approvals began;
 * and not while a track runs in it, whose time would come too late. Null when all is well (product.md, Approvals).
 */
export function submissionProblem(context: WeekContext): WeekProblem | null {
  const { weekStart: start, today, rules } = context;
  const first = approvalStart(rules, today);
  const last = weekEnd(start);
  if (last < first) {
    return valueProblem(
      'weekStart',
      'approvalStartDate',
      `weekStart is ${start}, and weeks are approved from ${first} on (setting approvalStartDate); ` +
        `give ${weekStart(first, rules.firstDay)} or later.`,
    );
  }
  if (!rules.isSubmittingInAdvanceAllowed && today < start) {
    return valueProblem(
      'weekStart',
      'approvalInAdvance',
      `weekStart is ${start}, and weeks are not submitted in advance (setting approvalInAdvance); ` +
        `submit this one on ${start} or later.`,
    );
  }
  if (!context.hasRunningTrack) return null;
  return stateProblem(`The week of ${start} has a running track; stop it, then submit the week.`);
}
