import type { WeekDecisionResult, WeekReference } from '@stint/contract';
import { APPROVAL_STATE, type ApprovalState } from '@stint/domain';
import type { ManagedPages, ManagedList } from './use-managed-weeks.ts';
import { keyOfWeek, type ManagedWeek } from './managed-week.ts';
import { foreseen, type ManagerAct } from './manager-acts.ts';

/** An act on some weeks, as a manager wants it. */
export interface Decision {
  readonly act: ManagerAct;
  readonly weeks: readonly ManagedWeek[];
  /** Empty for none. */
  readonly comment: string;
}

/** A week that an act was refused for. */
export interface RefusedWeek {
  readonly week: ManagedWeek;
  /** Whether somebody else was faster: it is no longer what was seen. */
  readonly hasChanged: boolean;
  /** What the server says. */
  readonly message: string;
}

/** The states that a list shows. */
const SHOWN: Readonly<Record<ManagedList, readonly ApprovalState[]>> = {
  pending: [APPROVAL_STATE.submitted],
  unsubmitted: [APPROVAL_STATE.inProgress, APPROVAL_STATE.reopened],
  archived: [APPROVAL_STATE.reopened, APPROVAL_STATE.approved, APPROVAL_STATE.closed],
};

/** How a week is named to the server: with the version that was seen, so that nothing else is decided about. */
export function referenceOf({ id, person, start, version }: ManagedWeek): WeekReference {
  return id === null ? { userId: person.id, weekStart: start, version } : { id, version };
}

/** A list as it will most likely be after an act: weeks that it does not show any more are gone. */
export function foreseeDecision(list: ManagedList, pages: ManagedPages, decision: Decision): ManagedPages {
  const keys = new Set(decision.weeks.map(({ key }) => key));
  const after = (week: ManagedWeek) =>
    keys.has(week.key) ? foreseen(week, decision.act, decision.comment) : week;
  return {
    ...pages,
    pages: pages.pages.map((page) => page.map(after).filter(({ state }) => SHOWN[list].includes(state))),
  };
}

/** The weeks that were refused, with the reason. A state that does not fit any more was changed by somebody else, too. */
export function refusedWeeks(
  weeks: readonly ManagedWeek[],
  { failedEntries }: WeekDecisionResult,
): RefusedWeek[] {
  return failedEntries.flatMap(({ entity, error }) => {
    const week = weeks.find(
      ({ id, key }) =>
        (entity.id !== undefined && entity.id === id) ||
        (entity.id === undefined &&
          key === keyOfWeek(entity.userId ?? '', (entity.weekStart ?? '').slice(0, 10))),
    );
    if (!week) return [];
    const isVersion = error.errorCode === 'DbValidationError' && error.message.startsWith('version');
    const hasChanged =
      isVersion || error.errorCode === 'ApprovalStateFailed' || error.errorCode === 'EntityNotFound';
    return [{ week, hasChanged, message: error.message }];
  });
}
