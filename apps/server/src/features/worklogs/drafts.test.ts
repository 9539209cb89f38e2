import { beforeEach, describe, expect, test } from 'vitest';
import type { TestPerson } from '../../testing/test-server.ts';
import { REVIEW, useWorkLogs } from './testing/use-worklogs.ts';

const t = useWorkLogs();
const path = '/api/rest/workLogs';
const NOT_SET = '00000000-0000-0000-0000-000000000000';
let me: TestPerson;

beforeEach(async () => {
  me = await t.somebody();
});

/** Adds a worklog that says as little as possible. */
async function add(wish: object = {}) {
  const { status, body } = await t.ask(me, 'POST', path, { length: 600, workItemId: 1, ...wish });
  return { status, data: body['data'], error: body['error'] };
}

async function ownDefault(activityTypeId: string | null): Promise<void> {
  const { database, feed } = t.stint.server.dependencies;
  await database.system
    .updateTable('person')
    .set({ default_activity_type_id: activityTypeId })
    .where('id', '=', me.id)
    .execute();
  feed.tell(t.stint.organizationId);
}

describe('the activity type of a worklog that names none', () => {
  test('must be chosen where one is required, unless the person has a default', async () => {
    await t.rules({ activityTypeRequired: true });
    expect((await add()).error).toMatchObject({ errorCode: 'DbValidationError' });
    expect((await add({ activityTypeId: NOT_SET })).status).toBe(409);
    expect((await add({ activityTypeId: REVIEW })).status).toBe(200);
    await ownDefault(REVIEW);
    expect((await add()).data).toMatchObject({ activityType: { id: REVIEW } });
  });

  test('is [Not Set] while types are not in use, and then none is required', async () => {
    await t.rules({ activityTypesEnabled: false, activityTypeRequired: true });
    await ownDefault(REVIEW);
    expect((await add()).data).toMatchObject({ activityType: { id: NOT_SET } });
    expect((await add({ activityTypeId: REVIEW })).data).toMatchObject({ activityType: { id: REVIEW } });
  });
});

test('time is billable by default where the organization says so, unless it says otherwise', async () => {
  await t.rules({ billableByDefault: true });
  expect((await add()).data).toMatchObject({ billableLength: 600, flags: { isBillable: true } });
  expect((await add({ billableLength: 60 })).data).toMatchObject({ billableLength: 60 });
  await t.rules({});
  expect((await add()).data).toMatchObject({ billableLength: null, flags: { isBillable: false } });
});

test.each([
  ['2026-03-02', false],
  [' 3/2/2026', false],
  ['2026-03-02T00:00:00', true],
  ['2026-03-02T09:00:00Z', true],
  ['3/2/2026, 10:12:00 AM', true],
])('a worklog at "%s" has a time of its day: %s', async (timestamp, hasClockTime) => {
  await t.rules({});
  const { data } = await add({ timestamp });
  const { system } = t.stint.server.dependencies.database;
  const read = () =>
    system
      .selectFrom('work_log')
      .select('has_clock_time')
      .where('id', '=', String(data?.['id']))
      .executeTakeFirstOrThrow();
  expect(await read()).toEqual({ has_clock_time: hasClockTime });
  await t.ask(me, 'PATCH', `${path}/${String(data?.['id'])}`, { length: 700 });
  expect(await read()).toEqual({ has_clock_time: hasClockTime });
  await t.ask(me, 'PATCH', `${path}/${String(data?.['id'])}`, { timestamp: '2026-03-03T08:00:00' });
  expect(await read()).toEqual({ has_clock_time: true });
});

describe('privacy', () => {
  test('members see each other’s time only where the organization opens it, and never what is billable of it', async () => {
    await t.rules({});
    const id = await t.booked(t.stint.people.product, { billableLength: 900 });
    expect((await t.ask(me, 'GET', `${path}/all`)).status).toBe(403);
    expect((await t.ask(me, 'GET', `${path}/${id}`)).status).toBe(404);
    await t.rules({ membersSeeOthersTime: true });
    const all = await t.ask(me, 'GET', `${path}/all?$userIds=${t.stint.people.product.id}`);
    expect(all.body['data']?.['0']).toMatchObject({ id, billableLength: null, flags: { isBillable: false } });
    expect((await t.ask(me, 'GET', `${path}/${id}`)).body['data']).toMatchObject({ billableLength: null });
    expect((await t.ask(t.stint.people.none, 'GET', `${path}/all`)).status).toBe(403);
    expect((await t.ask(me, 'PATCH', `${path}/${id}`, { length: 1 })).status).toBe(403);
  });

  test('everyone sees what is billable of their own time, and Product of all', async () => {
    await t.rules({});
    const id = await t.booked(me, { billableLength: 900 });
    for (const person of [me, t.stint.people.product]) {
      expect((await t.ask(person, 'GET', `${path}/${id}`)).body['data']).toMatchObject({
        billableLength: 900,
      });
    }
  });
});
