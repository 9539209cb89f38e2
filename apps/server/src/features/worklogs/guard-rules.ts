import type { OrganizationSettings } from '@stint/contract';
import {
  closedBefore,
  dayOf,
  type Instant,
  LOCKED_STATES,
  openFrom,
  OVERLAP_TOLERANCE,
  type WallDate,
  type WallTime,
  type Weekday,
} from '@stint/domain';

/** Values of the last four parameters of the SQL function `refused_entries`. */
export type GuardParameters = readonly [
  now: string,
  lockedStates: string | null,
  overlapTolerance: number | null,
  closedBefore: string | null,
];

const lockedStates = `{${LOCKED_STATES.join(',')}}`;

/** What the organization's rules make the guard look up; a rule that is off is null. */
export function guardParameters(settings: OrganizationSettings, now: Instant): GuardParameters {
  const closed = closedBefore(now, settings.closedWorkItemGraceHours);
  return [
    new Date(now).toISOString(),
    settings.approvalsEnabled ? lockedStates : null,
    settings.noOverlap ? OVERLAP_TOLERANCE : null,
    closed === null ? null : new Date(closed).toISOString(),
  ];
}

/** The first day that its age has not locked, for a person whose clock on the wall shows `localNow`; null when age locks nothing. */
export function firstOpenDay(settings: OrganizationSettings, localNow: WallTime): WallDate | null {
  if (!settings.approvalsEnabled) return null;
  return openFrom(dayOf(localNow), settings.lockAfterWeeks, settings.firstDayOfWeek as Weekday);
}
