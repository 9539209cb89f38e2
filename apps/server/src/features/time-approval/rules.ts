import type { OrganizationSettings } from '@stint/contract';
import {
  type ApprovalRules,
  approvalStateName,
  decideWeek,
  LOCKED_STATES,
  openFrom,
  type WallDate,
  type Weekday,
  type WeekAct,
  type WeekLock,
  weekLock,
  type WeekRecord,
} from '@stint/domain';
import { Refusal } from '../../refusal.ts';
import type { StoredWeek, Week } from './week.ts';

/** What the rules have to know beside a week's own record. */
export interface Surroundings {
  rules: ApprovalRules;
  /** The day it is by the clock of the week's person. */
  today: WallDate;
  /** The day of the person's running track; null when none runs. */
  trackDay: WallDate | null;
  /** The stored weeks of the person that share a day with this one. */
  neighbours: readonly StoredWeek[];
}

/** The part of the settings that approvals obey. */
export function approvalRules(settings: OrganizationSettings): ApprovalRules {
  return {
    isEnabled: settings.approvalsEnabled,
    startDate: settings.approvalStartDate as WallDate | null,
    isSubmittingInAdvanceAllowed: settings.approvalInAdvance,
    lockAfterWeeks: settings.lockAfterWeeks,
    firstDay: settings.firstDayOfWeek as Weekday,
  };
}

/** What an act makes of a week; the refusal when the rules forbid it. */
export function decided(week: Week, act: WeekAct, around: Surroundings): WeekRecord | Refusal {
  const { rules, today, trackDay } = around;
  const hasRunningTrack = trackDay !== null && week.start <= trackDay && trackDay <= week.end;
  const decision = decideWeek(week, act, { weekStart: week.start, today, rules, hasRunningTrack });
  if ('problem' in decision) return new Refusal(decision.problem.code, decision.problem.message);
  return locksAnew(week, decision) ? (refusedByNeighbour(week, around.neighbours) ?? decision) : decision;
}

/** Why a week's time cannot change; null when it can, and always while weeks are not approved. */
export function lockOf(week: Week, { rules, today }: Pick<Surroundings, 'rules' | 'today'>): WeekLock | null {
  if (!rules.isEnabled) return null;
  return weekLock(week, week.end, openFrom(today, rules.lockAfterWeeks, rules.firstDay));
}

function locksAnew(before: WeekRecord, after: WeekRecord): boolean {
  return LOCKED_STATES.includes(after.state) && !LOCKED_STATES.includes(before.state);
}

/** After a change of the first day of the week, days of a week may be decided about in another one already. */
function refusedByNeighbour(week: Week, neighbours: readonly StoredWeek[]): Refusal | null {
  const other = neighbours.find(
    ({ start, end, state }) =>
      start !== week.start && start <= week.end && end >= week.start && LOCKED_STATES.includes(state),
  );
  if (other === undefined) return null;
  return new Refusal(
    'ApprovalStateFailed',
    `The week of ${week.start} shares days with the week of ${other.start}, which is ${approvalStateName(other.state)} since ` +
      'weeks began on another day (setting firstDayOfWeek); have that one reopened, or submit the next week.',
  );
}
