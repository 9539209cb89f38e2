import { stateProblem, valueProblem, type WeekProblem } from './problem.ts';
import {
  APPROVAL_STATE,
  type ApprovalState,
  approvalStateName,
  LOCKED_STATES,
  type WeekRecord,
} from './state.ts';
import { submissionProblem, type WeekContext, weekStartProblem } from './submission.ts';

/** The acts on a week: `submit` and `revoke` are its person's, the others a manager's. */
export const WEEK_ACTS = [
  'submit',
  'revoke',
  'approve',
  'reopen',
  'reject',
  'close',
  'lock',
  'unlock',
] as const;
export type WeekActType = (typeof WEEK_ACTS)[number];

export type WeekAct =
  | { readonly type: Exclude<WeekActType, 'reject'> }
  /** Gives a submitted week back; the person sees the comment. */
  | { readonly type: 'reject'; readonly comment: string };

/** What an act makes of a week, or why it makes nothing. */
export type WeekDecision = WeekRecord | { readonly problem: WeekProblem };

interface Move {
  readonly from: readonly ApprovalState[];
  readonly to: ApprovalState;
  readonly done: string;
}

const { inProgress, submitted, reopened, approved, closed } = APPROVAL_STATE;

const MOVES: Readonly<Record<Exclude<WeekActType, 'lock' | 'unlock'>, Move>> = {
  submit: { from: [inProgress, reopened], to: submitted, done: 'submitted' },
  revoke: { from: [submitted], to: inProgress, done: 'revoked' },
  approve: { from: [submitted], to: approved, done: 'approved' },
  reopen: { from: [submitted, approved, closed], to: reopened, done: 'reopened' },
  reject: { from: [submitted], to: reopened, done: 'rejected' },
  close: { from: [inProgress, reopened, approved], to: closed, done: 'closed' },
};

/**
 * The approval machine (product.md, Approvals): what an act makes of one person's week. Who may act is asked of permissions before.
 * A week that a manager gives back (reopen, reject) is unlocked with it, or its person could change nothing in it. A manager closes
 * approved weeks, and those that their person has not submitted.
 */
export function decideWeek(week: WeekRecord, act: WeekAct, context: WeekContext): WeekDecision {
  const problem = problemOf(week, act, context);
  if (problem !== null) return { problem };
  if (act.type === 'lock' || act.type === 'unlock')
    return { state: week.state, isLocked: act.type === 'lock' };
  const state = MOVES[act.type].to;
  return { state, isLocked: state === reopened ? false : week.isLocked };
}

function problemOf(week: WeekRecord, act: WeekAct, context: WeekContext): WeekProblem | null {
  if (!context.rules.isEnabled) {
    return valueProblem(
      'weekStart',
      'approvalsEnabled',
      'Your organization does not approve weeks (setting approvalsEnabled); an administrator can switch it on.',
    );
  }
  const name = `The week of ${context.weekStart}`;
  switch (act.type) {
    case 'submit':
      return weekStartProblem(context) ?? moveProblem(week, act.type, name) ?? submissionProblem(context);
    case 'reject':
      return moveProblem(week, act.type, name) ?? commentProblem(act.comment);
    case 'lock':
    case 'unlock':
      return recordProblem(week, context) ?? lockProblem(week, act.type === 'lock', name);
    case 'close':
      return recordProblem(week, context) ?? moveProblem(week, act.type, name);
    case 'revoke':
    case 'approve':
    case 'reopen':
      break;
  }
  return moveProblem(week, act.type, name);
}

function moveProblem(week: WeekRecord, type: keyof typeof MOVES, name: string): WeekProblem | null {
  const { from, to, done } = MOVES[type];
  if (from.includes(week.state)) return null;
  const state = approvalStateName(week.state);
  if (week.state === to) return stateProblem(`${name} is ${state} already.`);
  const right = from.map(approvalStateName).join(' or ');
  return stateProblem(`${name} is ${state}; only a week that is ${right} can be ${done}.`);
}

function commentProblem(comment: string): WeekProblem | null {
  if (comment.trim() !== '') return null;
  return valueProblem('comment', null, 'comment is missing: say to the person why the week is rejected.');
}

/** Locking or closing begins the record of a week that has none, and no record may begin on a wrong day. */
function recordProblem(week: WeekRecord, context: WeekContext): WeekProblem | null {
  return week.state === inProgress && week.isLocked === null ? weekStartProblem(context) : null;
}

function lockProblem(week: WeekRecord, isLocked: boolean, name: string): WeekProblem | null {
  if (LOCKED_STATES.includes(week.state)) {
    return stateProblem(
      `${name} is ${approvalStateName(week.state)}, which locks it; reopen it to let its time change.`,
    );
  }
  if (week.isLocked !== isLocked) return null;
  return stateProblem(`${name} is ${isLocked ? 'locked' : 'unlocked'} already.`);
}
