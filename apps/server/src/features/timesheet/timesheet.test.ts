import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { addWorkItems } from '../work-items/testing.ts';

/** Wednesday, 2026-03-11 10:00 in Berlin. */
const NOW = Date.parse('2026-03-11T09:00:00Z');

let at: TestServer;
let person: TestPerson;

beforeAll(async () => {
  at = await testServer({ clock: () => NOW });
  person = await at.addPerson(at.organizationId, 'worker', 'Team');
  const { system } = at.server.dependencies.database;
  await addWorkItems(system, at.organizationId, [
    { id: 1, title: 'Epic', type: 'Epic' },
    { id: 2, title: 'Feature', type: 'Feature', parent_id: 1 },
    { id: 3, title: 'With time', parent_id: 2, iteration_path: 'Atlas\\Sprint 1' },
    { id: 4, title: 'Earlier', iteration_path: 'Atlas\\Sprint 0' },
    {
      id: 5,
      title: 'Mine in the sprint',
      iteration_path: 'Atlas\\Sprint 1',
      assigned_to: 'WORKER@demo.local',
      state_category: 'InProgress',
      fields: JSON.stringify({ 'Microsoft.VSTS.Common.StateChangeDate': '2026-03-10T08:00:00Z' }),
    },
    { id: 6, title: 'Elsewhere', project: 'Borealis', iteration_path: 'Borealis\\Sprint 1' },
    {
      id: 7,
      title: 'Mine, unplanned',
      project: 'Borealis',
      assigned_to: 'worker@demo.local',
      state_category: 'InProgress',
    },
    { id: 8, title: 'Mine, not begun', assigned_to: 'worker@demo.local', iteration_path: 'Atlas\\Sprint 0' },
  ]);
  for (const [path, start_date, finish_date] of [
    ['Atlas\\Sprint 0', '2026-02-23', '2026-03-06'],
    ['Atlas\\Sprint 1', '2026-03-09', '2026-03-20'],
    ['Borealis\\Sprint 1', '2026-03-09', '2026-03-20'],
  ] as const) {
    const [project = ''] = path.split('\\');
    const row = { organization_id: at.organizationId, path, project, start_date, finish_date };
    await system.insertInto('iteration').values(row).execute();
  }
  await book({ workItemId: 3, timestamp: '2026-03-09T08:00:00', length: 3600 });
  await book({ workItemId: 3, timestamp: '2026-03-10T23:30:00', length: 7200 });
  await book({ workItemId: 0, comment: 'Mail', timestamp: '2026-03-10T09:00:00', length: 900 });
  await book({ workItemId: 4, timestamp: '2026-03-04T09:00:00', length: 1800 });
  await book({ workItemId: 6, timestamp: '2026-02-20T09:00:00', length: 1800 });
});
afterAll(() => at.close());

const book = (wish: object) => at.ask(person, 'POST', '/api/rest/workLogs', wish);

interface Row {
  workItem: { id: number } | null;
  reason: string;
  length: number;
  entries: { timestamp: string }[];
  daysInProgress: string[];
}

async function rowsOf(query = '', who = person): Promise<Row[]> {
  const { status, body } = await at.ask(who, 'GET', `/api/rest/timesheet?${query}`);
  expect(status).toBe(200);
  return body['data']?.['rows'] as unknown as Row[];
}

const idsOf = async (query?: string) => (await rowsOf(query)).map(({ workItem }) => workItem?.id ?? 0);

test('without a range it is this week, by days; an entry belongs to the day it began', async () => {
  const { body } = await at.ask(person, 'GET', '/api/rest/timesheet');
  expect(body['data']).toMatchObject({
    userId: person.id,
    from: '2026-03-09',
    to: '2026-03-15',
    today: '2026-03-11',
    length: 11_700,
    isCut: false,
    rows: [
      { workItem: null, length: 900, reason: 'time' },
      { workItem: { id: 3, title: 'With time', isAssignedToUser: false }, length: 10_800, reason: 'time' },
    ],
  });
  expect(body['data']?.['days']).toMatchObject([
    { date: '2026-03-09', length: 3600 },
    { date: '2026-03-10', length: 8100 },
    ...['11', '12', '13', '14', '15'].map((day) => ({ date: `2026-03-${day}`, length: 0 })),
  ]);
});

describe('rows are', () => {
  test.each([
    ['those with time', '', [0, 3]],
    ['of earlier weeks too', '$weeks=1', [0, 3, 4]],
    ['of four weeks', '$weeks=4', [0, 3, 4, 6]],
    ['of this week’s iterations', '$iterations=true', [0, 3, 5, 6]],
    ['of this week’s iterations of a project', '$iterations=true&$project=atlas', [0, 3, 5]],
    ['mine of this week’s iterations', '$iterations=true&$mine=true', [0, 3, 5]],
    ['mine in progress', '$mine=true', [0, 3, 5, 7]],
    ['mine in a project', '$mine=true&$project=Borealis', [0, 7]],
    ['with their parents', '$parents=true', [0, 1, 2, 3]],
    ['nothing of a project that is none', '$project=Nowhere', [0]],
    ['nothing of a week without time', '$from=2026-01-05', []],
  ])('%s', async (_name, query, ids) => {
    expect(await idsOf(query)).toEqual(ids);
  });

  test('told why they are there', async () => {
    const rows = await rowsOf('$parents=true&$mine=true');
    expect(rows.map(({ workItem, reason }) => [workItem?.id, reason])).toEqual([
      [undefined, 'time'],
      [1, 'parent'],
      [2, 'parent'],
      [3, 'time'],
      [5, 'filter'],
      [7, 'filter'],
    ]);
  });

  test('tinted on days on which an own item was in progress', async () => {
    const rows = await rowsOf('$iterations=true');
    expect(rows.map(({ daysInProgress }) => daysInProgress)).toEqual([
      [],
      [],
      ['2026-03-10', '2026-03-11'],
      [],
    ]);
  });
});

test('an entry tells whether it lies at a time of its day, and what of it is billable', async () => {
  const week = '2026-01-19';
  await book({ workItemId: 3, timestamp: week, length: 1800, billableLength: 900 });
  await book({ workItemId: 3, timestamp: `${week}T08:00:00`, length: 3600 });
  const [row] = await rowsOf(`$from=${week}`);
  expect(row?.entries).toMatchObject([
    { timestamp: `${week}T00:00:00`, hasClockTime: false, billableLength: 900, workItemId: 3 },
    { timestamp: `${week}T08:00:00`, hasClockTime: true, billableLength: null, workItemId: 3 },
  ]);
});

test('what is billable of the time of others is for the role Product', async () => {
  const { administrator, product, team } = at.people;
  const privacy = (membersSeeOthersTime: boolean) =>
    at.ask(administrator, 'PATCH', '/api/rest/settings', { membersSeeOthersTime });
  await privacy(true);
  const billableFor = async (who: TestPerson) =>
    (await rowsOf(`$userId=${person.id}&$from=2026-01-19`, who))[0]?.entries[0];
  expect(await billableFor(product)).toMatchObject({ billableLength: 900 });
  expect(await billableFor(team)).toMatchObject({ billableLength: null });
  await privacy(false);
});

test('the totals count all time, also of rows that are filtered out', async () => {
  const { body } = await at.ask(person, 'GET', '/api/rest/timesheet?$project=Nowhere');
  expect(body['data']).toMatchObject({ length: 11_700 });
});

describe('who sees it', () => {
  const of = (who: TestPerson) => at.ask(who, 'GET', `/api/rest/timesheet?$userId=${person.id}`);

  test('its person, and from Product on everybody', async () => {
    expect((await of(at.people.product)).body['data']).toMatchObject({ userId: person.id, length: 11_700 });
    expect((await of(at.people.team)).status).toBe(403);
  });

  test('nobody of another organization', async () => {
    const url = `/api/other/rest/timesheet?$userId=${person.id}`;
    expect((await at.ask(at.people.stranger, 'GET', url)).status).toBe(404);
  });
});

test.each(['$from=2026-03-09&$to=2026-03-08', '$from=2026-03-01&$to=2026-04-30', '$from=soon', '$weeks=99'])(
  '%s is refused',
  async (query) => {
    expect((await at.ask(person, 'GET', `/api/rest/timesheet?${query}`)).status).toBe(400);
  },
);

describe('a week copied', () => {
  const copy = (body: object, query = '') => at.ask(person, 'POST', `/api/rest/timesheet/copy${query}`, body);
  const timesOf = async (from: string) =>
    (await rowsOf(`$from=${from}`))
      .flatMap(({ entries }) => entries.map(({ timestamp }) => timestamp))
      .toSorted();

  test('only to see whether it could be writes nothing', async () => {
    const { body } = await copy(
      { weekStart: '2026-02-02', fromWeekStart: '2026-03-09' },
      '?$validateOnly=true',
    );
    expect(body['data']).toMatchObject({ added: 3 });
    expect(await timesOf('2026-02-02')).toEqual([]);
  });

  test('is booked at the same times of the same weekdays', async () => {
    const { status, body } = await copy({ weekStart: '2026-02-05', fromWeekStart: '2026-03-13' });
    expect([status, body['data']]).toMatchObject([200, { added: 3 }]);
    expect(await timesOf('2026-02-02')).toEqual([
      '2026-02-02T08:00:00',
      '2026-02-03T09:00:00',
      '2026-02-03T23:30:00',
    ]);
  });

  test('is the one before unless told', async () => {
    expect((await copy({ weekStart: '2026-03-16' })).body['error']?.['errorCode']).toBe('FutureCheckFailed');
    expect((await copy({ weekStart: '2026-03-09' })).body['data']).toMatchObject({ added: 1 });
  });

  test('without time adds nothing', async () => {
    expect((await copy({ weekStart: '2026-01-12' })).body['data']).toEqual({ added: 0, ids: [] });
  });

  test.each([{}, { weekStart: 'soon' }])('%j is refused', async (body) => {
    expect((await copy(body)).status).toBe(409);
  });
});
