import type { TrackingState } from '@stint/contract';
import { expect, test } from 'vitest';
import { foresee, isRunning, newer, type TrackSnapshot } from './foresee.ts';

const none = '00000000-0000-0000-0000-000000000000';

const state: TrackingState = {
  track: {
    tfsId: null,
    remark: '',
    activityTypeId: none,
    workItem: null,
    trackingState: 'idle',
    stoppedTrackType: 0,
    activityCheck: { isRunning: false, secondsLeft: 0 },
    currentTrackLength: 0,
    totalMeTodayLength: 0,
    totalMeLength: 0,
    totalTeamLength: 0,
    trackAdjustmentLength: 0,
    currentTrackStartedDateTime: null,
    trackStatusChangeDate: null,
    trackTimeZone: 0,
    workLogId: null,
  },
  trackSettings: { isTrackingStartAllowed: true, responseState: 'OK', responseMessage: null },
  settings: {
    activityType: { isEnabled: true, defaultActivity: none, activityTypes: [] },
    userInfo: {
      userId: none,
      userName: 'Cleo',
      userUniqueName: 'cleo@demo.local',
      encodedImage: null,
      applicationVersion: '1',
      teamServicesUrl: null,
      projectId: null,
    },
    timestamp: 1,
  },
  timestamp: 1,
};
const idle: TrackSnapshot = { state, receivedAt: 10 };
const subject = { workItem: null, workItemId: 1001, comment: '409', activityTypeId: none };

test('a start runs at once from zero, now', () => {
  const started = foresee(idle, { kind: 'start', subject }, 500);
  expect(isRunning(started.state.track)).toBe(true);
  expect(started.receivedAt).toBe(500);
  expect(started.state.track).toMatchObject({ tfsId: 1001, remark: '409', currentTrackLength: 0 });
});

test('a change touches only what it names and keeps the clock', () => {
  const started = foresee(idle, { kind: 'start', subject }, 500);
  const changed = foresee(started, { kind: 'change', change: { comment: 'new' } }, 900);
  expect(changed.state.track).toEqual({ ...started.state.track, remark: 'new' });
  expect(changed.receivedAt).toBe(500);
});

test('a stop shows idle', () => {
  const started = foresee(idle, { kind: 'start', subject }, 500);
  expect(isRunning(foresee(started, { kind: 'stop' }, 900).state.track)).toBe(false);
});

test('answering the activity check goes on tracking', () => {
  const asked = foresee(idle, { kind: 'start', subject }, 500);
  asked.state.track.activityCheck = { isRunning: true, secondsLeft: 30 };
  asked.state.track.trackingState = 'activityCheck';
  const here = foresee(asked, { kind: 'here' }, 900).state.track;
  expect(here).toMatchObject({ trackingState: 'tracking', activityCheck: { isRunning: false } });
});

test('an older state never replaces a newer one', () => {
  const later = { ...idle, state: { ...state, timestamp: 2 } };
  expect(newer(later, idle)).toBe(later);
  expect(newer(idle, later)).toBe(later);
  expect(newer(undefined, idle)).toBe(idle);
});
