import { type Instant, instant } from '../brands.ts';
import { letTimePass } from './clock.ts';
import type { TrackingEffect, TrackingRefusal } from './effects.ts';
import {
  STOP_REASON,
  type StartEvent,
  type StopReason,
  type TrackingContext,
  type TrackingEvent,
} from './events.ts';
import { stoppedMessage } from './messages.ts';
import { isPinging, remember } from './pinging.ts';
import { postponedUntil } from './postpone.ts';
import {
  isRunning,
  type RunningState,
  type StoppedState,
  STOPPED_TRACK_TYPE,
  type TrackingState,
} from './state.ts';
import { stopRun } from './stop.ts';

export interface Transition {
  readonly state: TrackingState;
  readonly effects: readonly TrackingEffect[];
  readonly refusal?: TrackingRefusal;
}

/**
 * The tracking machine (api.md 4): what an event makes of one person's tracking. Everything that was due before `context.now`
 * happens first, whatever the event. A clock that stands behind what the state has seen counts as that moment. When nothing
 * changes, the same state object comes back, and there is nothing to store.
 */
export function track(state: TrackingState, event: TrackingEvent, context: TrackingContext): Transition {
  const now = instant(Math.max(context.now, state.changedAt));
  const passed = letTimePass(state, now, context.settings);
  const result = apply(passed.state, event, { ...context, now });
  return { ...result, effects: [...passed.effects, ...result.effects] };
}

function apply(state: TrackingState, event: TrackingEvent, context: TrackingContext): Transition {
  switch (event.type) {
    case 'clock':
      return unchanged(state);
    case 'start':
      return start(state, event, context);
    case 'select':
      return { state: { ...state, selected: event.details, changedAt: context.now }, effects: [] };
    case 'stop':
      return isRunning(state) ? stop(state, event.reason, context) : acknowledge(state, context.now);
    case 'adjust':
      if (!isRunning(state)) return acknowledge(state, context.now);
      return signOfLife(
        { ...state, run: { ...state.run, details: { ...state.run.details, ...event.changes } } },
        context,
      );
    case 'activityCheckAnswered':
      return isRunning(state) ? signOfLife(state, context) : acknowledge(state, context.now);
    case 'idleCheckPostponed':
      if (isRunning(state)) return refused(state, stoppedMessage(STOPPED_TRACK_TYPE.tracking));
      return {
        state: idle(state, context.now, postponedUntil(event.until, context.now, context.timeZone)),
        effects: [],
      };
    case 'ping':
      break;
  }
  return ping(state, event.deviceId, context);
}

function start(state: TrackingState, event: StartEvent, context: TrackingContext): Transition {
  const { now } = context;
  const effects: TrackingEffect[] = [];
  if (isRunning(state)) {
    const { deviceId, workLogId } = state.run;
    effects.push(
      stopRun(state, { at: now, until: now, type: STOPPED_TRACK_TYPE.concurrency }, context.settings).effect,
    );
    if (deviceId !== null && deviceId !== event.deviceId)
      effects.push({ type: 'lostToOtherDevice', deviceId, workLogId });
  }
  const { workLogId, details, timeZoneMinutes, deviceId } = event;
  const started: RunningState = {
    status: 'tracking',
    stoppedTrackType: STOPPED_TRACK_TYPE.tracking,
    run: {
      workLogId,
      details,
      startedAt: now,
      timeZoneMinutes,
      deviceId,
      lastSignOfLife: now,
      checkedSince: null,
      // A device that pings is there when it starts, and may be lost before its next ping.
      lastPing: isPinging(state.pinging, deviceId, now, context.settings.connectionGrace) ? now : null,
    },
    selected: null,
    statusChangedAt: now,
    changedAt: now,
    ...(state.pinging && { pinging: state.pinging }),
  };
  return { state: started, effects };
}

function stop(state: RunningState, reason: StopReason, { now, settings }: TrackingContext): Transition {
  const type = reason === STOP_REASON.machine ? STOPPED_TRACK_TYPE.clientCondition : STOPPED_TRACK_TYPE.idle;
  const stopped = stopRun(state, { at: now, until: now, type }, settings);
  return { state: stopped.state, effects: [stopped.effect] };
}

/** The person did something to the running track, which also answers an open activity check. */
function signOfLife(state: RunningState, { now }: TrackingContext): Transition {
  const run = { ...state.run, lastSignOfLife: now, checkedSince: null };
  const statusChangedAt = state.status === 'tracking' ? state.statusChangedAt : now;
  return { state: { ...state, status: 'tracking', run, statusChangedAt, changedAt: now }, effects: [] };
}

/**
 * Only the device that started a track keeps it alive: another one being connected says nothing about the first. That a
 * device pings is remembered for the tracks it starts later.
 */
function ping(state: TrackingState, deviceId: string | null, { now, settings }: TrackingContext): Transition {
  const pinging = remember(state.pinging, deviceId, now, settings.connectionGrace);
  const isOwn = isRunning(state) && state.run.deviceId === deviceId;
  if (!isOwn && pinging === state.pinging) return unchanged(state);
  const seen = { changedAt: now, ...(pinging && { pinging }) };
  if (!isOwn) return { state: { ...state, ...seen }, effects: [] };
  return { state: { ...state, ...seen, run: { ...state.run, lastPing: now } }, effects: [] };
}

/** An answer that comes after the track was stopped: the person is told why, and has been told then. */
function acknowledge(state: StoppedState, now: Instant): Transition {
  const message = stoppedMessage(state.stoppedTrackType);
  return refused(state.status === 'clientInputRequired' ? idle(state, now, null) : state, message);
}

function idle(state: StoppedState, now: Instant, remindAt: Instant | null): StoppedState {
  const statusChangedAt = state.status === 'idle' ? state.statusChangedAt : now;
  return {
    ...state,
    status: 'idle',
    stoppedTrackType: STOPPED_TRACK_TYPE.idle,
    remindAt,
    statusChangedAt,
    changedAt: now,
  };
}

function refused(state: TrackingState, message: string): Transition {
  return { state, effects: [], refusal: { level: 'Warning', message } };
}

function unchanged(state: TrackingState): Transition {
  return { state, effects: [] };
}
