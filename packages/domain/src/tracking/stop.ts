import { type Instant, instant, seconds } from '../brands.ts';
import { formatDuration } from '../durations/format.ts';
import type { BookEffect, DropEffect } from './effects.ts';
import type { TrackingSettings } from './settings.ts';
import { type RunningState, STOPPED_TRACK_TYPE, type StoppedState, type StoppedTrackType } from './state.ts';

/** How a track ends: `at` is when it was stopped, `until` how far it counts, which may be earlier. */
export interface Ending {
  readonly at: Instant;
  readonly until: Instant;
  readonly type: StoppedTrackType;
}

const WITHOUT_THE_PERSON: readonly StoppedTrackType[] = [
  STOPPED_TRACK_TYPE.activityCheck,
  STOPPED_TRACK_TYPE.ping,
  STOPPED_TRACK_TYPE.clientCondition,
  STOPPED_TRACK_TYPE.longestTrack,
];

/** Ends a running track: the state after it, and the one effect that books or drops its time. */
export function stopRun(
  state: RunningState,
  ending: Ending,
  settings: TrackingSettings,
): { state: StoppedState; effect: BookEffect | DropEffect } {
  const changedAt = instant(Math.max(ending.at, state.changedAt));
  return {
    state: {
      status: WITHOUT_THE_PERSON.includes(ending.type) ? 'clientInputRequired' : 'idle',
      stoppedTrackType: ending.type,
      run: null,
      selected: state.selected ?? state.run.details,
      remindAt: null,
      statusChangedAt: changedAt,
      changedAt,
      ...(state.pinging && { pinging: state.pinging }),
    },
    effect: effectOf(state, ending, settings),
  };
}

function effectOf(
  { run }: RunningState,
  ending: Ending,
  settings: TrackingSettings,
): BookEffect | DropEffect {
  const length = seconds(Math.max(0, Math.floor((ending.until - run.startedAt) / 1000)));
  const { workLogId, startedAt, timeZoneMinutes, details } = run;
  const stoppedTrackType = ending.type;
  const least = settings.leastLength ?? 0;
  if (length >= least) {
    return {
      type: 'book',
      workLogId,
      startedAt,
      seconds: length,
      timeZoneMinutes,
      stoppedTrackType,
      ...details,
    };
  }
  const message =
    `The track was not kept: it lasted ${formatDuration(length, 'HH:MM:SS')}, ` +
    `and your organization keeps tracks from ${formatDuration(seconds(least), 'HH:MM:SS')} on (setting leastLength).`;
  return { type: 'drop', workLogId, startedAt, seconds: length, stoppedTrackType, message };
}
