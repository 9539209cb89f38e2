import { describe, expect, test } from 'vitest';
import { LAST_WEEK, useWeeks } from './testing/use-weeks.ts';
import type { TestPerson } from '../../testing/test-server.ts';

const t = useWeeks();

async function idOf(person: TestPerson): Promise<string> {
  return String((await t.week(person, LAST_WEEK))['id']);
}

async function differences(person: TestPerson, asker = t.manager) {
  const { status, body } = await t.ask(asker, 'GET', `timeApproval/weeks/${await idOf(person)}/differences`);
  return { status, ...(body['data'] as object) } as Record<string, unknown>;
}

async function booked(timestamp: string): Promise<string> {
  return String((await t.book(t.me, timestamp)).body['data']?.['id']);
}

async function submitAndReopen(): Promise<void> {
  await t.submit(t.me, LAST_WEEK);
  await t.act(t.manager, 'reopen', { id: await idOf(t.me) });
}

describe('differences since a submission', () => {
  test('are none right after it', async () => {
    await booked('2026-03-03T08:00:00');
    await t.submit(t.me, LAST_WEEK);
    expect(await differences(t.me)).toMatchObject({
      status: 200,
      since: expect.stringMatching(/Z|\+00/),
      trackedLengthThen: 3600,
      trackedLength: 3600,
      entries: [],
    });
  });

  test('tell what was added, changed and removed once the week is open again, and after it is submitted again', async () => {
    const [kept, changed, removed] = [
      await booked('2026-03-02T08:00:00'),
      await booked('2026-03-03T08:00:00'),
      await booked('2026-03-04T08:00:00'),
    ];
    await submitAndReopen();
    await t.ask(t.me, 'PATCH', `workLogs/${changed}`, { length: 1800 });
    await t.ask(t.me, 'PATCH', `workLogs/${changed}`, { comment: 'better' });
    await t.ask(t.me, 'DELETE', `workLogs/${removed}`);
    const added = await booked('2026-03-05T08:00:00');
    const expected = {
      trackedLengthThen: 10_800,
      trackedLength: 9000,
      entries: [
        {
          id: changed,
          kind: 'changed',
          before: { timestamp: '2026-03-03T08:00:00', length: 3600, comment: 'work' },
          after: { length: 1800, comment: 'better' },
        },
        { id: removed, kind: 'removed', before: { length: 3600 }, after: null },
        { id: added, kind: 'added', before: null, after: { timestamp: '2026-03-05T08:00:00' } },
      ],
    };
    expect(await differences(t.me)).toMatchObject(expected);
    await t.submit(t.me, LAST_WEEK);
    expect(await differences(t.me)).toMatchObject(expected);
    expect(JSON.stringify(await differences(t.me))).not.toContain(kept);
  });

  test('say nothing of what was taken back, and see what came from another week or went there', async () => {
    const [same, going] = [await booked('2026-03-02T08:00:00'), await booked('2026-03-03T08:00:00')];
    const coming = await booked('2026-02-24T08:00:00');
    await submitAndReopen();
    await t.ask(t.me, 'PATCH', `workLogs/${same}`, { length: 60 });
    await t.ask(t.me, 'PATCH', `workLogs/${same}`, { length: 3600 });
    await t.ask(t.me, 'PATCH', `workLogs/${going}`, { timestamp: '2026-02-25T08:00:00' });
    await t.ask(t.me, 'PATCH', `workLogs/${coming}`, { timestamp: '2026-03-06T08:00:00' });
    const { entries } = await differences(t.me);
    expect(entries).toMatchObject([
      { id: going, kind: 'removed' },
      { id: coming, kind: 'added' },
    ]);
  });

  test('see what an administrator has changed', async () => {
    const id = await booked('2026-03-02T08:00:00');
    await submitAndReopen();
    await t.ask(t.stint.people.administrator, 'PATCH', `workLogs/${id}`, { length: 60 });
    expect(await differences(t.me)).toMatchObject({ entries: [{ id, kind: 'changed' }] });
  });

  test('see what an administrator has given to another person, from either side, and not what came back', async () => {
    const { administrator } = t.stint.people;
    const other = await t.somebody();
    const [given, lent] = [await booked('2026-03-02T08:00:00'), await booked('2026-03-03T08:00:00')];
    await t.book(other, '2026-03-04T08:00:00');
    await submitAndReopen();
    await t.submit(other, LAST_WEEK);
    await t.act(t.manager, 'reopen', { id: await idOf(other) });
    const give = async (id: string, { id: userId }: TestPerson) =>
      expect((await t.ask(administrator, 'PATCH', `workLogs/${id}`, { userId })).status).toBe(200);
    await give(given, other);
    await t.ask(administrator, 'PATCH', `workLogs/${given}`, { length: 60 });
    await give(lent, other);
    await give(lent, t.me);
    expect(await differences(t.me)).toMatchObject({
      trackedLengthThen: 7200,
      trackedLength: 3600,
      entries: [{ id: given, kind: 'removed', before: { length: 3600 }, after: null }],
    });
    expect(await differences(other)).toMatchObject({
      trackedLengthThen: 3600,
      trackedLength: 3660,
      entries: [{ id: given, kind: 'added', before: null, after: { length: 60 } }],
    });
  });

  test('see what an administrator has given to themselves', async () => {
    const { administrator } = t.stint.people;
    const id = await booked('2026-03-02T08:00:00');
    await submitAndReopen();
    const { status } = await t.ask(administrator, 'PATCH', `workLogs/${id}`, { userId: administrator.id });
    expect(status).toBe(200);
    expect(await differences(t.me)).toMatchObject({ entries: [{ id, kind: 'removed' }] });
  });

  test('are for the person and whoever sees their weeks', async () => {
    await booked('2026-03-02T08:00:00');
    await t.submit(t.me, LAST_WEEK);
    const id = await idOf(t.me);
    const statusFor = async (person: TestPerson, path = `timeApproval/weeks/${id}/differences`) =>
      (await t.ask(person, 'GET', path)).status;
    expect(await statusFor(t.me)).toBe(200);
    expect(await statusFor(t.stint.people.product)).toBe(200);
    expect(await statusFor(await t.somebody())).toBe(404);
    expect(await statusFor(await t.somebody('Team', 'assigned'))).toBe(404);
    expect(await statusFor(t.manager, `timeApproval/weeks/${crypto.randomUUID()}/differences`)).toBe(404);
    expect(await statusFor(t.stint.people.stranger)).toBe(401);
  });
});

describe('the count of pending weeks', () => {
  const count = async (person: TestPerson) =>
    Number((await t.ask(person, 'GET', 'timeApproval/pending')).body['data']?.['count']);

  test('counts what waits for a manager, and no longer what was decided about', async () => {
    const assigned = await t.somebody('Team', 'assigned');
    const before = await count(t.manager);
    await t.submit(t.me, LAST_WEEK, assigned.id);
    await t.submit(await t.somebody(), LAST_WEEK);
    expect([await count(assigned), await count(t.manager)]).toEqual([1, before + 2]);
    await t.act(assigned, 'approve', { id: await idOf(t.me) });
    expect([await count(assigned), await count(t.manager)]).toEqual([0, before + 1]);
  });

  test('is not for others', async () => {
    expect((await t.ask(t.me, 'GET', 'timeApproval/pending')).status).toBe(403);
  });
});
