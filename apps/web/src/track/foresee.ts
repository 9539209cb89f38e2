import type { Track, TrackingState } from '@stint/contract';
import type { TrackCommand } from './commands.ts';

/** The state of the clock as it was received, and when. */
export interface TrackSnapshot {
  readonly state: TrackingState;
  /** Milliseconds of `performance.now()`. */
  readonly receivedAt: number;
}

/** Whether the clock runs: also while the server asks whether the person is still there. */
export function isRunning(track: Pick<Track, 'trackingState'>): boolean {
  return track.trackingState === 'tracking' || track.trackingState === 'activityCheck';
}

/** Takes the newer of two states: a client drops an older one (api.md 4, `timestamp`). */
export function newer(known: TrackSnapshot | undefined, received: TrackSnapshot): TrackSnapshot {
  return known && known.state.timestamp > received.state.timestamp ? known : received;
}

/** The state that a command will most likely lead to, shown until the server answers; `now` is `performance.now()`. */
export function foresee(snapshot: TrackSnapshot, command: TrackCommand, now: number): TrackSnapshot {
  const { state } = snapshot;
  const track = { ...state.track, ...changeOf(state.track, command) };
  const receivedAt = command.kind === 'start' ? now : snapshot.receivedAt;
  return { state: { ...state, track }, receivedAt };
}

function changeOf(track: Track, command: TrackCommand): Partial<Track> {
  switch (command.kind) {
    case 'start': {
      const { workItem, workItemId, comment, activityTypeId } = command.subject;
      return {
        workItem,
        tfsId: workItemId,
        remark: comment,
        activityTypeId,
        trackingState: 'tracking',
        currentTrackLength: 0,
        currentTrackStartedDateTime: null,
        activityCheck: { isRunning: false, secondsLeft: 0 },
      };
    }
    case 'stop':
      return { trackingState: 'idle', currentTrackLength: 0 };
    case 'change': {
      const { workItem, comment, activityTypeId } = command.change;
      return {
        ...(workItem && { workItem, tfsId: workItem.id }),
        ...(comment !== undefined && { remark: comment }),
        ...(activityTypeId !== undefined && { activityTypeId }),
      };
    }
    case 'here':
      return {
        trackingState: isRunning(track) ? 'tracking' : 'idle',
        activityCheck: { isRunning: false, secondsLeft: 0 },
      };
    default:
      return { trackingState: 'idle' };
  }
}
