import { type Instant, instant, neverTracked, type TrackDetails, type TrackingState } from '@stint/domain';

/** What the row of one person keeps, as JSON. */
export interface TrackRecord {
  tracking: TrackingState;
  /**
   * Grows with every change, whichever server process makes it: the `timestamp` of answers. Close to the time of the
   * change (epoch milliseconds).
   */
  stamp: Instant;
  /** The work item that answers show; SQL reads it here. */
  workItemId: number | null;
  /** The worklog that the last track became; null when none was kept. */
  lastWorkLogId: string | null;
}

/** The record of a person who tracks for the first time. */
export function firstRecord(now: Instant): TrackRecord {
  return { tracking: neverTracked(now), stamp: now, workItemId: null, lastWorkLogId: null };
}

/** What answers show: the running track, else what would be tracked next. */
export function shownDetails(tracking: TrackingState): TrackDetails | null {
  return tracking.run?.details ?? tracking.selected;
}

/** The record after a change at `now`. */
export function nextRecord(
  before: TrackRecord,
  tracking: TrackingState,
  change: { now: Instant; lastWorkLogId: string | null },
): TrackRecord {
  return {
    tracking,
    stamp: instant(Math.max(change.now, before.stamp + 1)),
    workItemId: shownDetails(tracking)?.workItemId ?? null,
    lastWorkLogId: change.lastWorkLogId,
  };
}
