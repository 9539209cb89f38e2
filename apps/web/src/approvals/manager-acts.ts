import {
  APPROVAL_STATE,
  type ApprovalState,
  decideWeek,
  weekdayOf,
  WEEK_ACTS,
  type WeekAct,
  type WeekActType,
  type WeekLock,
  type WeekRecord,
} from '@stint/domain';
import type { ManagedWeek } from './managed-week.ts';

/** What managers do with weeks. */
export type ManagerAct = Exclude<WeekActType, 'submit' | 'revoke'>;

const MANAGER_ACTS = WEEK_ACTS.filter((act): act is ManagerAct => act !== 'submit' && act !== 'revoke');
/** In place of the comment that is still to be written. */
const SOME_COMMENT = '-';

type Judged = Pick<ManagedWeek, 'state' | 'lock' | 'start'>;

/** The acts that the rules allow now, in the order in which they are offered. Locking what its age has locked is not offered. */
export function actsFor(week: Judged): ManagerAct[] {
  return MANAGER_ACTS.filter(
    (act) => decided(week, act) !== null && !(act === 'lock' && week.lock === 'lockedByAge'),
  );
}

/** The acts that all these weeks allow; none for no week. */
export function actsForAll(weeks: readonly Judged[]): ManagerAct[] {
  const [first, ...others] = weeks;
  if (!first) return [];
  return actsFor(first).filter((act) => others.every((week) => actsFor(week).includes(act)));
}

/** The week as it will most likely be after an act; as it was where the rules forbid it. */
export function foreseen(week: ManagedWeek, act: ManagerAct, comment: string): ManagedWeek {
  const record = decided(week, act);
  if (record === null) return week;
  const said = comment.trim() === '' ? week.comment : comment.trim();
  return { ...week, state: record.state, lock: lockOf(record), comment: said, version: week.version + 1 };
}

function decided({ state, lock, start }: Judged, type: ManagerAct): WeekRecord | null {
  const act: WeekAct = type === 'reject' ? { type, comment: SOME_COMMENT } : { type };
  const decision = decideWeek({ state, isLocked: isLockedByHand(lock) }, act, {
    weekStart: start,
    today: start,
    // Weeks come from the server, so that they begin on its day.
    rules: {
      isEnabled: true,
      startDate: null,
      isSubmittingInAdvanceAllowed: true,
      lockAfterWeeks: null,
      firstDay: weekdayOf(start),
    },
    hasRunningTrack: false,
  });
  return 'problem' in decision ? null : decision;
}

/** Null where only the age or the state says something. */
function isLockedByHand(lock: WeekLock | null): boolean | null {
  if (lock === 'locked') return true;
  return lock === null ? false : null;
}

const STATE_LOCKS: Readonly<Partial<Record<ApprovalState, WeekLock>>> = {
  [APPROVAL_STATE.submitted]: 'submitted',
  [APPROVAL_STATE.approved]: 'approved',
  [APPROVAL_STATE.closed]: 'closed',
};

function lockOf({ state, isLocked }: WeekRecord): WeekLock | null {
  return STATE_LOCKS[state] ?? (isLocked === true ? 'locked' : null);
}
