import type { WallDate } from '../brands.ts';
import type { Weekday } from '../weeks/weeks.ts';

/** Where a week stands, as the wire numbers it (api.md 3.4); a week without a record is in progress. */
export const APPROVAL_STATE = Object.freeze({
  inProgress: 0,
  submitted: 1,
  reopened: 2,
  approved: 3,
  closed: 99,
});
export type ApprovalState = (typeof APPROVAL_STATE)[keyof typeof APPROVAL_STATE];

/** The states in which no time of a week may change (product.md, Approvals). */
export const LOCKED_STATES: readonly ApprovalState[] = Object.freeze([
  APPROVAL_STATE.submitted,
  APPROVAL_STATE.approved,
  APPROVAL_STATE.closed,
]);

const NAMES: Readonly<Record<ApprovalState, string>> = {
  [APPROVAL_STATE.inProgress]: 'in progress',
  [APPROVAL_STATE.submitted]: 'Submitted',
  [APPROVAL_STATE.reopened]: 'Reopened',
  [APPROVAL_STATE.approved]: 'Approved',
  [APPROVAL_STATE.closed]: 'Closed',
};

/** A state in words to show. */
export function approvalStateName(state: ApprovalState): string {
  return NAMES[state];
}

/** One person's week, as far as approvals decide about it. */
export interface WeekRecord {
  readonly state: ApprovalState;
  /** What a manager said by hand; null follows the automatic rule. */
  readonly isLocked: boolean | null;
}

/** A week about which nothing was decided. */
export const NEW_WEEK: WeekRecord = Object.freeze({ state: APPROVAL_STATE.inProgress, isLocked: null });

/** What an organization says about approvals (product.md, Approvals). */
export interface ApprovalRules {
  readonly isEnabled: boolean;
  /** Weeks that end before are not submitted; null is one year and a day back. */
  readonly startDate: WallDate | null;
  /** Whether a week may be submitted before it has begun. */
  readonly isSubmittingInAdvanceAllowed: boolean;
  /** Weeks lock themselves so many weeks after their end; null: never. */
  readonly lockAfterWeeks: number | null;
  readonly firstDay: Weekday;
}
