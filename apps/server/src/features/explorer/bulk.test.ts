import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

async function book(person: TestPerson, more: object = {}): Promise<string> {
  const body = { length: 1800, comment: 'booked', timestamp: '2026-03-02T09:00:00', ...more };
  const answer = await at.ask(person, 'POST', '/api/rest/workLogs', body);
  return textOf(answer.body['data']?.['id']);
}

const change = (person: TestPerson, body: object, query = '') =>
  at.ask(person, 'POST', `/api/rest/explorer/workLogs/change${query}`, body);
const remove = (person: TestPerson, ids: string[], query = '') =>
  at.ask(person, 'POST', `/api/rest/explorer/workLogs/delete${query}`, { ids });
const read = async (id: string) =>
  (await at.ask(at.people.administrator, 'GET', `/api/rest/workLogs/${id}`)).body['data'];

async function makeBudget(): Promise<string> {
  const name = `Budget ${crypto.randomUUID()}`;
  const { body } = await at.ask(at.people.budget, 'POST', '/api/rest/budgets', { name });
  return textOf(body['data']?.['id']);
}

/** The worklogs that a budget is attached to itself. */
async function attachedTo(budgetId: string): Promise<string[]> {
  const { body } = await at.ask(at.people.budget, 'GET', `/api/rest/budgets/${budgetId}/assignments`);
  return (body['data'] as unknown as { workLogId: string }[]).map(({ workLogId }) => workLogId).toSorted();
}

test('what is changed is changed on each, and on record for each', async () => {
  const { team } = at.people;
  const { activityTypes } = (await at.server.dependencies.organizations.byId(at.organizationId)) ?? {};
  const type = activityTypes?.find(({ name }) => name !== '[Not Set]');
  const ids = [await book(team), await book(team, { length: 60 })];
  const answer = await change(team, { ids, activityTypeId: type?.id, isBillable: true });
  expect(answer.body['data']).toEqual({ succeeded: 2, failed: 0, failedEntries: [] });
  expect(await read(ids[0] ?? '')).toMatchObject({ billableLength: 1800, activityType: { id: type?.id } });
  expect(await read(ids[1] ?? '')).toMatchObject({ billableLength: 60, length: 60 });
  const rows = await at.server.dependencies.database.system
    .selectFrom('audit_log')
    .select('entity_id')
    .where('action', '=', 'change')
    .where('entity_id', 'in', ids)
    .execute();
  expect(rows).toHaveLength(2);
});

test('what is not billable stays untouched when it is made not billable', async () => {
  const { team } = at.people;
  const [billed, free] = [await book(team, { billableLength: 600 }), await book(team)];
  await change(team, { ids: [billed, free], isBillable: false });
  expect(await read(billed)).toMatchObject({ billableLength: 0 });
  expect(await read(free)).toMatchObject({ billableLength: null, flags: { isChanged: false } });
});

describe('a budget', () => {
  test('is attached to worklogs whatever they had, and taken away again', async () => {
    const ids = [await book(at.people.team), await book(at.people.product)].toSorted();
    const [one, two] = [await makeBudget(), await makeBudget()];
    await change(at.people.budget, { ids, budgetId: one });
    expect(await attachedTo(one)).toEqual(ids);
    await change(at.people.budget, { ids, budgetId: two });
    expect([await attachedTo(one), await attachedTo(two)]).toEqual([[], ids]);
    await change(at.people.budget, { ids, budgetId: '' });
    expect(await attachedTo(two)).toEqual([]);
  });

  test('needs the role Budget', async () => {
    const ids = [await book(at.people.product)];
    expect((await change(at.people.product, { ids, budgetId: await makeBudget() })).status).toBe(403);
  });

  test('that is not there is told', async () => {
    const body = { ids: [await book(at.people.budget)], budgetId: crypto.randomUUID() };
    expect((await change(at.people.budget, body)).status).toBe(404);
  });
});

describe('a deletion', () => {
  const restore = (person: TestPerson, ids: string[], query = '') =>
    at.ask(person, 'POST', `/api/rest/explorer/workLogs/restore${query}`, { ids });

  test('is taken back for all', async () => {
    const { team, administrator } = at.people;
    const ids = [await book(team), await book(team)];
    await remove(team, ids);
    expect((await restore(administrator, ids)).body['data']).toMatchObject({ succeeded: 2 });
    for (const id of ids) expect(await read(id)).toMatchObject({ id });
  });

  test('that never was, or is of somebody else, keeps all as they were', async () => {
    const { team, product } = at.people;
    const [gone, there, foreign] = [await book(team), await book(team), await book(product)];
    await remove(team, [gone]);
    await remove(product, [foreign]);
    const refused = await restore(team, [gone, there, foreign]);
    expect(refused.body['error']?.['message']).toMatch(/2 are refused: \[1\] .*\[2\] /);
    expect(await read(gone)).toBeUndefined();
    const asked = await restore(team, [gone], '?$validateOnly=true');
    expect(asked.body['data']).toMatchObject({ succeeded: 1, failed: 0 });
    expect(await read(gone)).toBeUndefined();
  });
});

describe('all or none', () => {
  test('one bad entry keeps all as they were, and each bad one is named', async () => {
    const { team, product } = at.people;
    const [mine, foreign, missing] = [await book(team), await book(product), crypto.randomUUID()];
    const ids = [mine, missing, foreign];
    const refused = await change(team, { ids, isBillable: true });
    expect(refused.body['error']?.['message']).toMatch(/2 are refused: \[1\] .*\[2\] /);
    expect(await read(mine)).toMatchObject({ billableLength: null, flags: { isChanged: false } });
    expect((await remove(team, ids)).status).toBe(404);
    expect(await read(mine)).toMatchObject({ id: mine });
  });

  test('with $validateOnly the reasons are answered, by id, and nothing is written', async () => {
    const { team, product } = at.people;
    const [mine, foreign] = [await book(team), await book(product)];
    const { status, body } = await remove(team, [mine, foreign], '?$validateOnly=true');
    expect(status).toBe(200);
    expect(body['data']).toEqual({
      succeeded: 1,
      failed: 1,
      failedEntries: [{ id: foreign, error: { errorCode: 'EntityNotFound', message: expect.any(String) } }],
    });
    expect(await read(mine)).toMatchObject({ id: mine });
    expect((await change(team, { ids: [mine], isBillable: true }, '?$validateOnly=true')).status).toBe(200);
    expect(await read(mine)).toMatchObject({ billableLength: null });
  });

  test('a locked week holds everything back', async () => {
    const person = await at.addPerson(at.organizationId, 'submitting', 'Team');
    const ids = [await book(person, { timestamp: '2026-11-17T09:00:00' }), await book(person)];
    const submitted = await at.ask(person, 'POST', '/api/rest/timeApproval/week', {
      weekStart: '2026-11-16',
    });
    expect(submitted.status).toBe(200);
    const refused = await remove(person, ids);
    expect([refused.status, refused.body['error']?.['errorCode']]).toEqual([422, 'ApprovalStateFailed']);
    expect(await read(ids[1] ?? '')).toMatchObject({ id: ids[1] });
  });

  test('two acts on the same worklogs in opposite order both come to their end', async () => {
    const { administrator, team, product } = at.people;
    const ids = [];
    for (let index = 0; index < 10; index += 1) ids.push(await book(index % 2 === 0 ? team : product));
    const answers = await Promise.all([
      change(administrator, { ids, isBillable: true }),
      change(administrator, { ids: ids.toReversed(), activityTypeId: '' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const id of ids) expect(await read(id)).toMatchObject({ billableLength: 1800 });
  });

  test('an id named twice counts once', async () => {
    const id = await book(at.people.team);
    const { body } = await remove(at.people.team, [id, id.toUpperCase()]);
    expect(body['data']).toMatchObject({ succeeded: 1 });
  });
});

test.each([
  [{ ids: [] }, /ids/],
  [{ ids: Array.from({ length: 501 }, () => crypto.randomUUID()) }, /ids/],
  [{ ids: ['7'] }, /GUID/],
  [{ isBillable: true }, /ids is required/],
])('%.60j is refused', async (body, message) => {
  expect(await change(at.people.team, body)).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringMatching(message) } },
  });
});

test('nothing of another organization is reached', async () => {
  const id = await book(at.people.team);
  const answer = await at.ask(at.people.stranger, 'POST', '/api/other/rest/explorer/workLogs/delete', {
    ids: [id],
  });
  expect(answer.status).toBe(404);
  expect(await read(id)).toMatchObject({ id });
});
