import type { WallDate } from '../brands.ts';
import type { WorklogProblem } from '../worklogs/problem.ts';
import { APPROVAL_STATE, type ApprovalState, type WeekRecord } from './state.ts';

/** What keeps a week's time from changing: its state, a manager's lock, or its age. */
export type WeekLock = 'submitted' | 'approved' | 'closed' | 'locked' | 'lockedByAge';

const LOCK_OF_STATE: Readonly<Record<ApprovalState, WeekLock | null>> = {
  [APPROVAL_STATE.inProgress]: null,
  [APPROVAL_STATE.submitted]: 'submitted',
  [APPROVAL_STATE.reopened]: null,
  [APPROVAL_STATE.approved]: 'approved',
  [APPROVAL_STATE.closed]: 'closed',
};

const WORDS: Readonly<Record<WeekLock, string>> = {
  submitted: 'is Submitted, and submitted time does not change; revoke its submission or have it reopened',
  approved: 'is Approved, and approved time does not change; ask an approval manager to reopen it',
  closed: 'is Closed, and closed time does not change; ask an approval manager to reopen it',
  locked: 'was locked by an approval manager; ask one to unlock it',
  lockedByAge:
    'is older than your organization lets time change (setting lockAfterWeeks); ask an approval manager to unlock it',
};

/**
 * What locks a week, null when its time may change. The state comes first; a lock or unlocking by hand wins over age, never over the
 * state. `weekEnd` is the week's last day, `openFrom` the first day that is not locked by age (null: no such rule).
 */
export function weekLock(week: WeekRecord, weekEnd: WallDate, openFrom: WallDate | null): WeekLock | null {
  const lock = LOCK_OF_STATE[week.state];
  if (lock !== null) return lock;
  if (week.isLocked !== null) return week.isLocked ? 'locked' : null;
  return openFrom !== null && weekEnd < openFrom ? 'lockedByAge' : null;
}

/** Refuses time in a locked week, and says who can open it (api.md 3.1, ApprovalStateFailed). */
export function weekLockedProblem(facts: {
  readonly weekStart: WallDate;
  readonly lock: WeekLock;
}): WorklogProblem {
  const message = `timeStamp: the week of ${facts.weekStart} ${WORDS[facts.lock]}.`;
  const setting = facts.lock === 'lockedByAge' ? 'lockAfterWeeks' : null;
  return { code: 'ApprovalStateFailed', field: 'timeStamp', setting, message };
}
