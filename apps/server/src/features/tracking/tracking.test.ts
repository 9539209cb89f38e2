import { calls } from '@stint/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { auditOf, MORNING, setRules, type Tracker, tracker, workLogsOf } from './testing/tracker.ts';

let stint: TestServer;
let me: Tracker;
let now = 0;
let people = 0;
let types: { id: string; name: string; color: string }[] = [];

const ticks = (at: number) => (at + 62_135_596_800_000) * 10_000;
const NOT_SET = '00000000-0000-0000-0000-000000000000';

beforeAll(async () => {
  stint = await testServer({ clock: () => now });
  const organization = await stint.server.dependencies.organizations.byId(stint.organizationId);
  types = [...(organization?.activityTypes ?? [])];
});
afterAll(() => stint.close());
beforeEach(async () => {
  now = MORNING;
  people += 1;
  me = tracker(stint, await stint.addPerson(stint.organizationId, `person${people}`, 'Team'));
});

describe('the state', () => {
  test('holds every field of the documented example while a track runs', async () => {
    const started = await me.post('startTracking', {
      timeZone: 120,
      tfsId: 1349,
      remark: 'text',
      activityTypeId: types[1]?.id,
    });
    now += 95_900;
    const state = await me.get('current');
    expect(state).toEqual({
      track: {
        tfsId: 1349,
        remark: 'text',
        activityTypeId: types[1]?.id,
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
          defaultActivity: NOT_SET,
          activityTypes: types.map((type) => ({
            ...type,
            isDefault: type.id === NOT_SET,
            isNotSet: type.id === NOT_SET,
          })),
        },
        userInfo: {
          userId: me.person.id,
          userName: `person${people}`,
          userUniqueName: me.person.email,
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
    const { track } = await me.get('current');
    expect(track).toMatchObject({
      tfsId: null,
      remark: '',
      activityTypeId: NOT_SET,
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
    expect((await me.get(path)).track.trackingState).toBe('idle');
  });

  test('is a number in version 2.1, and everything else as ever', async () => {
    await setRules(stint, { activityCheckEvery: 600 });
    const at = (path: string) => `${path}?api-version=2.1`;
    const numbers = [(await me.get(at('current'))).track.trackingState];
    numbers.push((await me.post(at('startTracking'), { remark: 'x' })).track.trackingState);
    now += 600_000;
    numbers.push((await me.get(at('current'))).track.trackingState);
    const stopped = await me.post(at('stopTracking/1'));
    numbers.push(stopped.track.trackingState);
    await setRules(stint, { idleCheckEvery: 600 });
    await me.post(at('stopTracking'));
    now += 600_000;
    numbers.push((await me.get(at('current'))).track.trackingState);
    expect(numbers).toEqual([1, 0, 3, 4, 2]);
    expect(stopped.track.stoppedTrackType).toBe(3);
    await setRules(stint, {});
  });

  test('has a time stamp that grows with every change, whatever the clock does', async () => {
    const stamps = [(await me.get('current')).timestamp];
    stamps.push((await me.post('startTracking', { remark: 'a' })).timestamp);
    stamps.push((await me.post('adjust', { remark: 'b' })).timestamp);
    now -= 60_000;
    stamps.push((await me.post('stopTracking')).timestamp);
    expect(stamps.every((stamp, index) => index === 0 || stamp > (stamps[index - 1] ?? 0))).toBe(true);
    expect((await me.get('current')).timestamp).toBe(stamps.at(-1));
  });
});

describe('starting and stopping', () => {
  test('books the worklog that the state has named', async () => {
    const { track } = await me.post('startTracking', {
      timeZone: -300,
      tfsId: '1349',
      remark: 'text',
      isBillable: true,
    });
    now += 61_999;
    const stopped = await me.post('stopTracking', '""');
    expect(stopped.track).toMatchObject({
      trackingState: 'idle',
      stoppedTrackType: 5,
      currentTrackLength: 0,
      workLogId: track.workLogId,
    });
    expect(stopped.trackSettings).toEqual({
      isTrackingStartAllowed: true,
      responseState: 'OK',
      responseMessage: null,
    });
    expect(await workLogsOf(stint, me.person)).toEqual([
      {
        id: track.workLogId,
        seconds: 61,
        started_at: '2026-03-02T08:00:00.123Z',
        local_started_at: '2026-03-02T03:00:00.123',
        work_item_id: 1349,
        comment: 'text',
        activity_type_id: NOT_SET,
        is_tracked: true,
        is_billable: true,
        billable_seconds: 61,
      },
    ]);
  });

  test.each([
    'stopTracking',
    'stopTracking/0',
    'stopTracking?$reason=0',
    'stoptracking/?reason=0',
    'stopTracking?%24reason=0',
  ])('%s stops for the person', async (path) => {
    await me.post('startTracking', { remark: 'x' });
    expect((await me.post(path)).track).toMatchObject({ trackingState: 'idle', stoppedTrackType: 5 });
  });

  test.each(['stopTracking/1', 'stopTracking?$reason=1', 'stopTracking?reason=1'])(
    '%s stops for the machine',
    async (path) => {
      await me.post('startTracking', { remark: 'x' });
      expect((await me.post(path)).track).toMatchObject({
        trackingState: 'clientInputRequired',
        stoppedTrackType: 3,
      });
      expect((await me.post('startTracking', { remark: 'y' })).track.trackingState).toBe('tracking');
    },
  );

  test('keeps a track that ended within its first second', async () => {
    await me.post('startTracking', { remark: 'x' });
    const stopped = await me.post('stopTracking');
    expect(stopped.trackSettings.responseState).toBe('OK');
    expect(await workLogsOf(stint, me.person)).toMatchObject([{ id: stopped.track.workLogId, seconds: 0 }]);
  });

  test('drops a track shorter than the least length, and says so', async () => {
    await setRules(stint, { leastLength: 60 });
    await me.post('startTracking', { remark: 'x' });
    now += 59_000;
    const { track, trackSettings } = await me.post('stopTracking');
    expect(track.workLogId).toBeNull();
    expect(trackSettings).toMatchObject({
      responseState: 'Warning',
      responseMessage: expect.stringContaining('not kept') as string,
    });
    expect(await workLogsOf(stint, me.person)).toEqual([]);
    await setRules(stint, {});
  });

  test('stopping when nothing runs is a warning', async () => {
    const { track, trackSettings } = await me.post('stopTracking');
    expect(track.trackingState).toBe('idle');
    expect(trackSettings).toMatchObject({
      responseState: 'Warning',
      responseMessage: 'No track is running.',
    });
  });

  test('starting another track books the first one', async () => {
    const first = await me.post('startTracking', { tfsId: 1, remark: 'first' });
    now += 30_000;
    const second = await me.post('startTracking', { tfsId: 2, remark: 'second' });
    expect(second.track).toMatchObject({
      tfsId: 2,
      remark: 'second',
      currentTrackLength: 0,
      totalMeTodayLength: 30,
      totalMeLength: 0,
    });
    expect(await workLogsOf(stint, me.person)).toMatchObject([
      { id: first.track.workLogId, seconds: 30, work_item_id: 1 },
    ]);
    const ids = [first, second].map(({ track }) => track.workLogId ?? '');
    expect(await auditOf(stint, ids)).toMatchObject([
      {
        action: 'start',
        entity_id: ids[0],
        person_id: me.person.id,
        via: 'tracking',
        after: { workItemId: 1, comment: 'first' },
      },
      {
        action: 'stop',
        entity_id: ids[0],
        person_id: me.person.id,
        after: { seconds: 30, stoppedTrackType: 6 },
      },
      { action: 'start', entity_id: ids[1] },
    ]);
  });

  test('an unknown activity type is refused by name, and the running track goes on', async () => {
    const running = await me.post('startTracking', { remark: 'x' });
    const unknown = 'dc54d553-a762-47c3-a68f-80d64bdd2a66';
    for (const path of ['startTracking', 'adjust', 'selected']) {
      const answer = await stint.ask(me.person, 'POST', `/api/tracking/client/${path}`, {
        activityTypeId: unknown,
      });
      expect(answer.status).toBe(200);
      if (path !== 'selected') {
        expect(answer.body.trackSettings).toMatchObject({
          responseState: 'Error',
          responseMessage: expect.stringContaining(unknown) as string,
        });
      }
    }
    expect((await me.get('current')).track).toEqual(running.track);
  });

  test('a work item is asked for when the organization requires one', async () => {
    await setRules(stint, { workItemRequired: true });
    expect((await me.post('startTracking', { tfsId: 0, remark: 'x' })).trackSettings).toMatchObject({
      responseState: 'Error',
    });
    expect((await me.get('current')).track.trackingState).toBe('idle');
    await me.post('startTracking', { tfsId: 5 });
    expect((await me.post('adjust', { tfsId: 0 })).trackSettings).toMatchObject({ responseState: 'Error' });
    expect((await me.get('current')).track.tfsId).toBe(5);
    await setRules(stint, {});
  });

  test('hints are warnings of a track that runs', async () => {
    const unknown = await me.post('startTracking', { tfsId: 77 });
    expect(unknown).toMatchObject({
      track: { trackingState: 'tracking' },
      trackSettings: { responseState: 'Warning' },
    });
    expect(unknown.trackSettings.responseMessage).toContain('77');
    const nameless = await me.post('startTracking', { tfsId: '', remark: '', activityTypeId: '' });
    expect(nameless.trackSettings.responseMessage).toContain('comment');
  });

  test("the activity type is the given one, else the person's, else the organization's", async () => {
    const { system } = stint.server.dependencies.database;
    expect((await me.post('startTracking', { remark: 'x', activityTypeId: '' })).track.activityTypeId).toBe(
      NOT_SET,
    );
    await system
      .updateTable('person')
      .set({ default_activity_type_id: types[2]?.id ?? null })
      .where('id', '=', me.person.id)
      .execute();
    stint.server.dependencies.feed.tell(stint.organizationId);
    const state = await me.post('startTracking', { remark: 'x' });
    expect(state.track.activityTypeId).toBe(types[2]?.id);
    expect(state.settings.activityType.defaultActivity).toBe(types[2]?.id);
    const given = `{${types[3]?.id.toUpperCase()}}`;
    expect(
      (await me.post('startTracking', { remark: 'x', activityTypeId: given })).track.activityTypeId,
    ).toBe(types[3]?.id);
  });
});

describe('adjusting and selecting', () => {
  test('adjusting changes only the fields that are given', async () => {
    const started = await me.post('startTracking', {
      tfsId: 3,
      remark: 'before',
      activityTypeId: types[1]?.id,
    });
    now += 10_000;
    expect((await me.post('adjust', { remark: 'after' })).track).toMatchObject({
      tfsId: 3,
      remark: 'after',
      activityTypeId: types[1]?.id,
    });
    expect((await me.post('adjust', { tfsId: 0, remark: null })).track).toMatchObject({
      tfsId: null,
      remark: 'after',
    });
    expect((await me.post('adjust', { tfsId: 4, activityTypeId: '', isBillable: true })).track).toMatchObject(
      {
        tfsId: 4,
        activityTypeId: NOT_SET,
        currentTrackLength: 10,
      },
    );
    await me.post('stopTracking');
    expect(await workLogsOf(stint, me.person)).toMatchObject([
      { work_item_id: 4, comment: 'after', is_billable: true },
    ]);
    const adjusted = (await auditOf(stint, [started.track.workLogId ?? ''])).filter(
      ({ action }) => action === 'adjust',
    );
    expect(adjusted[0]).toMatchObject({
      via: 'tracking',
      before: { comment: 'before' },
      after: { comment: 'after' },
    });
    expect(adjusted).toHaveLength(3);
  });

  test('adjusting when nothing runs is a warning', async () => {
    expect((await me.post('adjust', { remark: 'x' })).trackSettings.responseState).toBe('Warning');
  });

  test('selecting answers the track alone, starts nothing, and a bare start tracks it', async () => {
    const track = await me.ask(calls.selectTrack, 'selected', {
      tfsId: 9,
      remark: 'next',
      activityTypeId: '',
      calculateTotals: true,
    });
    expect(track).toMatchObject({ tfsId: 9, remark: 'next', trackingState: 'idle', totalMeLength: 0 });
    expect((await me.post('startTracking', { timeZone: 60 })).track).toMatchObject({
      tfsId: 9,
      remark: 'next',
      trackingState: 'tracking',
    });
    expect((await me.post('startTracking', { remark: 'other' })).track).toMatchObject({
      tfsId: null,
      remark: 'other',
    });
  });
});

describe('checks', () => {
  test('an activity check is asked, answered, and unanswered stops at the last sign of life', async () => {
    await setRules(stint, { activityCheckEvery: 600, activityCheckAnswerWithin: 120 });
    await me.post('startTracking', { remark: 'x' });
    now += 610_000;
    expect((await me.get('current')).track).toMatchObject({
      trackingState: 'activityCheck',
      activityCheck: { isRunning: true, secondsLeft: 110 },
      trackStatusChangeDate: '2026-03-02T09:10:00.1230000',
      currentTrackLength: 610,
    });
    expect((await me.post('activityCheck')).track).toMatchObject({
      trackingState: 'tracking',
      activityCheck: { isRunning: false },
    });
    now += 10_000_000;
    expect((await me.get('current')).track).toMatchObject({
      trackingState: 'clientInputRequired',
      stoppedTrackType: 1,
      totalMeTodayLength: 610,
    });
    expect(await workLogsOf(stint, me.person)).toMatchObject([{ seconds: 610 }]);
    expect((await me.post('activityCheck')).trackSettings).toMatchObject({ responseState: 'Warning' });
    expect((await me.get('current')).track.trackingState).toBe('idle');
    await setRules(stint, {});
  });

  test.each([
    ['idleCheck/0', 3600],
    ['idleCheck', 3600],
    ['idleCheck?$option=1', 15 * 3600],
    ['idlecheck/1', 15 * 3600],
    ['idleCheck?option=2', (6 * 24 + 15) * 3600],
  ])('%s puts the reminder off', async (path, seconds) => {
    await setRules(stint, { idleCheckEvery: 60 });
    await me.get('current');
    now += 60_000;
    expect((await me.get('current')).track.trackingState).toBe('idleCheck');
    now = MORNING;
    expect((await me.post(path)).track.trackingState).toBe('idle');
    now = MORNING + (seconds - 62) * 1000;
    expect((await me.get('current')).track.trackingState).toBe('idle');
    now = MORNING + (seconds + 62) * 1000;
    expect((await me.get('current')).track.trackingState).toBe('idleCheck');
    await setRules(stint, {});
  });

  test('the longest track is booked to its length, however late anybody looks', async () => {
    await setRules(stint, { longestTrack: 3600 });
    await me.post('startTracking', { remark: 'x' });
    now += 90_000_000;
    const { track } = await me.post('startTracking', { remark: 'y' });
    expect(track).toMatchObject({ trackingState: 'tracking', currentTrackLength: 0, totalMeTodayLength: 0 });
    const logs = await workLogsOf(stint, me.person);
    expect(logs).toMatchObject([{ seconds: 3600 }]);
    expect(await auditOf(stint, [logs[0]?.id ?? ''])).toMatchObject([
      { action: 'start' },
      { action: 'stop', person_id: null, via: 'job' },
    ]);
    await setRules(stint, {});
  });
});

describe('totals', () => {
  test('add up today, my time and the time of all on the work item', async () => {
    const other = tracker(stint, await stint.addPerson(stint.organizationId, `mate${people}`, 'Team'));
    const tfsId = 5000 + people;
    now = MORNING - 24 * 3_600_000;
    await me.post('startTracking', { tfsId });
    await other.post('startTracking', { tfsId });
    now += 100_000;
    await me.post('stopTracking');
    now += 100_000;
    await other.post('stopTracking');
    now = MORNING;
    await me.post('startTracking', { remark: 'else' });
    now += 10_000;
    await me.post('startTracking', { tfsId });
    now += 5000;
    const expected = {
      currentTrackLength: 5,
      totalMeTodayLength: 15,
      totalMeLength: 105,
      totalTeamLength: 305,
    };
    expect((await me.get('current')).track).toMatchObject(expected);
    const stopped = await me.post('stopTracking');
    expect(stopped.track).toMatchObject({ ...expected, currentTrackLength: 0 });
    expect((await me.get('current')).track).toMatchObject({ ...expected, currentTrackLength: 0 });
    const selected = await me.ask(calls.selectTrack, 'selected', { tfsId });
    expect(selected).toMatchObject({ totalMeLength: 105, totalTeamLength: 305 });
  });

  test('a track that began yesterday belongs to yesterday', async () => {
    now = Date.parse('2026-03-01T22:59:00Z');
    await me.post('startTracking', { remark: 'late', timeZone: 60 });
    now = Date.parse('2026-03-01T23:01:00Z');
    expect((await me.get('current')).track).toMatchObject({ currentTrackLength: 120, totalMeTodayLength: 0 });
    expect((await me.post('stopTracking')).track).toMatchObject({ totalMeTodayLength: 0 });
  });
});

describe('latest', () => {
  test('lists my last worklogs, newest first', async () => {
    for (const remark of ['one', 'two', 'three']) {
      await me.post('startTracking', { timeZone: 60, remark, tfsId: 1349 });
      now += 60_000;
    }
    await me.post('stopTracking');
    const latest = await me.ask(calls.listLatestTracks, 'latest');
    expect(latest).toMatchObject({
      count: 3,
      workLogs: [{ remark: 'three' }, { remark: 'two' }, { remark: 'one' }],
    });
    expect(latest.workLogs?.[0]).toEqual({
      id: expect.any(String) as string,
      remark: 'three',
      startTime: '2026-03-02T09:02:00.1230000',
      endTime: '2026-03-02T09:03:00.1230000',
      periodLength: 60,
      activityTypeId: NOT_SET,
      workItem: null,
    });
    for (const path of ['latest/2', 'latest?$count=2', 'Latest/?count=2', 'latest?%24count=2']) {
      expect(await me.ask(calls.listLatestTracks, path)).toMatchObject({
        count: 2,
        workLogs: [{ remark: 'three' }, { remark: 'two' }],
      });
    }
  });

  test('is empty for a person without worklogs', async () => {
    expect(await me.ask(calls.listLatestTracks, 'latest')).toEqual({ count: 0, workLogs: [] });
  });
});

describe('what is refused', () => {
  test.each(['current/perhaps', 'latest/many', 'latest/-1', 'stopTracking/7', 'idleCheck/3'])(
    'a parameter of the wrong type is ApiVersionError: %s',
    async (path) => {
      const method = /current|latest/.test(path) ? 'GET' : 'POST';
      const { status, body } = await stint.ask(me.person, method, `/api/tracking/client/${path}`);
      expect({ status, code: body.error?.errorCode }).toEqual({ status: 400, code: 'ApiVersionError' });
    },
  );

  test('the same Idempotency-Key starts once', async () => {
    const ask = () =>
      stint.ask(
        me.person,
        'POST',
        '/api/tracking/client/startTracking',
        { remark: 'x' },
        { 'idempotency-key': 'abc' },
      );
    const [first, again] = [await ask(), await ask()];
    expect(again.body).toEqual(first.body);
    expect(await workLogsOf(stint, me.person)).toEqual([]);
  });
});
