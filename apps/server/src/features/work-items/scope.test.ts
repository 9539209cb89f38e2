import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { setRules } from '../tracking/testing/tracker.ts';
import { addWorkItems, bookHour } from './testing.ts';

let stint: TestServer;

beforeAll(async () => {
  stint = await testServer();
  const { system } = stint.server.dependencies.database;
  await addWorkItems(system, stint.organizationId, [
    { id: 1, title: 'Card', state: 'Active', state_category: 'InProgress' },
    { id: 2, title: 'Card reader', type: 'Bug', state: 'New', assigned_to: 'team@demo.local' },
    { id: 3, title: 'Card printer', project: 'Borealis', state: 'Active', state_category: 'InProgress' },
    { id: 4, title: 'Card holder', type: 'Epic', state: 'Closed', state_category: 'Completed' },
  ]);
  await bookHour(system, stint.people.team, 4, 1);
});
afterAll(() => stint.close());

async function found(query: string | number): Promise<number[]> {
  const path = '/api/tracking/client/searchByQuery';
  const { body } = await stint.ask(stint.people.team, 'POST', path, { query: String(query) });
  const workItems = body['workItems'] as unknown as { workItem: { id: number } }[];
  return workItems.map(({ workItem }) => workItem.id).toSorted((a, b) => a - b);
}

test.each([
  [{}, [1, 2, 3, 4], [1, 2, 3, 4]],
  [{ searchProjects: ['atlas'] }, [1, 2, 4], [1, 2, 4]],
  [{ searchProjects: ['Atlas', 'Borealis'], searchTypes: ['Task'] }, [1, 3], [1, 3]],
  [{ searchStates: ['ACTIVE', 'New'] }, [1, 2, 3], [1, 2, 3]],
  [{ searchTypes: ['Bug', 'Epic'], searchStates: ['New'] }, [2], [2]],
  [{ searchProjects: ['Nowhere'] }, [], []],
])('with %j the search finds %j by words and suggests %j', async (settings, byWords, suggested) => {
  await setRules(stint, settings);
  expect(await found('card')).toEqual(byWords);
  expect(await found('')).toEqual(suggested);
  for (const id of [1, 2, 3, 4]) expect(await found(id)).toEqual(byWords.includes(id) ? [id] : []);
});

test('what the search does not find may be booked by its number', async () => {
  await setRules(stint, { searchProjects: ['Nowhere'] });
  const body = { length: 60, workItemId: 3 };
  expect((await stint.ask(stint.people.team, 'POST', '/api/rest/workLogs', body)).status).toBe(200);
});
