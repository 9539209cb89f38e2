import { calls } from '@stint/contract';
import { describe, expect, test } from 'vitest';
import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { MORNING } from './testing/tracker.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();

describe('totals', () => {
  test('add up today, my time and the time of all on the work item', async () => {
    const other = await t.somebody();
    const tfsId = 5000;
    t.now = MORNING - 24 * 3_600_000;
    await t.me.post('startTracking', { tfsId });
    await other.post('startTracking', { tfsId });
    t.now += 100_000;
    await t.me.post('stopTracking');
    t.now += 100_000;
    await other.post('stopTracking');
    t.now = MORNING;
    await t.me.post('startTracking', { remark: 'else' });
    t.now += 10_000;
    await t.me.post('startTracking', { tfsId });
    t.now += 5000;
    const expected = {
      currentTrackLength: 5,
      totalMeTodayLength: 15,
      totalMeLength: 105,
      totalTeamLength: 305,
    };
    expect((await t.me.get('current')).track).toMatchObject(expected);
    const stopped = await t.me.post('stopTracking');
    expect(stopped.track).toMatchObject({ ...expected, currentTrackLength: 0 });
    expect((await t.me.get('current')).track).toMatchObject({ ...expected, currentTrackLength: 0 });
    const selected = await t.me.ask(calls.selectTrack, 'selected', { tfsId });
    expect(selected).toMatchObject({ totalMeLength: 105, totalTeamLength: 305 });
  });

  test('a track that began yesterday belongs to yesterday', async () => {
    t.now = Date.parse('2026-03-01T22:59:00Z');
    await t.me.post('startTracking', { remark: 'late', timeZone: 60 });
    t.now = Date.parse('2026-03-01T23:01:00Z');
    expect((await t.me.get('current')).track).toMatchObject({
      currentTrackLength: 120,
      totalMeTodayLength: 0,
    });
    expect((await t.me.post('stopTracking')).track).toMatchObject({ totalMeTodayLength: 0 });
  });
});

describe('latest', () => {
  test('lists my last worklogs, newest first', async () => {
    for (const remark of ['one', 'two', 'three']) {
      await t.me.post('startTracking', { timeZone: 60, remark, tfsId: 1349 });
      t.now += 60_000;
    }
    await t.me.post('stopTracking');
    const latest = await t.me.ask(calls.listLatestTracks, 'latest');
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
      activityTypeId: NOT_SET_ACTIVITY_TYPE.id,
      workItem: null,
    });
    for (const path of ['latest/2', 'latest?$count=2', 'Latest/?count=2', 'latest?%24count=2']) {
      expect(await t.me.ask(calls.listLatestTracks, path)).toMatchObject({
        count: 2,
        workLogs: [{ remark: 'three' }, { remark: 'two' }],
      });
    }
  });

  test('is empty for a person without worklogs', async () => {
    expect(await t.me.ask(calls.listLatestTracks, 'latest')).toEqual({ count: 0, workLogs: [] });
  });
});
