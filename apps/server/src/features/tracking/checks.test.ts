import { describe, expect, test } from 'vitest';
import { auditOf, MORNING, setRules, workLogsOf } from './testing/tracker.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();

describe('checks', () => {
  test('an activity check is asked, answered, and unanswered stops at the last sign of life', async () => {
    await setRules(t.stint, { activityCheckEvery: 600, activityCheckAnswerWithin: 120 });
    await t.me.post('startTracking', { remark: 'x' });
    t.now += 610_000;
    expect((await t.me.get('current')).track).toMatchObject({
      trackingState: 'activityCheck',
      activityCheck: { isRunning: true, secondsLeft: 110 },
      trackStatusChangeDate: '2026-03-02T09:10:00.1230000',
      currentTrackLength: 610,
    });
    expect((await t.me.post('activityCheck')).track).toMatchObject({
      trackingState: 'tracking',
      activityCheck: { isRunning: false },
    });
    t.now += 10_000_000;
    expect((await t.me.get('current')).track).toMatchObject({
      trackingState: 'clientInputRequired',
      stoppedTrackType: 1,
      totalMeTodayLength: 610,
    });
    expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([{ seconds: 610 }]);
    expect((await t.me.post('activityCheck')).trackSettings).toMatchObject({ responseState: 'Warning' });
    expect((await t.me.get('current')).track.trackingState).toBe('idle');
    await setRules(t.stint, {});
  });

  test.each([
    ['idleCheck/0', 3600],
    ['idleCheck', 3600],
    ['idleCheck?$option=1', 15 * 3600],
    ['idlecheck/1', 15 * 3600],
    ['idleCheck?option=2', (6 * 24 + 15) * 3600],
  ])('%s puts the reminder off', async (path, seconds) => {
    await setRules(t.stint, { idleCheckEvery: 60 });
    await t.me.get('current');
    t.now += 60_000;
    expect((await t.me.get('current')).track.trackingState).toBe('idleCheck');
    t.now = MORNING;
    expect((await t.me.post(path)).track.trackingState).toBe('idle');
    t.now = MORNING + (seconds - 62) * 1000;
    expect((await t.me.get('current')).track.trackingState).toBe('idle');
    t.now = MORNING + (seconds + 62) * 1000;
    expect((await t.me.get('current')).track.trackingState).toBe('idleCheck');
    await setRules(t.stint, {});
  });

  test('the longest track is booked to its length, however late anybody looks', async () => {
    await setRules(t.stint, { longestTrack: 3600 });
    await t.me.post('startTracking', { remark: 'x' });
    t.now += 90_000_000;
    const { track } = await t.me.post('startTracking', { remark: 'y' });
    expect(track).toMatchObject({ trackingState: 'tracking', currentTrackLength: 0, totalMeTodayLength: 0 });
    const logs = await workLogsOf(t.stint, t.me.person);
    expect(logs).toMatchObject([{ seconds: 3600 }]);
    expect(await auditOf(t.stint, [logs[0]?.id ?? ''])).toMatchObject([
      { action: 'start' },
      { action: 'stop', person_id: null, via: 'job' },
    ]);
    await setRules(t.stint, {});
  });
});
