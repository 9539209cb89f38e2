import { describe, expect, test } from 'vitest';
import { LAST_WEEK, NEXT_WEEK, refusal, THIS_WEEK, useWeeks, WEEK_BEFORE } from './testing/use-weeks.ts';

const at = useWeeks();

describe('submitting', () => {
  test.each(['2026-03-02', '2026-03-02T10:28:00', '2026-03-01T23:30:00Z', '3/2/2026, 10:12:00 AM'])(
    'a week named as %s answers true and makes it Submitted',
    async (weekStart) => {
      expect(await at.submit(at.me, weekStart)).toMatchObject({ status: 200, body: { data: true } });
      expect(await at.week(at.me, LAST_WEEK)).toMatchObject({
        weekStartDate: '2026-03-02T00:00:00',
        weekEndDate: '2026-03-08T00:00:00',
        approvalState: 1,
        lock: 'submitted',
        submittedTimestamp: '2026-03-11T11:00:00',
        approvalTimestamp: null,
        version: 1,
      });
    },
  );

  test('an empty week and an older one are submitted too', async () => {
    await at.book(at.me, '2026-02-24T09:00:00');
    for (const week of [LAST_WEEK, WEEK_BEFORE]) expect((await at.submit(at.me, week)).status).toBe(200);
  });

  test('a day that begins no week is refused, naming the one that does', async () => {
    const { status, message } = refusal(await at.submit(at.me, '2026-03-04'));
    expect(status).toBe(409);
    expect(message).toMatch(/2026-03-04.*firstDayOfWeek.*2026-03-02/);
  });

  test('follows the organization’s first day of the week', async () => {
    await at.settings({ firstDayOfWeek: 0 });
    expect((await at.submit(at.me, '2026-03-01')).status).toBe(200);
    expect(refusal(await at.submit(at.me, '2026-03-02')).message).toContain('2026-03-01');
  });

  test.each([
    ['before it has begun', NEXT_WEEK, {}, /approvalInAdvance.*2026-03-16/],
    ['that ended before approvals began', '2025-03-03', {}, /approvalStartDate.*2025-03-10/],
    ['before the start date', WEEK_BEFORE, { approvalStartDate: '2026-03-02' }, /approvalStartDate/],
    ['while approvals are off', LAST_WEEK, { approvalsEnabled: false }, /approvalsEnabled/],
    ['at the end of the calendar', '9999-12-31', {}, /weekStart/],
  ] as const)('a week %s is refused, naming the setting', async (_name, week, settings, names) => {
    await at.settings(settings);
    const { status, message } = refusal(await at.submit(at.me, week));
    expect(status).toBe(409);
    expect(message).toMatch(names);
  });

  test('in advance where the organization allows it', async () => {
    await at.settings({ approvalInAdvance: true });
    expect((await at.submit(at.me, NEXT_WEEK)).status).toBe(200);
  });

  test('from the first day of the week on, by the person’s clock', async () => {
    at.now = Date.parse('2026-03-08T22:59:00Z');
    expect((await at.submit(at.me, THIS_WEEK)).status).toBe(409);
    at.now = Date.parse('2026-03-08T23:01:00Z');
    expect((await at.submit(at.me, THIS_WEEK)).status).toBe(200);
  });

  test('twice is refused, saying where the week stands', async () => {
    await at.submit(at.me, LAST_WEEK);
    expect(refusal(await at.submit(at.me, LAST_WEEK))).toMatchObject({
      status: 422,
      code: 'ApprovalStateFailed',
      message: expect.stringContaining('Submitted already'),
    });
  });

  test('a week in which a track runs is refused until it is stopped', async () => {
    const tracking = (call: string) =>
      at.stint.ask(
        at.me,
        'POST',
        `/api/tracking/client/${call}`,
        call === 'startTracking' ? { tfsId: 7 } : '',
      );
    await tracking('startTracking');
    expect(refusal(await at.submit(at.me, THIS_WEEK))).toMatchObject({
      status: 422,
      message: expect.stringContaining('running track'),
    });
    expect((await at.submit(at.me, LAST_WEEK)).status).toBe(200);
    await tracking('stopTracking');
    expect((await at.submit(at.me, THIS_WEEK)).status).toBe(200);
  });

  test('a week that shares days with another Submitted one is refused after the first day changed', async () => {
    await at.submit(at.me, LAST_WEEK);
    await at.settings({ firstDayOfWeek: 0 });
    const { status, message } = refusal(await at.submit(at.me, '2026-03-01'));
    expect(status).toBe(422);
    expect(message).toMatch(/2026-03-01.*2026-03-02.*Submitted.*firstDayOfWeek/);
    await at.act(at.manager, 'reopen', { userId: at.me.id, weekStart: LAST_WEEK });
    expect((await at.submit(at.me, '2026-03-01')).status).toBe(200);
  });
});

describe('the manager of a submission', () => {
  const assigned = async () => (await at.week(at.me, LAST_WEEK))['assignedManager']?.['id'] ?? null;

  test('is the one it names', async () => {
    const boss = await at.somebody('Team', 'assigned');
    await at.submit(at.me, LAST_WEEK, boss.id);
    expect(await assigned()).toBe(boss.id);
  });

  test('is else the person’s own, as long as they are one', async () => {
    const boss = await at.somebody('Team', 'assigned');
    const { administrator } = at.stint.people;
    const path = '/api/rest/timeApproval';
    await at.stint.ask(administrator, 'PUT', `${path}/people/${at.me.id}`, { approvalManagerId: boss.id });
    await at.submit(at.me, LAST_WEEK);
    expect(await assigned()).toBe(boss.id);
    await at.revoke(at.me, LAST_WEEK);
    const nothing = { isApprovalManager: false, isGlobalApprovalManager: false };
    await at.stint.ask(administrator, 'PUT', `${path}/managers/${boss.id}`, nothing);
    await at.submit(at.me, LAST_WEEK);
    expect(await assigned()).toBeNull();
  });

  test('is else nobody, and any global one decides', async () => {
    await at.submit(at.me, LAST_WEEK);
    expect(await assigned()).toBeNull();
    const done = await at.act(at.manager, 'approve', { userId: at.me.id, weekStart: LAST_WEEK });
    expect(done.body['data']).toEqual({ succeeded: 1, failed: 0, failedEntries: [] });
  });

  test.each(['nobody special', 'somebody of another organization'])('is never %s', async (who) => {
    const other = who === 'nobody special' ? await at.somebody() : at.stint.people.stranger;
    const refused = refusal(await at.submit(at.me, LAST_WEEK, other.id));
    expect(refused).toMatchObject({ status: 409, message: expect.stringMatching(/assignedManagerId/) });
    expect((await at.week(at.me, LAST_WEEK))['approvalState']).toBe(0);
  });
});

describe('revoking', () => {
  test('a submission answers true and puts the week in progress again', async () => {
    await at.submit(at.me, LAST_WEEK);
    expect(await at.revoke(at.me, LAST_WEEK)).toMatchObject({ status: 200, body: { data: true } });
    expect(await at.week(at.me, LAST_WEEK)).toMatchObject({
      approvalState: 0,
      lock: null,
      mayBeSubmitted: true,
      submittedTimestamp: null,
      version: 2,
    });
  });

  test('what was not submitted, or is approved already, is refused', async () => {
    expect(refusal(await at.revoke(at.me, LAST_WEEK))).toMatchObject({ status: 422 });
    await at.submit(at.me, LAST_WEEK);
    await at.act(at.manager, 'approve', { userId: at.me.id, weekStart: LAST_WEEK });
    expect(refusal(await at.revoke(at.me, LAST_WEEK)).message).toContain('Approved');
  });

  test('a time that is none is a wrong address', async () => {
    expect(refusal(await at.revoke(at.me, 'tomorrow'))).toMatchObject({ code: 'ApiVersionError' });
  });
});

test('each act is on record with ids only', async () => {
  await at.submit(at.me, LAST_WEEK);
  await at.act(at.manager, 'reject', { userId: at.me.id, weekStart: LAST_WEEK, comment: 'Ask Cleo again' });
  const { database } = at.stint.server.dependencies;
  const rows = await database.system
    .selectFrom('audit_log')
    .select(['action', 'person_id', 'before', 'after'])
    .where('entity', '=', 'week')
    .where('entity_id', '=', String((await at.week(at.me, LAST_WEEK))['id']))
    .orderBy('id')
    .execute();
  const week = { personId: at.me.id, weekStart: LAST_WEEK, isLocked: null, assignedManagerId: null };
  expect(rows).toEqual([
    {
      action: 'submit',
      person_id: at.me.id,
      before: { ...week, state: 0, version: 0 },
      after: { ...week, state: 1, version: 1 },
    },
    {
      action: 'reject',
      person_id: at.manager.id,
      before: { ...week, state: 1, version: 1 },
      after: { ...week, state: 2, isLocked: false, version: 2 },
    },
  ]);
});
