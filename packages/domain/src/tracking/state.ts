import type { Instant, WorkItemId } from '../brands.ts';
import type { Pinging } from './pinging.ts';

/** Why no track runs, as the wire numbers it; 0 while one runs (api.md 4). */
export const STOPPED_TRACK_TYPE = Object.freeze({
  tracking: 0,
  activityCheck: 1,
  ping: 2,
  clientCondition: 3,
  longestTrack: 4,
  idle: 5,
  concurrency: 6,
});
export type StoppedTrackType = (typeof STOPPED_TRACK_TYPE)[keyof typeof STOPPED_TRACK_TYPE];

/** What is, was or would be tracked. Null means none chosen: the organization's or the person's default holds. */
export interface TrackDetails {
  readonly workItemId: WorkItemId | null;
  readonly comment: string;
  readonly activityTypeId: string | null;
  readonly isBillable: boolean | null;
}

/** A running track. */
export interface Run {
  /** The id of the worklog that this track becomes. */
  readonly workLogId: string;
  readonly details: TrackDetails;
  readonly startedAt: Instant;
  /** Minutes east of UTC on the client that started the track. */
  readonly timeZoneMinutes: number;
  /** The device that started the track, where the server knows it. */
  readonly deviceId: string | null;
  /** When the person last started, adjusted or confirmed this track. */
  readonly lastSignOfLife: Instant;
  /** When the activity check that is open now began. */
  readonly checkedSince: Instant | null;
  /** When the device last pinged; null when it does not ask to be stopped on a lost connection. */
  readonly lastPing: Instant | null;
}

interface Common {
  readonly stoppedTrackType: StoppedTrackType;
  /** When `status` became what it is. */
  readonly statusChangedAt: Instant;
  /** The latest moment this state knows of: a later event counts as happening then if its clock is behind. */
  readonly changedAt: Instant;
  /** Devices that ping, and so ask to be stopped on a lost connection; absent where none ever did. */
  readonly pinging?: Pinging;
}

export interface RunningState extends Common {
  readonly status: 'tracking' | 'activityCheck';
  readonly run: Run;
  /** What the person selected while this track runs; null when nothing else. */
  readonly selected: TrackDetails | null;
}

export interface StoppedState extends Common {
  /** `clientInputRequired`: the track was stopped without the person, who should be told. `idleCheck`: nothing runs, and asks why. */
  readonly status: 'idle' | 'idleCheck' | 'clientInputRequired';
  readonly run: null;
  /** What would be tracked next: selected, or tracked last. */
  readonly selected: TrackDetails | null;
  /** When the person asked to be reminded again; null when the reminder keeps its usual time. */
  readonly remindAt: Instant | null;
}

/** One person's tracking: plain data, kept in one row. A person has at most one running track. */
export type TrackingState = RunningState | StoppedState;
export type TrackingStatus = TrackingState['status'];

/** The state of a person who never tracked anything. `now` starts the time until the first idle reminder. */
export function neverTracked(now: Instant): StoppedState {
  return {
    status: 'idle',
    stoppedTrackType: STOPPED_TRACK_TYPE.idle,
    run: null,
    selected: null,
    remindAt: null,
    statusChangedAt: now,
    changedAt: now,
  };
}

/** Says whether a track runs, with or without an open activity check. */
export function isRunning(state: TrackingState): state is RunningState {
  return state.run !== null;
}
