import type { Seconds } from '../brands.ts';

const HOUR = 3600;
/** Of a second; fields hold doubles, and what differs by less is the same time. */
const SAME = 0.0005;

/** The fields of Azure DevOps that hold hours of work, by reference name. */
export const REMAINING_WORK = 'Microsoft.VSTS.Scheduling.RemainingWork';
export const COMPLETED_WORK = 'Microsoft.VSTS.Scheduling.CompletedWork';

/** Remaining Work as far as it follows from what was booked. */
export interface Remaining {
  /** What the field holds; null when it is empty. */
  readonly hours: number | null;
  /** What was booked beyond the field's 0, in seconds; taking time away uses it up before the field rises again. */
  readonly overrun: number;
}

/** Booked seconds as the hours of a field: exact as a double is, never rounded to decimals. */
export function hoursOfField(booked: Seconds): number {
  return booked / HOUR;
}

/** Whether a field holds these hours already, to half a thousandth of a second. */
export function holdsHours(field: unknown, hours: number): boolean {
  return typeof field === 'number' && Math.abs(field - hours) * HOUR < SAME;
}

/**
 * Remaining Work after `booked` more seconds, negative for time that was taken away; never below 0. An empty field stays empty:
 * nobody has estimated, or the item's state empties it. A field that is not 0 any more was estimated anew, which ends an overrun.
 */
export function remainingAfter({ hours, overrun }: Remaining, booked: Seconds): Remaining {
  if (hours === null) return { hours: null, overrun: 0 };
  const before = hours > 0 ? secondsOfField(hours) : -overrun;
  const left = before - booked;
  return { hours: Math.max(0, left) / HOUR, overrun: Math.max(0, -left) };
}

/** The seconds of a field; whole ones where the hours are the double of whole seconds, so that sums do not drift. */
function secondsOfField(hours: number): number {
  const exact = hours * HOUR;
  const whole = Math.round(exact);
  return Math.abs(exact - whole) < SAME ? whole : exact;
}
