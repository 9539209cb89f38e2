import { type Instant, instant } from '../brands.ts';
import { type Deadline, nextCause } from './deadlines.ts';
import type { TrackingEffect } from './effects.ts';
import type { TrackingSettings } from './settings.ts';
import { isRunning, type TrackingState } from './state.ts';
import { stopRun } from './stop.ts';

/**
 * Lets time pass until `now`: everything that was due happens in the order of its time, each at its own time, so that a server
 * that was down for hours comes to the same result as one that was up. Returns the same object when nothing was due.
 */
export function letTimePass(
  state: TrackingState,
  now: Instant,
  settings: TrackingSettings,
): { state: TrackingState; effects: TrackingEffect[] } {
  const effects: TrackingEffect[] = [];
  let current = state;
  for (;;) {
    const cause = nextCause(current, settings);
    if (cause === null || cause.at > now) return { state: current, effects };
    current = happen(current, cause, settings, effects);
  }
}

function happen(
  state: TrackingState,
  cause: Deadline,
  settings: TrackingSettings,
  effects: TrackingEffect[],
): TrackingState {
  if (!isRunning(state)) return { ...state, ...stamp(state, cause.at), status: 'idleCheck', remindAt: null };
  if (cause.kind === 'stop') {
    const stopped = stopRun(state, cause, settings);
    effects.push(stopped.effect);
    return stopped.state;
  }
  return {
    ...state,
    ...stamp(state, cause.at),
    status: 'activityCheck',
    run: { ...state.run, checkedSince: cause.at },
  };
}

/** The time of a new status; a rule that was tightened meanwhile may be due before the last change, which stays the later. */
function stamp(state: TrackingState, at: Instant): { statusChangedAt: Instant; changedAt: Instant } {
  const changedAt = instant(Math.max(at, state.changedAt));
  return { statusChangedAt: changedAt, changedAt };
}
