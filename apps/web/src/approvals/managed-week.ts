import type { TimeApproval, TimeWeek, UnsubmittedWeek } from '@stint/contract';
import { APPROVAL_STATE, type ApprovalState, type WallDate, type WeekLock } from '@stint/domain';

/** A person’s week as the lists of managers show it. Lengths are seconds. */
export interface ManagedWeek {
  /** Person and first day; unique among weeks. */
  readonly key: string;
  /** Null while nothing was decided about it. */
  readonly id: string | null;
  readonly person: { readonly id: string; readonly name: string };
  readonly start: WallDate;
  readonly end: WallDate;
  readonly state: ApprovalState;
  /** What locks its time; null for nothing, and where the list does not say. */
  readonly lock: WeekLock | null;
  readonly lengthSeconds: number;
  /** What was seen: a decision about it is refused when it has changed since. */
  readonly version: number;
  readonly comment: string | null;
  /** By the person’s clock; null while it is not submitted. */
  readonly submitted: string | null;
}

const LOCKED_BY_STATE = {
  [APPROVAL_STATE.inProgress]: null,
  [APPROVAL_STATE.submitted]: 'submitted',
  [APPROVAL_STATE.reopened]: null,
  [APPROVAL_STATE.approved]: 'approved',
  [APPROVAL_STATE.closed]: 'closed',
} as const satisfies Record<ApprovalState, WeekLock | null>;

/** A week of the list of approvals, which must be asked for with `$expand=week`. */
export function ofApproval(week: TimeApproval): ManagedWeek {
  return {
    ...frame(week),
    id: week.id,
    state: week.approvalState,
    lock: LOCKED_BY_STATE[week.approvalState],
    lengthSeconds: week.trackedLength ?? 0,
    version: week.version ?? 0,
    comment: week.comment ?? null,
    submitted: week.submittedTimestamp,
  };
}

/** A week that its person has not submitted. */
export function ofUnsubmitted(week: UnsubmittedWeek): ManagedWeek {
  return {
    ...frame(week),
    id: null,
    state: APPROVAL_STATE.inProgress,
    lock: week.lock,
    lengthSeconds: week.trackedLength,
    version: week.version,
    comment: null,
    submitted: null,
  };
}

/** A week as it stands, with its lock. */
export function ofTimeWeek(week: TimeWeek): ManagedWeek {
  return {
    ...frame(week),
    id: week.id,
    state: week.approvalState,
    lock: week.lock,
    lengthSeconds: week.trackedLength,
    version: week.version,
    comment: week.comment,
    submitted: week.submittedTimestamp,
  };
}

/** The key of a person’s week. */
export function keyOfWeek(personId: string, start: string): string {
  return `${personId}/${start}`;
}

function frame({
  user,
  weekStartDate,
  weekEndDate,
}: Pick<TimeWeek, 'user' | 'weekStartDate' | 'weekEndDate'>) {
  const start = weekStartDate.slice(0, 10) as WallDate;
  return {
    key: keyOfWeek(user.id, start),
    person: { id: user.id, name: user.name },
    start,
    end: weekEndDate.slice(0, 10) as WallDate,
  };
}
