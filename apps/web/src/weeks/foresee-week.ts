import type { TimeWeek } from '@stint/contract';
import { APPROVAL_STATE } from '@stint/domain';

/** What a person does with an own week. */
export interface WeekCommand {
  readonly kind: 'submit' | 'revoke';
  readonly week: TimeWeek;
  /** Who is asked to approve a submitted week; the person’s own manager unless somebody is named. */
  readonly managerId?: string;
}

/** The weeks as they will most likely be after a command. */
export function foreseeWeeks(weeks: readonly TimeWeek[], { kind, week }: WeekCommand): TimeWeek[] {
  const change: Partial<TimeWeek> =
    kind === 'submit'
      ? { approvalState: APPROVAL_STATE.submitted, lock: 'submitted', mayBeSubmitted: false, comment: null }
      : { approvalState: APPROVAL_STATE.inProgress, lock: null, mayBeSubmitted: true };
  return weeks.map((each) => (each.weekStartDate === week.weekStartDate ? { ...each, ...change } : each));
}
