import { type Instant, type Seconds, seconds } from '../brands.ts';
import type { TrackingSettings } from './settings.ts';
import { isRunning, type TrackingState } from './state.ts';

/** How long the running track has lasted, in whole seconds; 0 when none runs (`currentTrackLength`, api.md 4). */
export function currentTrackLength(state: TrackingState, now: Instant): Seconds {
  if (!isRunning(state)) return seconds(0);
  return seconds(Math.max(0, Math.floor((now - state.run.startedAt) / 1000)));
}

/** How long an open activity check may still be answered, in seconds rounded up; 0 when none is open or it never ends. */
export function secondsLeft(state: TrackingState, settings: TrackingSettings, now: Instant): Seconds {
  const since = state.run?.checkedSince ?? null;
  if (since === null || settings.activityCheckAnswerWithin === null) return seconds(0);
  return seconds(Math.max(0, Math.ceil((since - now) / 1000 + settings.activityCheckAnswerWithin)));
}
