import { calls } from '@stint/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { auditOf, setRules, workLogsOf } from './testing/tracker.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();

beforeEach(() => setRules(t.stint, {}));

describe('adjusting and selecting', () => {
  test('adjusting changes only the fields that are given', async () => {
    const started = await t.me.post('startTracking', {
      tfsId: 3,
      remark: 'before',
      activityTypeId: t.activityTypes[1]?.id,
    });
    t.now += 10_000;
    expect((await t.me.post('adjust', { remark: 'after' })).track).toMatchObject({
      tfsId: 3,
      remark: 'after',
      activityTypeId: t.activityTypes[1]?.id,
    });
    expect((await t.me.post('adjust', { tfsId: 0, remark: null })).track).toMatchObject({
      tfsId: null,
      remark: 'after',
    });
    expect(
      (await t.me.post('adjust', { tfsId: 4, activityTypeId: '', isBillable: true })).track,
    ).toMatchObject({
      tfsId: 4,
      activityTypeId: NOT_SET_ACTIVITY_TYPE.id,
      currentTrackLength: 10,
    });
    await t.me.post('stopTracking');
    expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([
      { work_item_id: 4, comment: 'after', is_billable: true },
    ]);
    const adjusted = (await auditOf(t.stint, [started.track.workLogId ?? ''])).filter(
      ({ action }) => action === 'adjust',
    );
    expect(adjusted[0]).toMatchObject({
      via: 'tracking',
      before: { comment: 'before' },
      after: { comment: 'after' },
    });
    expect(adjusted).toHaveLength(3);
  });

  test('an empty text for the work item means none, as 0 does', async () => {
    const started = await t.me.post('startTracking', { tfsId: 3, remark: 'before' });
    expect(started.track.tfsId).toBe(3);
    expect((await t.me.post('adjust', { tfsId: '' })).track).toMatchObject({ tfsId: null, remark: 'before' });
    expect((await t.me.post('startTracking', { tfsId: '' })).track).toMatchObject({
      tfsId: null,
      remark: '',
    });
    await t.me.post('stopTracking');
  });

  test('taking away what the time is for is done, with a warning that names the rule', async () => {
    await setRules(t.stint, { commentRequired: true });
    await t.me.post('startTracking', { tfsId: 3, remark: 'before' });
    expect(await t.me.post('adjust', { remark: '' })).toMatchObject({
      track: { remark: '' },
      trackSettings: {
        responseState: 'Warning',
        responseMessage: expect.stringContaining('(setting commentRequired)'),
      },
    });
    expect((await t.me.post('adjust', { isBillable: true })).trackSettings.responseState).toBe('OK');
    expect((await t.me.post('adjust', { remark: 'after' })).trackSettings.responseState).toBe('OK');
  });

  test('adjusting when nothing runs is a warning', async () => {
    expect((await t.me.post('adjust', { remark: 'x' })).trackSettings.responseState).toBe('Warning');
  });

  test('selecting answers the track alone, starts nothing, and a bare start tracks it', async () => {
    const track = await t.me.ask(calls.selectTrack, 'selected', {
      tfsId: 9,
      remark: 'next',
      activityTypeId: '',
      calculateTotals: true,
    });
    expect(track).toMatchObject({ tfsId: 9, remark: 'next', trackingState: 'idle', totalMeLength: 0 });
    expect((await t.me.post('startTracking', { timeZone: 60 })).track).toMatchObject({
      tfsId: 9,
      remark: 'next',
      trackingState: 'tracking',
    });
    expect((await t.me.post('startTracking', { remark: 'other' })).track).toMatchObject({
      tfsId: null,
      remark: 'other',
    });
  });
});
