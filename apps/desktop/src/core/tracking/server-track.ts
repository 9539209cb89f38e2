import type { TrackingState } from '@stint/contract';
import { type Instant, instant, isWorkItemId, readWallTime, epochOfWall } from '@stint/domain';
import type { Subject } from '../subject.ts';

/** A running track as the server knows it. */
export interface ServerRun {
  readonly workLogId: string;
  readonly startedAt: Instant;
  readonly subject: Subject;
}

/** What the server last said about a person's tracking. */
export interface ServerTrack {
  readonly run: ServerRun | null;
  /** Until when the open activity check may be answered; null when none is open. */
  readonly answerBy: Instant | null;
  /** Why nothing runs, where the person should be told (api.md 4, `stoppedTrackType`); null otherwise. */
  readonly stopped: number | null;
  /** Whether the server asks why nothing is tracked. */
  readonly isReminder: boolean;
  /** Seconds of everybody's time on the shown work item, without what runs since. */
  readonly totalOnItem: number;
  /** .NET ticks; a state with a smaller one is older. */
  readonly stamp: number;
  readonly person: string;
  readonly personId: string;
  readonly activityTypes: readonly ActivityTypeChoice[];
  readonly areActivityTypesUsed: boolean;
  readonly defaultActivityTypeId: string;
}

export interface ActivityTypeChoice {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly isNotSet: boolean;
}

/** Reads the server's state as it was at `now`. */
export function serverTrackOf({ track, settings, timestamp }: TrackingState, now: Instant): ServerTrack {
  const isRunning = track.trackingState === 'tracking' || track.trackingState === 'activityCheck';
  const { activityType, userInfo } = settings;
  const run = isRunning && track.workLogId !== null ? runOf(track, track.workLogId, now) : null;
  return {
    run,
    answerBy: track.activityCheck.isRunning ? instant(now + track.activityCheck.secondsLeft * 1000) : null,
    stopped: track.trackingState === 'clientInputRequired' ? track.stoppedTrackType : null,
    isReminder: track.trackingState === 'idleCheck',
    totalOnItem: Math.max(0, track.totalTeamLength - track.currentTrackLength),
    stamp: timestamp,
    person: userInfo.userName,
    personId: userInfo.userId,
    activityTypes: activityType.activityTypes.map(({ id, name, color, isNotSet }) => ({
      id,
      name,
      color,
      isNotSet,
    })),
    areActivityTypesUsed: activityType.isEnabled,
    defaultActivityTypeId: activityType.defaultActivity,
  };
}

/** Takes the newer of two states: answers may overtake each other (api.md 4, `timestamp`). */
export function newerTrack(known: ServerTrack | null, received: ServerTrack): ServerTrack {
  return known !== null && known.stamp > received.stamp ? known : received;
}

function runOf(track: TrackingState['track'], workLogId: string, now: Instant): ServerRun {
  const { tfsId, workItem, remark, activityTypeId, currentTrackLength } = track;
  const subject = {
    workItem,
    workItemId: tfsId !== null && isWorkItemId(tfsId) ? tfsId : null,
    comment: remark,
    activityTypeId,
    isBillable: null,
  };
  return { workLogId, subject, startedAt: startOf(track) ?? instant(now - currentTrackLength * 1000) };
}

/** The start is wall time in the track's own zone, with seven fraction digits. */
function startOf({ currentTrackStartedDateTime, trackTimeZone }: TrackingState['track']): Instant | null {
  const wall = readWallTime((currentTrackStartedDateTime ?? '').slice(0, 23));
  return wall === null ? null : instant(epochOfWall(wall) - trackTimeZone * 60_000);
}
