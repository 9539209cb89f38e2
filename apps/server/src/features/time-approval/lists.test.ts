import { describe, expect, test } from 'vitest';
import type { Json, TestPerson } from '../../testing/test-server.ts';
import { LAST_WEEK, NEXT_WEEK, refusal, THIS_WEEK, useWeeks, WEEK_BEFORE } from './testing/use-weeks.ts';

const at = useWeeks();

type Rows = Json[];

async function list(person: TestPerson, path: string): Promise<Rows> {
  const { status, body } = await at.stint.ask(person, 'GET', `/api/rest/timeApproval/${path}`);
  expect(status).toBe(200);
  return body['data'] as unknown as Rows;
}

const of = (rows: Rows, person: TestPerson) =>
  rows.filter((row) => String(row['user']?.['id']) === person.id);
const starts = (rows: Rows) => rows.map((row) => String(row['weekStartDate']).slice(0, 10));

describe('GET /timeApproval/all', () => {
  test('answers the documented fields and nothing else', async () => {
    const boss = await at.somebody('Team', 'assigned');
    await at.submit(at.me, LAST_WEEK, boss.id);
    const [row] = await list(boss, 'all?$expand=user.displayName');
    expect(row).toEqual({
      id: expect.any(String),
      weekStartDate: '2026-03-02T00:00:00',
      weekEndDate: '2026-03-08T00:00:00',
      user: expect.objectContaining({ id: at.me.id, displayName: expect.any(String) }),
      approvalState: 1,
      modificationTimestamp: '2026-03-11T11:00:00',
      submittedTimestamp: '2026-03-11T11:00:00',
      approvalTimestamp: null,
      assignedManager: expect.objectContaining({ id: boss.id }),
      approvedByManager: null,
    });
  });

  test('adds what a manager wants to see under $expand=week', async () => {
    const boss = await at.somebody('Team', 'assigned');
    await at.book(at.me, '2026-03-03T09:00:00', 5400);
    await at.submit(at.me, LAST_WEEK, boss.id);
    expect(await list(boss, 'all?$expand=week')).toMatchObject([
      { version: 1, comment: null, trackedLength: 5400 },
    ]);
  });

  test('shows a manager the weeks assigned to them and those of their people; a global one everyone’s', async () => {
    const [boss, other] = [await at.somebody('Team', 'assigned'), await at.somebody('Team', 'assigned')];
    const theirs = await at.somebody();
    const { administrator } = at.stint.people;
    const wish = { approvalManagerId: boss.id };
    await at.stint.ask(administrator, 'PUT', `/api/rest/timeApproval/people/${theirs.id}`, wish);
    await at.submit(at.me, LAST_WEEK, boss.id);
    await at.submit(theirs, LAST_WEEK, other.id);
    await at.submit(theirs, WEEK_BEFORE);
    const mine = await list(boss, 'all');
    expect(starts(of(mine, at.me))).toEqual([LAST_WEEK]);
    expect(starts(of(mine, theirs))).toEqual([LAST_WEEK, WEEK_BEFORE]);
    expect(starts(await list(other, 'all'))).toEqual([LAST_WEEK]);
    const all = await list(at.manager, 'all');
    expect([of(all, at.me).length, of(all, theirs).length]).toEqual([1, 2]);
  });

  test('leaves out weeks in progress, also those that were revoked or only locked', async () => {
    await at.submit(at.me, LAST_WEEK);
    await at.revoke(at.me, LAST_WEEK);
    await at.act(at.manager, 'lock', { userId: at.me.id, weekStart: WEEK_BEFORE });
    expect(of(await list(at.manager, 'all'), at.me)).toEqual([]);
  });

  test('is newest first, in pages, of weeks that touch a range and are in a state', async () => {
    const boss = await at.somebody('Team', 'assigned');
    for (const week of ['2026-02-16', WEEK_BEFORE, LAST_WEEK]) await at.submit(at.me, week, boss.id);
    await at.act(boss, 'approve', { userId: at.me.id, weekStart: WEEK_BEFORE });
    const asked = async (options: string) => starts(await list(boss, `all?${options}`));
    expect(await asked('')).toEqual([LAST_WEEK, WEEK_BEFORE, '2026-02-16']);
    expect(await asked('$count=1&$skip=1')).toEqual([WEEK_BEFORE]);
    expect(await asked('$fromTimestamp=2026-03-01')).toEqual([LAST_WEEK, WEEK_BEFORE]);
    expect(await asked('$fromTimestamp=2026-03-02')).toEqual([LAST_WEEK]);
    expect(await asked('$toTimestamp=2026-02-22T23:00:00')).toEqual(['2026-02-16']);
    expect(await asked('$toTimestamp=2026-02-23')).toEqual([WEEK_BEFORE, '2026-02-16']);
    expect(await asked('$state=1')).toEqual([LAST_WEEK, '2026-02-16']);
    expect(await asked('$state=3,99')).toEqual([WEEK_BEFORE]);
    const wrong = await at.stint.ask(boss, 'GET', '/api/rest/timeApproval/all?$state=1,4');
    expect(refusal(wrong)).toMatchObject({ status: 400, message: expect.stringMatching(/\$state.*99/) });
  });
});

describe('GET /timeApproval/weeks', () => {
  test('has a row for each week of the range, the newest first, those in progress included', async () => {
    await at.book(at.me, '2026-03-08T23:30:00');
    await at.book(at.me, '2026-03-09T00:00:00', 60);
    await at.submit(at.me, WEEK_BEFORE);
    const rows = await list(at.me, 'weeks?$fromTimestamp=2026-02-28&$toTimestamp=2026-03-16');
    expect(rows).toMatchObject([
      { id: null, approvalState: 0, mayBeSubmitted: false, trackedLength: 0, version: 0 },
      { id: null, approvalState: 0, mayBeSubmitted: true, trackedLength: 60, version: 0 },
      { id: null, approvalState: 0, mayBeSubmitted: true, submitRefusal: null, trackedLength: 3600 },
      { approvalState: 1, mayBeSubmitted: false, trackedLength: 0, version: 1 },
    ]);
    expect(starts(rows)).toEqual([NEXT_WEEK, THIS_WEEK, LAST_WEEK, WEEK_BEFORE]);
    expect(String(rows[0]?.['submitRefusal'])).toContain('approvalInAdvance');
  });

  test('are the last 13 without a range, and at most 106', async () => {
    const rows = await list(at.me, 'weeks');
    expect([rows.length, starts(rows)[0]]).toEqual([13, THIS_WEEK]);
    expect(await list(at.me, 'weeks?$fromTimestamp=2024-03-04&$toTimestamp=2026-03-15')).toHaveLength(106);
    expect(await list(at.me, 'weeks?$toTimestamp=9999-12-31')).not.toHaveLength(0);
    const long = await at.stint.ask(at.me, 'GET', '/api/rest/timeApproval/weeks?$fromTimestamp=2020-01-01');
    expect(refusal(long)).toMatchObject({ status: 400, message: expect.stringContaining('106') });
  });

  test('show weeks that were decided about while weeks began on another day', async () => {
    await at.submit(at.me, LAST_WEEK);
    await at.settings({ firstDayOfWeek: 0 });
    const rows = await list(at.me, 'weeks?$fromTimestamp=2026-03-03&$toTimestamp=2026-03-07');
    expect(rows).toMatchObject([
      { weekStartDate: '2026-03-02T00:00:00', approvalState: 1 },
      { weekStartDate: '2026-03-01T00:00:00', approvalState: 0, mayBeSubmitted: false },
    ]);
  });

  test('are open to their person, their managers and the role Product, and by the privacy setting to Team', async () => {
    const [boss, other] = [await at.somebody('Team', 'assigned'), await at.somebody('Team', 'assigned')];
    const colleague = await at.somebody();
    const path = `weeks?$userId=${at.me.id}`;
    await at.submit(at.me, LAST_WEEK, boss.id);
    expect(await list(at.stint.people.product, path)).toHaveLength(13);
    expect(await list(at.manager, path)).toHaveLength(13);
    expect(starts(await list(boss, path))).toEqual([LAST_WEEK]);
    for (const person of [other, colleague]) {
      const answer = await at.stint.ask(person, 'GET', `/api/rest/timeApproval/${path}`);
      expect(refusal(answer)).toMatchObject({ status: 403, code: 'AccessDenied' });
    }
    await at.settings({ membersSeeOthersTime: true });
    expect(await list(colleague, path)).toHaveLength(13);
  });

  test('show billable time to their person and to roles that see it', async () => {
    const body = { length: 600, billableLength: 300, comment: 'x', timestamp: '2026-03-03' };
    await at.stint.ask(at.me, 'POST', '/api/rest/workLogs', body);
    const path = `weeks?$userId=${at.me.id}&$fromTimestamp=${LAST_WEEK}&$toTimestamp=${LAST_WEEK}`;
    const { product } = at.stint.people;
    for (const [person, billableLength] of [
      [at.me, 300],
      [product, 300],
      [at.manager, null],
    ] as const)
      expect(await list(person, path)).toMatchObject([{ trackedLength: 600, billableLength }]);
  });
});

describe('GET /timeApproval/unsubmitted', () => {
  const unsubmitted = async (options = '') => of(await list(at.manager, `unsubmitted?${options}`), at.me);

  test('has the ended weeks with time that were not submitted, newest first', async () => {
    await at.book(at.me, '2026-03-10T09:00:00');
    await at.book(at.me, '2026-03-02T00:00:00', 1000);
    await at.book(at.me, '2026-03-08T23:59:59', 500);
    await at.book(at.me, '2026-02-25T09:00:00', 700);
    const rows = await unsubmitted();
    expect(rows).toMatchObject([
      {
        weekStartDate: '2026-03-02T00:00:00',
        weekEndDate: '2026-03-08T00:00:00',
        user: { id: at.me.id },
        trackedLength: 1500,
      },
      { weekStartDate: '2026-02-23T00:00:00', trackedLength: 700 },
    ]);
    expect(starts(await unsubmitted('$toTimestamp=2026-02-26'))).toEqual([WEEK_BEFORE]);
    expect(starts(await unsubmitted('$fromTimestamp=2026-03-01'))).toEqual([LAST_WEEK, WEEK_BEFORE]);
    expect(starts(await unsubmitted('$fromTimestamp=2026-03-02'))).toEqual([LAST_WEEK]);
    await at.submit(at.me, LAST_WEEK);
    expect(starts(await unsubmitted())).toEqual([WEEK_BEFORE]);
    await at.act(at.manager, 'reopen', { userId: at.me.id, weekStart: LAST_WEEK });
    expect(starts(await unsubmitted())).toEqual([LAST_WEEK, WEEK_BEFORE]);
  });

  test('begins with the approval start', async () => {
    await at.book(at.me, '2025-03-09T09:00:00');
    await at.book(at.me, '2025-03-11T09:00:00');
    expect(starts(await unsubmitted())).toEqual(['2025-03-10']);
    await at.settings({ approvalStartDate: '2025-03-04' });
    expect(starts(await unsubmitted())).toEqual(['2025-03-10', '2025-03-03']);
    await at.settings({ approvalsEnabled: false });
    expect(await unsubmitted()).toEqual([]);
  });

  test('is of a manager’s own people', async () => {
    const boss = await at.somebody('Team', 'assigned');
    await at.book(at.me, '2026-03-03T09:00:00');
    expect(await list(boss, 'unsubmitted')).toEqual([]);
    const wish = { approvalManagerId: boss.id };
    await at.stint.ask(
      at.stint.people.administrator,
      'PUT',
      `/api/rest/timeApproval/people/${at.me.id}`,
      wish,
    );
    expect(starts(await list(boss, 'unsubmitted'))).toEqual([LAST_WEEK]);
  });
});

describe('GET /timeApproval/week/workLogs', () => {
  const path = (person: TestPerson, start = LAST_WEEK) =>
    `week/workLogs?weekStart=${start}&$userId=${person.id}`;

  test('has what begins in the week, oldest first, and adds up to the week', async () => {
    await at.book(at.me, '2026-03-01T23:59:59', 100);
    await at.book(at.me, '2026-03-08T23:59:59', 500);
    await at.book(at.me, '2026-03-02T00:00:00', 1000);
    await at.book(at.me, '2026-03-09T00:00:00', 200);
    const rows = await list(at.me, `week/workLogs?weekStart=${LAST_WEEK}`);
    expect(rows.map((row) => [row['timestamp'], row['length']])).toEqual([
      ['2026-03-02T00:00:00', 1000],
      ['2026-03-08T23:59:59', 500],
    ]);
    expect((await at.week(at.me, LAST_WEEK))['trackedLength']).toBe(1500);
  });

  test('is for the person and the manager of the week, also of the role Team, and for nobody else', async () => {
    const boss = await at.somebody('Team', 'assigned');
    await at.book(at.me, '2026-03-03T09:00:00', 700);
    const before = await at.ask(boss, 'GET', `timeApproval/${path(at.me)}`);
    expect(refusal(before)).toMatchObject({ status: 403, code: 'AccessDenied' });
    await at.submit(at.me, LAST_WEEK, boss.id);
    expect((await list(boss, path(at.me))).map((row) => row['length'])).toEqual([700]);
    const other = await at.somebody();
    expect((await at.ask(other, 'GET', `timeApproval/${path(at.me)}`)).status).toBe(403);
    const stranger = { ...at.me, id: '00000000-0000-7000-8000-000000000000' };
    expect((await at.ask(boss, 'GET', `timeApproval/${path(stranger)}`)).status).toBe(404);
    expect((await at.ask(at.me, 'GET', `timeApproval/${path(at.me, 'soon')}`)).status).toBe(400);
  });
});

test('an unsubmitted week says what locks it, and its version', async () => {
  await at.book(at.me, '2026-03-03T09:00:00');
  const row = async () => of(await list(at.manager, 'unsubmitted'), at.me)[0];
  expect(await row()).toMatchObject({ lock: null, version: 0 });
  await at.act(at.manager, 'lock', { userId: at.me.id, weekStart: LAST_WEEK });
  expect(await row()).toMatchObject({ lock: 'locked', version: 1 });
  await at.act(at.manager, 'unlock', { userId: at.me.id, weekStart: LAST_WEEK });
  await at.settings({ lockAfterWeeks: 0 });
  expect(await row()).toMatchObject({ lock: null, version: 2 });
});
