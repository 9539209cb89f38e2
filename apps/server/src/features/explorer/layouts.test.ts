import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

const view = { columns: [{ field: 'User/Name', pinned: true }], sort: [], groupBy: [], filters: { mine: 1 } };

async function put(person: TestPerson, content: object, id: string = crypto.randomUUID()) {
  const answer = await at.ask(person, 'PUT', `/api/rest/explorer/layouts/${id}`, { view, ...content });
  return { id, ...answer };
}

async function list(person: TestPerson): Promise<{ id: string; name: string; isDefault: boolean }[]> {
  return (await at.ask(person, 'GET', '/api/rest/explorer/layouts')).body['data'] as never;
}

test('a layout is kept with what nobody knows of it, and saved over under its id', async () => {
  const person = await at.addPerson(at.organizationId, 'one', 'Team');
  const { id } = await put(person, { name: ' Month ' });
  expect(await list(person)).toEqual([{ id, name: 'Month', isDefault: false, view }]);
  await put(person, { name: 'Week', view: { ...view, groupBy: ['User/Name'] } }, id);
  expect(await list(person)).toEqual([
    { id, name: 'Week', isDefault: false, view: { ...view, groupBy: ['User/Name'] } },
  ]);
});

test('one is the default at most, and stays it when it is saved without a word of that', async () => {
  const person = await at.addPerson(at.organizationId, 'two', 'Team');
  const first = await put(person, { name: 'A', isDefault: true });
  const second = await put(person, { name: 'B', isDefault: true });
  expect((await list(person)).map(({ isDefault }) => isDefault)).toEqual([false, true]);
  await put(person, { name: 'C' }, second.id);
  expect((await list(person)).map(({ isDefault }) => isDefault)).toEqual([false, true]);
  await put(person, { name: 'A', isDefault: true }, first.id);
  expect((await list(person)).map(({ isDefault }) => isDefault)).toEqual([true, false]);
});

test('each person has their own, also under the same id', async () => {
  const [one, two] = [
    await at.addPerson(at.organizationId, 'three', 'Team'),
    await at.addPerson(at.organizationId, 'four', 'Team'),
  ];
  const { id } = await put(one, { name: 'Mine' });
  await put(two, { name: 'Other' }, id);
  expect((await list(one)).map(({ name }) => name)).toEqual(['Mine']);
  expect((await at.ask(two, 'DELETE', `/api/rest/explorer/layouts/${id}`)).status).toBe(200);
  expect((await at.ask(two, 'DELETE', `/api/rest/explorer/layouts/${id}`)).status).toBe(404);
  expect(await list(one)).toHaveLength(1);
});

test('a name stands for one layout, and there are a hundred at most', async () => {
  const person = await at.addPerson(at.organizationId, 'five', 'Team');
  await put(person, { name: 'Same' });
  expect((await put(person, { name: 'SAME' })).status).toBe(409);
  for (let index = 1; index < 100; index += 1) await put(person, { name: `n${index}` });
  expect(await put(person, { name: 'one more' })).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringContaining('100 layouts') } },
  });
});

test.each([
  { name: '  ' },
  { name: 'x', view: { ...view, sort: [{ isDescending: true }] } },
  { name: 'x', view: { ...view, columns: 'all' } },
])('%j is refused', async (content) => {
  expect((await put(at.people.team, content)).status).toBe(409);
});
