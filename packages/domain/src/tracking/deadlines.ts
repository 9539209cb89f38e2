import { type Instant, instant, type Seconds } from '../brands.ts';
import type { TrackingSettings } from './settings.ts';
import {
  isRunning,
  type RunningState,
  STOPPED_TRACK_TYPE,
  type StoppedState,
  type TrackingState,
} from './state.ts';
import type { Ending } from './stop.ts';

/** Something that the passing of time brings about, and when. */
export type Deadline =
  | ({ readonly kind: 'stop' } & Ending)
  | { readonly kind: 'activityCheck'; readonly at: Instant }
  | { readonly kind: 'idleCheck'; readonly at: Instant };

/** The next thing that time alone will do to this state; of several at the same moment, the one that keeps most time. */
export function nextCause(state: TrackingState, settings: TrackingSettings): Deadline | null {
  const causes = isRunning(state) ? causesWhileRunning(state, settings) : causesWhileStopped(state, settings);
  return causes.reduce<Deadline | null>(
    (first, cause) => (first && first.at <= cause.at ? first : cause),
    null,
  );
}

/** When time alone will next change this state: a job that sends a `clock` event then is never late. Null: never. */
export function nextDeadline(state: TrackingState, settings: TrackingSettings): Instant | null {
  return nextCause(state, settings)?.at ?? null;
}

/** In the order in which causes at the same moment win. */
function causesWhileRunning({ run }: RunningState, settings: TrackingSettings): Deadline[] {
  const causes: Deadline[] = [];
  if (settings.longestTrack !== null) {
    const at = later(run.startedAt, settings.longestTrack);
    causes.push({ kind: 'stop', at, until: at, type: STOPPED_TRACK_TYPE.longestTrack });
  }
  if (settings.connectionGrace !== null && run.lastPing !== null) {
    // Who adjusts or confirms the track meanwhile, from wherever, is still there.
    const until = instant(Math.max(run.lastPing, run.lastSignOfLife));
    const silentSince = instant(Math.max(until, settings.reachableSince ?? until));
    const at = later(silentSince, settings.connectionGrace);
    causes.push({ kind: 'stop', at, until, type: STOPPED_TRACK_TYPE.ping });
  }
  if (run.checkedSince === null) {
    if (settings.activityCheckEvery !== null) {
      causes.push({ kind: 'activityCheck', at: later(run.lastSignOfLife, settings.activityCheckEvery) });
    }
  } else if (settings.activityCheckAnswerWithin !== null) {
    const at = later(run.checkedSince, settings.activityCheckAnswerWithin);
    causes.push({ kind: 'stop', at, until: run.lastSignOfLife, type: STOPPED_TRACK_TYPE.activityCheck });
  }
  return causes;
}

function causesWhileStopped(state: StoppedState, settings: TrackingSettings): Deadline[] {
  if (state.status !== 'idle' || settings.idleCheckEvery === null) return [];
  return [{ kind: 'idleCheck', at: state.remindAt ?? later(state.statusChangedAt, settings.idleCheckEvery) }];
}

function later(from: Instant, length: Seconds): Instant {
  return instant(from + length * 1000);
}
