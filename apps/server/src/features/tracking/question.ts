import {
  type Instant,
  instant,
  offsetMinutes,
  type TrackDetails,
  toWallTime,
  toWallTimeAtOffset,
  type TrackingEvent,
} from '@stint/domain';
import { firstOpenDay, guardParameters } from '../worklogs/guard-rules.ts';
import type { Asking } from './parts.ts';
import type { Question } from './store.ts';

type Owner = Pick<Asking, 'organization' | 'principal'>;

/**
 * What the guard of time is asked before an event at `now`: for a start whether its week is open, no entry is in the way
 * and the work item takes time; for another work item the latter alone. Null for everything else, so that it is never
 * refused.
 */
export function questionOf(event: TrackingEvent, now: Instant, owner: Owner): Question | null {
  const { settings } = owner.organization;
  const [at, lockedStates, tolerance, closedBefore] = guardParameters(settings, now);
  if (event.type === 'start') {
    const { workLogId, details, timeZoneMinutes } = event;
    return {
      asked: askedAt(now, { id: workLogId, timeZoneMinutes, details }, owner),
      parameters: [at, lockedStates, tolerance, closedBefore],
    };
  }
  const item = workItemOf(event);
  if (item === null) return null;
  const timeZoneMinutes = offsetMinutes(owner.principal.timeZone, now);
  return {
    asked: askedAt(now, { id: owner.principal.id, timeZoneMinutes, details: { workItemId: item } }, owner),
    parameters: [at, null, null, closedBefore],
  };
}

/** Whether an event says anew what the time is for: a start, another work item, or a comment taken away. */
export function describesTrack(event: TrackingEvent): boolean {
  if (event.type !== 'adjust') return event.type === 'start';
  return event.changes.workItemId !== undefined || event.changes.comment?.trim() === '';
}

/** The work item that an event chooses; null when it chooses none. */
function workItemOf(event: TrackingEvent): TrackDetails['workItemId'] {
  if (event.type === 'select') return event.details.workItemId;
  return event.type === 'adjust' ? (event.changes.workItemId ?? null) : null;
}

/** The entry that begins now and has no length yet; its day is that of the track's own clock. */
function askedAt(
  now: Instant,
  track: { id: string; timeZoneMinutes: number; details: Pick<TrackDetails, 'workItemId'> },
  { organization, principal }: Owner,
): Question['asked'] {
  return {
    id: track.id,
    person_id: principal.id,
    work_item_id: track.details.workItemId,
    started_at: new Date(now).toISOString(),
    local_started_at: toWallTimeAtOffset(instant(now), track.timeZoneMinutes),
    seconds: null,
    has_clock_time: true,
    open_from: firstOpenDay(organization.settings, toWallTime(now, principal.timeZone)),
  };
}
