import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { addWorkItems } from '../work-items/testing.ts';

const NOW = Date.parse('2026-03-11T09:00:00Z');

let at: TestServer;
beforeAll(async () => {
  at = await testServer({ clock: () => NOW });
  const { system } = at.server.dependencies.database;
  const sprint = 'Atlas\\Sprint 1';
  await addWorkItems(system, at.organizationId, [
    { id: 1, title: 'Planned', type: 'Product Backlog Item', iteration_path: sprint, effort: 4 },
    { id: 2, title: 'Below', parent_id: 1, iteration_path: 'Atlas\\Sprint 2' },
    { id: 3, title: 'Planned too', iteration_path: sprint, effort: 1 },
    { id: 4, title: 'Moved on', iteration_path: 'Atlas\\Sprint 2' },
    { id: 5, title: 'Of another project', project: 'Borealis' },
  ]);
  for (const [path, start_date, finish_date] of [
    [sprint, '2026-03-02', '2026-03-06'],
    ['Atlas\\Sprint 2', '2026-03-09', '2026-03-13'],
    ['Atlas\\Old', '2020-03-02', '2020-03-13'],
    ['Borealis\\Sprint 1', '2026-03-02', '2026-03-13'],
  ] as const) {
    const [project = ''] = path.split('\\');
    const row = { organization_id: at.organizationId, path, project, start_date, finish_date };
    await system.insertInto('iteration').values(row).execute();
  }
  const book = (person: TestPerson, workItemId: number, day: string, hours: number) =>
    at.ask(person, 'POST', '/api/rest/workLogs', {
      workItemId,
      timestamp: `2026-03-${day}T08:00:00`,
      length: hours * 3600,
    });
  const { team, product } = at.people;
  await book(team, 1, '02', 2);
  await book(product, 3, '06', 3);
  await book(team, 3, '09', 1);
  await book(team, 2, '10', 4);
  await book(team, 4, '03', 1);
  await book(team, 5, '03', 1);
});
afterAll(() => at.close());

async function list(person: TestPerson, query = ''): Promise<Record<string, unknown>[]> {
  const { status, body } = await at.ask(person, 'GET', `/api/rest/iterations?${query}`);
  expect(status).toBe(200);
  return body['data'] as never;
}

test('an iteration adds up what was tracked in it, and all below its items', async () => {
  const rows = await list(at.people.product, '$project=atlas');
  expect(rows.map(({ name }) => name)).toEqual(['Sprint 2', 'Sprint 1']);
  expect(rows[1]).toEqual({
    path: 'Atlas\\Sprint 1',
    name: 'Sprint 1',
    project: 'Atlas',
    startDate: '2026-03-02',
    finishDate: '2026-03-06',
    workItems: 2,
    effort: 5,
    trackedLength: 5 * 3600,
    trackedSummaryLength: 10 * 3600,
    pace: 2,
    budget: null,
    movedWorkItems: 1,
  });
  expect(rows[0]).toMatchObject({ effort: null, pace: null, workItems: 2, movedWorkItems: 1 });
});

interface Details {
  iteration: Record<string, unknown>;
  workItems: Record<string, unknown>[];
  isCut: boolean;
}

async function details(person: TestPerson, path: string): Promise<Details> {
  const { status, body } = await at.ask(
    person,
    'GET',
    `/api/rest/iterations/details?$path=${encodeURIComponent(path)}`,
  );
  expect(status).toBe(200);
  return body['data'] as never;
}

test('the details of an iteration are its items, those that moved on last, and the figures of the list', async () => {
  const found = await details(at.people.product, 'atlas\\sprint 1');
  const [, sprint] = await list(at.people.product, '$project=Atlas');
  expect(found.iteration).toEqual(sprint);
  expect(found.isCut).toBe(false);
  const figures = found.workItems.map((item) => [
    item['id'],
    item['isMoved'],
    item['trackedLength'],
    item['trackedSummaryLength'],
    item['pace'],
  ]);
  expect(figures).toEqual([
    [1, false, 2 * 3600, 6 * 3600, 1.5],
    [3, false, 3 * 3600, 4 * 3600, 4],
    [4, true, 3600, 3600, null],
  ]);
  expect(found.workItems[2]).toMatchObject({ iterationPath: 'Atlas\\Sprint 2', title: 'Moved on' });
});

test('an iteration without days counts all time of its items, and nothing as moved', async () => {
  const row = { organization_id: at.organizationId, path: 'Atlas', project: 'Atlas' };
  const { system } = at.server.dependencies.database;
  await system.insertInto('iteration').values(row).execute();
  await addWorkItems(system, at.organizationId, [{ id: 6, title: 'Undated', iteration_path: 'Atlas' }]);
  const entry = { workItemId: 6, timestamp: '2025-01-02T08:00:00', length: 600 };
  await at.ask(at.people.team, 'POST', '/api/rest/workLogs', entry);
  const { iteration, workItems } = await details(at.people.team, 'Atlas');
  expect(iteration).toMatchObject({ startDate: null, trackedLength: 600, movedWorkItems: 0 });
  expect(workItems).toMatchObject([{ id: 6, trackedLength: 600, trackedSummaryLength: 600 }]);
});

test('the details tell a member of the team of their own time, and others of no budgets', async () => {
  const { workItems } = await details(at.people.team, 'Atlas\\Sprint 1');
  expect(workItems.map((item) => item['trackedLength'])).toEqual([2 * 3600, 0, 3600]);
  expect(workItems.map((item) => item['budget'])).toEqual([null, null, null]);
});

test('a path that there is not is not found, also one of another organization', async () => {
  const ask = (person: TestPerson, path: string) =>
    at.ask(person, 'GET', `${path}/rest/iterations/details?$path=Atlas%5CSprint%201`);
  expect((await ask(at.people.stranger, '/api/other')).status).toBe(404);
  const { status } = await at.ask(at.people.team, 'GET', '/api/rest/iterations/details?$path=Nowhere');
  expect(status).toBe(404);
});

test('a member of the team is told of their own time', async () => {
  const [, sprint] = await list(at.people.team, '$project=Atlas');
  expect(sprint).toMatchObject({ trackedLength: 2 * 3600, trackedSummaryLength: 7 * 3600, effort: 5 });
});

test('the nearest budget of the path is told to those who see budgets', async () => {
  const { budget } = at.people;
  const make = async (name: string, iterationPath: string) => {
    const { body } = await at.ask(budget, 'POST', '/api/rest/budgets', { name });
    const id = textOf(body['data']?.['id']);
    await at.ask(budget, 'POST', `/api/rest/budgets/${id}/assignments`, { iterationPath });
    return id;
  };
  const [project, sprint] = [await make('All', 'Atlas'), await make('Sprint', 'atlas\\sprint 1')];
  const rows = await list(budget, '$project=Atlas');
  expect(rows.map((row) => row['budget'])).toEqual([
    { id: project, name: 'All' },
    { id: sprint, name: 'Sprint' },
  ]);
  expect((await list(at.people.product, '$project=Atlas')).map((row) => row['budget'])).toEqual([null, null]);
  const { workItems } = await details(budget, 'Atlas\\Sprint 1');
  expect(workItems[0]?.['budget']).toEqual({ id: sprint, name: 'Sprint' });
});

test('a range finds the iterations that have a day of it', async () => {
  expect((await list(at.people.team, '$from=2020-03-13&$to=2020-03-13')).map(({ name }) => name)).toEqual([
    'Old',
  ]);
  expect(await list(at.people.team, '$from=2020-03-14&$to=2020-04-01')).toEqual([]);
  expect(
    (await at.ask(at.people.team, 'GET', '/api/rest/iterations?$from=2026-01-02&$to=2026-01-01')).status,
  ).toBe(400);
});

test('nothing of another organization is told', async () => {
  const { body } = await at.ask(at.people.stranger, 'GET', '/api/other/rest/iterations');
  expect(body['data']).toEqual([]);
});
