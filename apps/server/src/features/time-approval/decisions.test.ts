import { describe, expect, test } from 'vitest';
import { LAST_WEEK, refusal, THIS_WEEK, useWeeks, WEEK_BEFORE } from './testing/use-weeks.ts';

const at = useWeeks();

const lastWeek = () => ({ userId: at.me.id, weekStart: LAST_WEEK });
const state = async () => (await at.week(at.me, LAST_WEEK))['approvalState'];

describe('a manager', () => {
  test('approves, closes and reopens', async () => {
    await at.submit(at.me, LAST_WEEK);
    at.now += 3_600_000;
    await at.act(at.manager, 'approve', lastWeek());
    const approved = { approvalTimestamp: '2026-03-11T12:00:00', approvedByManager: { id: at.manager.id } };
    expect(await at.week(at.me, LAST_WEEK)).toMatchObject({
      approvalState: 3,
      lock: 'approved',
      ...approved,
    });
    await at.act(at.manager, 'close', lastWeek());
    expect(await at.week(at.me, LAST_WEEK)).toMatchObject({ approvalState: 99, lock: 'closed', ...approved });
    await at.act(at.manager, 'reopen', lastWeek());
    expect(await at.week(at.me, LAST_WEEK)).toMatchObject({
      approvalState: 2,
      lock: null,
      mayBeSubmitted: true,
      approvalTimestamp: null,
      approvedByManager: null,
    });
  });

  test('rejects with a comment that the person sees until the next submission', async () => {
    await at.submit(at.me, LAST_WEEK);
    for (const comment of [undefined, '', '  ']) {
      const refused = refusal(await at.act(at.manager, 'reject', { ...lastWeek(), comment }));
      expect(refused).toMatchObject({ status: 409, message: expect.stringMatching(/comment/) });
    }
    await at.act(at.manager, 'reject', { ...lastWeek(), comment: 'Friday is missing' });
    expect(await at.week(at.me, LAST_WEEK)).toMatchObject({ approvalState: 2, comment: 'Friday is missing' });
    await at.submit(at.me, LAST_WEEK);
    expect(await at.week(at.me, LAST_WEEK)).toMatchObject({ approvalState: 1, comment: null });
  });

  test('may write 500 characters', async () => {
    await at.submit(at.me, LAST_WEEK);
    const reject = (length: number) =>
      at.act(at.manager, 'reject', { ...lastWeek(), comment: 'x'.repeat(length) });
    expect(refusal(await reject(501))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/comment/),
    });
    expect((await reject(500)).status).toBe(200);
  });

  test('closes a week that its person did not submit', async () => {
    expect((await at.act(at.manager, 'close', lastWeek())).status).toBe(200);
    expect(await at.week(at.me, LAST_WEEK)).toMatchObject({ approvalState: 99, submittedTimestamp: null });
  });

  test('is told when the week is not where the act could take it from', async () => {
    for (const act of ['approve', 'reject', 'reopen']) {
      const refused = refusal(await at.act(at.manager, act, lastWeek()));
      expect(refused).toMatchObject({ status: 422, code: 'ApprovalStateFailed' });
      expect(refused.message).toContain('in progress');
    }
  });

  test('locks and unlocks weeks by hand, also those that locked themselves', async () => {
    await at.act(at.manager, 'lock', lastWeek());
    expect(await at.week(at.me, LAST_WEEK)).toMatchObject({ approvalState: 0, lock: 'locked' });
    await at.settings({ lockAfterWeeks: 1 });
    expect(await at.week(at.me, WEEK_BEFORE)).toMatchObject({ id: null, lock: 'lockedByAge', version: 0 });
    const weeks = [lastWeek(), { userId: at.me.id, weekStart: WEEK_BEFORE }];
    expect((await at.act(at.manager, 'unlock', { weeks })).body['data']).toMatchObject({ succeeded: 2 });
    for (const week of [LAST_WEEK, WEEK_BEFORE])
      expect(await at.week(at.me, week)).toMatchObject({ approvalState: 0, lock: null });
  });

  test('approves nothing but what was seen', async () => {
    await at.submit(at.me, LAST_WEEK);
    const seen = Number((await at.week(at.me, LAST_WEEK))['version']);
    await at.revoke(at.me, LAST_WEEK);
    await at.submit(at.me, LAST_WEEK);
    const refused = refusal(await at.act(at.manager, 'approve', { ...lastWeek(), version: seen }));
    expect(refused).toMatchObject({ status: 409, code: 'DbValidationError' });
    expect(refused.message).toMatch(/version.*1.*3/);
    expect(await state()).toBe(1);
    expect((await at.act(at.manager, 'approve', { ...lastWeek(), version: seen + 2 })).status).toBe(200);
  });
});

describe('many weeks at once', () => {
  test('are decided each on its own, and the result names every refused one', async () => {
    const other = await at.somebody();
    await at.submit(at.me, LAST_WEEK);
    await at.submit(other, LAST_WEEK);
    const id = String((await at.week(other, LAST_WEEK))['id']);
    const unknown = '11111111-1111-1111-1111-111111111111';
    const refused = [
      { id: unknown },
      { userId: unknown, weekStart: LAST_WEEK },
      { userId: at.me.id, weekStart: WEEK_BEFORE },
      { userId: at.me.id, weekStart: 'someday' },
      { userId: at.me.id },
      { id },
    ];
    const { status, body } = await at.act(at.manager, 'approve', {
      weeks: [lastWeek(), { id }, ...refused],
    });
    expect(status).toBe(200);
    expect(body['data']).toMatchObject({ succeeded: 2, failed: refused.length });
    const failed = body['data']?.['failedEntries'] as unknown as { entity: object; error: object }[];
    expect(failed.map(({ entity }) => entity)).toEqual(refused);
    expect(failed.map(({ error }) => error)).toMatchObject([
      { errorCode: 'EntityNotFound' },
      { errorCode: 'EntityNotFound' },
      { errorCode: 'ApprovalStateFailed', message: expect.stringContaining(WEEK_BEFORE) },
      { errorCode: 'DbValidationError', message: expect.stringContaining('someday') },
      { errorCode: 'DbValidationError', message: expect.stringContaining('weekStart') },
      { errorCode: 'ApprovalStateFailed', message: expect.stringContaining('already') },
    ]);
    expect(await state()).toBe(3);
  });

  test('do not go with a single one beside them, and are 500 at most', async () => {
    expect((await at.act(at.manager, 'approve', { weeks: [], ...lastWeek() })).status).toBe(409);
    const weeks = Array.from({ length: 501 }, lastWeek);
    expect((await at.act(at.manager, 'approve', { weeks })).status).toBe(409);
    expect((await at.act(at.manager, 'approve', { weeks: [] })).body['data']).toMatchObject({ succeeded: 0 });
  });

  test('of an organization that does not approve weeks are all refused', async () => {
    await at.settings({ approvalsEnabled: false });
    const { body } = await at.act(at.manager, 'lock', { weeks: [lastWeek()] });
    expect(JSON.stringify(body)).toContain('approvalsEnabled');
  });
});

test('a week of another organization is nobody’s here', async () => {
  const { stranger } = at.stint.people;
  const path = '/api/other/rest/timeApproval';
  await at.stint.ask(stranger, 'POST', `${path}/week`, { weekStart: LAST_WEEK });
  const { body } = await at.stint.ask(stranger, 'GET', `${path}/weeks?$toTimestamp=${LAST_WEEK}`);
  const id = body['data']?.['0']?.['id'];
  for (const week of [{ id }, { userId: stranger.id, weekStart: LAST_WEEK }])
    expect(refusal(await at.act(at.manager, 'approve', week))).toMatchObject({ status: 404 });
  const range = `$fromTimestamp=${THIS_WEEK}&$userId=${stranger.id}`;
  const asked = await at.stint.ask(at.manager, 'GET', `/api/rest/timeApproval/weeks?${range}`);
  expect(asked.status).toBe(404);
});
