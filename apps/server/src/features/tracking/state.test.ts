import { describe, expect, test } from 'vitest';
import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { MORNING, setRules, workLogsOf } from './testing/tracker.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();

/** .NET ticks of an instant. */
const ticks = (at: number) => (at + 62_135_596_800_000) * 10_000;

describe('the state', () => {
  test('holds every field of the documented example while a track runs', async () => {
    const started = await t.me.post('startTracking', {
      timeZone: 120,
      tfsId: 1349,
      remark: 'text',
      activityTypeId: t.activityTypes[1]?.id,
    });
    t.now += 95_900;
    const state = await t.me.get('current');
    expect(state).toEqual({
      track: {
        tfsId: 1349,
        remark: 'text',
        activityTypeId: t.activityTypes[1]?.id,
        workItem: null,
        trackingState: 'tracking',
        stoppedTrackType: 0,
        activityCheck: { isRunning: false, secondsLeft: 0 },
        currentTrackLength: 95,
        totalMeTodayLength: 95,
        totalMeLength: 95,
        totalTeamLength: 95,
        trackAdjustmentLength: 0,
        currentTrackStartedDateTime: '2026-03-02T10:00:00.1230000',
        trackStatusChangeDate: '2026-03-02T10:00:00.1230000',
        trackTimeZone: 120,
        workLogId: started.track.workLogId,
      },
      trackSettings: { isTrackingStartAllowed: true, responseState: 'OK', responseMessage: null },
      settings: {
        activityType: {
          isEnabled: true,
          defaultActivity: NOT_SET_ACTIVITY_TYPE.id,
          activityTypes: t.activityTypes.map((type) => ({
            ...type,
            isDefault: type.id === NOT_SET_ACTIVITY_TYPE.id,
            isNotSet: type.id === NOT_SET_ACTIVITY_TYPE.id,
          })),
        },
        userInfo: {
          userId: t.me.person.id,
          userName: t.me.person.email.split('@')[0],
          userUniqueName: t.me.person.email,
          encodedImage: null,
          applicationVersion: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
          teamServicesUrl: null,
          projectId: null,
        },
        timestamp: state.timestamp,
      },
      timestamp: ticks(MORNING + 1),
    });
  });

  test('is idle for a person who has never tracked, in their own time zone', async () => {
    const { track } = await t.me.get('current');
    expect(track).toMatchObject({
      tfsId: null,
      remark: '',
      activityTypeId: NOT_SET_ACTIVITY_TYPE.id,
      trackingState: 'idle',
      stoppedTrackType: 5,
      currentTrackStartedDateTime: null,
      trackStatusChangeDate: '2026-03-02T09:00:00.1230000',
      trackTimeZone: 60,
      workLogId: null,
    });
  });

  test.each([
    'current',
    'current/true',
    'current?$expand=true',
    'current?%24expand=false',
    'CURRENT/?expand=true',
  ])('is answered to %s', async (path) => {
    expect((await t.me.get(path)).track.trackingState).toBe('idle');
  });

  test('is a number in version 2.1, and everything else as ever', async () => {
    await setRules(t.stint, { activityCheckEvery: 600 });

    const numbers = [(await t.me.get('current?api-version=2.1')).track.trackingState];
    numbers.push((await t.me.post('startTracking?api-version=2.1', { remark: 'x' })).track.trackingState);
    t.now += 600_000;
    numbers.push((await t.me.get('current?api-version=2.1')).track.trackingState);
    const stopped = await t.me.post('stopTracking/1?api-version=2.1');
    numbers.push(stopped.track.trackingState);
    await setRules(t.stint, { idleCheckEvery: 600 });
    await t.me.post('stopTracking?api-version=2.1');
    t.now += 600_000;
    numbers.push((await t.me.get('current?api-version=2.1')).track.trackingState);
    expect(numbers).toEqual([1, 0, 3, 4, 2]);
    expect(stopped.track.stoppedTrackType).toBe(3);
    await setRules(t.stint, {});
  });

  test('has a time stamp that grows with every change, whatever the clock does', async () => {
    const stamps = [(await t.me.get('current')).timestamp];
    stamps.push((await t.me.post('startTracking', { remark: 'a' })).timestamp);
    stamps.push((await t.me.post('adjust', { remark: 'b' })).timestamp);
    t.now -= 60_000;
    stamps.push((await t.me.post('stopTracking')).timestamp);
    expect(stamps.every((stamp, index) => index === 0 || stamp > (stamps[index - 1] ?? 0))).toBe(true);
    expect((await t.me.get('current')).timestamp).toBe(stamps.at(-1));
  });
});

describe('a read-only organization', () => {
  test('answers the state, allows no start, and says so', async () => {
    await t.me.post('startTracking', { remark: 'x' });
    await setRules(t.stint, { operation: 'readOnly' });
    const { track, trackSettings } = await t.me.get('current');
    expect(track.trackingState).toBe('tracking');
    expect(trackSettings.isTrackingStartAllowed).toBe(false);
    const { status, body } = await t.stint.ask(t.me.person, 'POST', '/api/tracking/client/stopTracking');
    expect({ status, code: body.error?.errorCode }).toEqual({ status: 403, code: 'LicenseReadOnly' });
    await setRules(t.stint, {});
  });
});

describe('what is refused', () => {
  test.each(['current/perhaps', 'latest/many', 'latest/-1', 'stopTracking/7', 'idleCheck/3'])(
    'a parameter of the wrong type is ApiVersionError: %s',
    async (path) => {
      const method = /current|latest/.test(path) ? 'GET' : 'POST';
      const { status, body } = await t.stint.ask(t.me.person, method, `/api/tracking/client/${path}`);
      expect({ status, code: body.error?.errorCode }).toEqual({ status: 400, code: 'ApiVersionError' });
    },
  );

  test('the same Idempotency-Key starts once', async () => {
    const ask = () =>
      t.stint.ask(
        t.me.person,
        'POST',
        '/api/tracking/client/startTracking',
        { remark: 'x' },
        { 'idempotency-key': 'abc' },
      );
    const [first, again] = [await ask(), await ask()];
    expect(again.body).toEqual(first.body);
    expect(await workLogsOf(t.stint, t.me.person)).toEqual([]);
  });
});
