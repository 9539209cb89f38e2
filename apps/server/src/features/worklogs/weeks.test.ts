import { beforeEach, describe, expect, test } from 'vitest';
import type { TestPerson } from '../../testing/test-server.ts';
import { useWorkLogs } from './testing/use-worklogs.ts';

const t = useWorkLogs();
const path = '/api/rest/workLogs';
/** A Thursday in a week that the tests lock, and the Tuesday after. */
const LOCKED = '2026-03-05T09:00:00';
const OPEN = '2026-03-10T09:00:00';
let me: TestPerson;

beforeEach(async () => {
  await t.rules({});
  me = await t.somebody();
});

describe('a worklog in a week that is', () => {
  test.each([
    ['in progress', { state: 0 }, 200],
    ['Submitted', { state: 1 }, 422],
    ['Reopened', { state: 2, isLocked: false }, 200],
    ['Approved', { state: 3 }, 422],
    ['Closed', { state: 99 }, 422],
    ['locked by hand', { isLocked: true }, 422],
    ['unlocked by hand', { isLocked: false }, 200],
    ['Submitted, and unlocked by hand', { state: 1, isLocked: false }, 422],
  ])('%s', async (_name, week, status) => {
    await t.week(me, '2026-03-02', week);
    expect((await t.book(me, { timeStamp: LOCKED })).status).toBe(status);
    await t.rules({ approvalsEnabled: false });
    expect((await t.book(me, { timeStamp: LOCKED })).status).toBe(200);
  });
});

describe('at the edges of a locked week', () => {
  test.each([
    ['2026-03-01T23:59:59', 200],
    ['2026-03-02T00:00:00', 422],
    ['2026-03-08T23:59:59', 422],
    ['2026-03-09T00:00:00', 200],
  ])('%s', async (timeStamp, status) => {
    await t.week(me, '2026-03-02', { state: 3 });
    expect((await t.book(me, { timeStamp })).status).toBe(status);
  });
});

describe('age', () => {
  test.each([
    ['2026-02-22T23:59:59', 422],
    ['2026-02-23T00:00:00', 200],
  ])('of two weeks locks the day before %s', async (timeStamp, status) => {
    await t.rules({ lockAfterWeeks: 2 });
    expect((await t.book(me, { timeStamp })).status).toBe(status);
  });

  test('does not lock a week that was unlocked by hand, and locks one that was merely decided about', async () => {
    await t.rules({ lockAfterWeeks: 1 });
    const timeStamp = '2026-02-12T09:00:00';
    await t.week(me, '2026-02-09', { state: 0 });
    expect((await t.book(me, { timeStamp })).status).toBe(422);
    await t.week(me, '2026-02-09', { isLocked: false });
    expect((await t.book(me, { timeStamp })).status).toBe(200);
  });

  test('counts by the owner’s clock, not by UTC', async () => {
    await t.rules({ lockAfterWeeks: 1 });
    const before = t.now;
    t.now = Date.parse('2026-03-08T23:30:00Z');
    expect((await t.book(me, { timeStamp: '2026-03-01T12:00:00' })).status).toBe(422);
    t.now = Date.parse('2026-03-08T22:30:00Z');
    expect((await t.book(me, { timeStamp: '2026-03-01T12:00:00' })).status).toBe(200);
    t.now = before;
  });

  test('is counted in weeks that begin on the organization’s first day', async () => {
    await t.rules({ lockAfterWeeks: 1, firstDayOfWeek: 0 });
    expect((await t.book(me, { timeStamp: '2026-02-28T12:00:00' })).status).toBe(422);
    expect((await t.book(me, { timeStamp: '2026-03-01T12:00:00' })).status).toBe(200);
  });
});

describe('a worklog neither leaves a locked week nor comes into one', () => {
  test('by another day', async () => {
    const [inside, outside] = [
      await t.booked(me, { timeStamp: LOCKED }),
      await t.booked(me, { timeStamp: OPEN }),
    ];
    await t.week(me, '2026-03-02', { state: 1 });
    expect((await t.ask(me, 'PATCH', `${path}/${inside}`, { timeStamp: OPEN })).status).toBe(422);
    expect((await t.ask(me, 'PATCH', `${path}/${outside}`, { timeStamp: LOCKED })).status).toBe(422);
    expect((await t.ask(me, 'PATCH', `${path}/${inside}`, { comment: 'other' })).status).toBe(422);
    expect((await t.ask(me, 'DELETE', `${path}/${inside}`)).status).toBe(422);
  });

  test('by another owner', async () => {
    const other = await t.somebody();
    const { administrator } = t.stint.people;
    const [mine, theirs] = [
      await t.booked(me, { timeStamp: LOCKED }),
      await t.booked(other, { timeStamp: LOCKED }),
    ];
    await t.week(me, '2026-03-02', { state: 3 });
    expect((await t.ask(administrator, 'PATCH', `${path}/${mine}`, { userId: other.id })).status).toBe(422);
    expect((await t.ask(administrator, 'PATCH', `${path}/${theirs}`, { userId: me.id })).status).toBe(422);
  });

  test('by being taken back from its deletion', async () => {
    const id = await t.booked(me, { timeStamp: LOCKED });
    await t.ask(me, 'DELETE', `${path}/${id}`);
    await t.week(me, '2026-03-02', { state: 1 });
    expect((await t.ask(me, 'POST', `${path}/${id}/restore`)).status).toBe(422);
  });
});

test('$includeEditable knows which weeks are locked', async () => {
  const ids = [
    await t.booked(me, { timeStamp: '2026-02-12T09:00:00' }),
    await t.booked(me, { timeStamp: '2026-02-19T09:00:00' }),
    await t.booked(me, { timeStamp: LOCKED }),
    await t.booked(me, { timeStamp: OPEN }),
  ];
  await t.week(me, '2026-02-16', { isLocked: false });
  await t.week(me, '2026-03-02', { state: 1 });
  await t.rules({ lockAfterWeeks: 1 });
  const { body } = await t.ask(me, 'GET', `${path}?$includeEditable=true`);
  const rows = body['data'] as unknown as { id: string; isCanEdit: boolean; isCanDelete: boolean }[];
  const editable = new Map(rows.map(({ id, isCanEdit, isCanDelete }) => [id, [isCanEdit, isCanDelete]]));
  expect(ids.map((id) => editable.get(id))).toEqual([
    [false, false],
    [true, true],
    [false, false],
    [true, true],
  ]);
  const one = await t.ask(me, 'GET', `${path}/${ids[2]}?$includeEditable=true`);
  expect(one.body['data']).toMatchObject({ isCanEdit: false, isCanDelete: false });
  for (const [index, id] of ids.entries()) {
    const { status } = await t.ask(me, 'PATCH', `${path}/${id}`, { comment: 'tried' });
    expect(status).toBe(editable.get(ids[index] ?? '')?.[0] ? 200 : 422);
  }
});
