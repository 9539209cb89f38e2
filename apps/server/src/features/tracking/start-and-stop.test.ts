import { describe, expect, test } from 'vitest';
import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { auditOf, setRules, workLogsOf } from './testing/tracker.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();

describe('starting and stopping', () => {
  test('books the worklog that the state has named', async () => {
    const { track } = await t.me.post('startTracking', {
      timeZone: -300,
      tfsId: '1349',
      remark: 'text',
      isBillable: true,
    });
    t.now += 61_999;
    const stopped = await t.me.post('stopTracking', '""');
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
    expect(await workLogsOf(t.stint, t.me.person)).toEqual([
      {
        id: track.workLogId,
        seconds: 61,
        started_at: '2026-03-02T08:00:00.123Z',
        local_started_at: '2026-03-02T03:00:00.123',
        work_item_id: 1349,
        comment: 'text',
        activity_type_id: NOT_SET_ACTIVITY_TYPE.id,
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
    await t.me.post('startTracking', { remark: 'x' });
    expect((await t.me.post(path)).track).toMatchObject({ trackingState: 'idle', stoppedTrackType: 5 });
  });

  test.each(['stopTracking/1', 'stopTracking?$reason=1', 'stopTracking?reason=1'])(
    '%s stops for the machine',
    async (path) => {
      await t.me.post('startTracking', { remark: 'x' });
      expect((await t.me.post(path)).track).toMatchObject({
        trackingState: 'clientInputRequired',
        stoppedTrackType: 3,
      });
      expect((await t.me.post('startTracking', { remark: 'y' })).track.trackingState).toBe('tracking');
    },
  );

  test('keeps a track that ended within its first second', async () => {
    await t.me.post('startTracking', { remark: 'x' });
    const stopped = await t.me.post('stopTracking');
    expect(stopped.trackSettings.responseState).toBe('OK');
    expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([
      { id: stopped.track.workLogId, seconds: 0 },
    ]);
  });

  test('drops a track shorter than the least length, and says so', async () => {
    await setRules(t.stint, { leastLength: 60 });
    await t.me.post('startTracking', { remark: 'x' });
    t.now += 59_000;
    const { track, trackSettings } = await t.me.post('stopTracking');
    expect(track.workLogId).toBeNull();
    expect(trackSettings).toMatchObject({
      responseState: 'Warning',
      responseMessage: expect.stringContaining('not kept') as string,
    });
    expect(await workLogsOf(t.stint, t.me.person)).toEqual([]);
    await setRules(t.stint, {});
  });

  test('stopping when nothing runs is a warning', async () => {
    const { track, trackSettings } = await t.me.post('stopTracking');
    expect(track.trackingState).toBe('idle');
    expect(trackSettings).toMatchObject({
      responseState: 'Warning',
      responseMessage: 'No track is running.',
    });
  });

  test('starting another track books the first one', async () => {
    const first = await t.me.post('startTracking', { tfsId: 1, remark: 'first' });
    t.now += 30_000;
    const second = await t.me.post('startTracking', { tfsId: 2, remark: 'second' });
    expect(second.track).toMatchObject({
      tfsId: 2,
      remark: 'second',
      currentTrackLength: 0,
      totalMeTodayLength: 30,
      totalMeLength: 0,
    });
    expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([
      { id: first.track.workLogId, seconds: 30, work_item_id: 1 },
    ]);
    const ids = [first, second].map(({ track }) => track.workLogId ?? '');
    expect(await auditOf(t.stint, ids)).toMatchObject([
      {
        action: 'start',
        entity_id: ids[0],
        person_id: t.me.person.id,
        via: 'tracking',
        after: { workItemId: 1, comment: 'first' },
      },
      {
        action: 'stop',
        entity_id: ids[0],
        person_id: t.me.person.id,
        after: { seconds: 30, stoppedTrackType: 6 },
      },
      { action: 'start', entity_id: ids[1] },
    ]);
  });

  test('an unknown activity type is refused by name, and the running track goes on', async () => {
    const running = await t.me.post('startTracking', { remark: 'x' });
    const unknown = 'dc54d553-a762-47c3-a68f-80d64bdd2a66';
    for (const path of ['startTracking', 'adjust', 'selected']) {
      const answer = await t.stint.ask(t.me.person, 'POST', `/api/tracking/client/${path}`, {
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
    expect((await t.me.get('current')).track).toEqual(running.track);
  });

  test('a work item is asked for when the organization requires one', async () => {
    await setRules(t.stint, { workItemRequired: true });
    expect((await t.me.post('startTracking', { tfsId: 0, remark: 'x' })).trackSettings).toMatchObject({
      responseState: 'Error',
    });
    expect((await t.me.get('current')).track.trackingState).toBe('idle');
    await t.me.post('startTracking', { tfsId: 5 });
    expect((await t.me.post('adjust', { tfsId: 0 })).trackSettings).toMatchObject({ responseState: 'Error' });
    expect((await t.me.get('current')).track.tfsId).toBe(5);
    await setRules(t.stint, {});
  });

  test('hints are warnings of a track that runs', async () => {
    const unknown = await t.me.post('startTracking', { tfsId: 77 });
    expect(unknown).toMatchObject({
      track: { trackingState: 'tracking' },
      trackSettings: { responseState: 'Warning' },
    });
    expect(unknown.trackSettings.responseMessage).toContain('77');
    const nameless = await t.me.post('startTracking', { tfsId: '', remark: '', activityTypeId: '' });
    expect(nameless.trackSettings.responseMessage).toContain('comment');
  });

  test("the activity type is the given one, else the person's, else the organization's", async () => {
    const { system } = t.stint.server.dependencies.database;
    expect((await t.me.post('startTracking', { remark: 'x', activityTypeId: '' })).track.activityTypeId).toBe(
      NOT_SET_ACTIVITY_TYPE.id,
    );
    await system
      .updateTable('person')
      .set({ default_activity_type_id: t.activityTypes[2]?.id ?? null })
      .where('id', '=', t.me.person.id)
      .execute();
    t.stint.server.dependencies.feed.tell(t.stint.organizationId);
    const state = await t.me.post('startTracking', { remark: 'x' });
    expect(state.track.activityTypeId).toBe(t.activityTypes[2]?.id);
    expect(state.settings.activityType.defaultActivity).toBe(t.activityTypes[2]?.id);
    const given = `{${t.activityTypes[3]?.id.toUpperCase()}}`;
    expect(
      (await t.me.post('startTracking', { remark: 'x', activityTypeId: given })).track.activityTypeId,
    ).toBe(t.activityTypes[3]?.id);
  });
});
