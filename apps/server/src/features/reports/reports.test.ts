import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

const number = {
  type: 'Number',
  title: 'Tracked',
  endpoint: 'workLogsOnly',
  query: '$apply=aggregate(PeriodLength with sum as PeriodLength)',
  fieldName: 'PeriodLength',
};

async function add(person: TestPerson, body: object = {}): Promise<{ id: string; version: string }> {
  const answer = await at.ask(person, 'POST', '/api/rest/reports', { name: 'Mine', ...body });
  expect(answer).toMatchObject({ status: 200 });
  return { id: textOf(answer.body['data']?.['id']), version: String(answer.headers['etag']) };
}

const read = (person: TestPerson, id: string) => at.ask(person, 'GET', `/api/rest/reports/${id}`);

/** Names of the reports that somebody sees, without the built-in ones. */
async function namesFor(person: TestPerson): Promise<string[]> {
  const { body } = await at.ask(person, 'GET', '/api/rest/reports');
  const rows = body['data'] as unknown as { name: string; builtIn: string | null }[];
  return rows.filter(({ builtIn }) => builtIn === null).map(({ name }) => name);
}

describe('widgets', () => {
  test('keep what nobody knows, in the place where it was', async () => {
    const widget = {
      ...number,
      subTitle: null,
      '': '',
      labelRadius: 10,
      xAxis: { type: 'date', opposite: true, nested: { deep: [1, null] } },
      columns: [{ field: ['A', 'B'], width: -100, more: 'x' }],
    };
    const { id } = await add(at.people.team, { widgets: [widget] });
    const { subTitle: _, ...kept } = widget;
    expect((await read(at.people.team, id)).body['data']?.['widgets']).toEqual([kept]);
  });

  test.each([
    [{ ...number, type: 'Gauge' }, /widgets\.0\.type must be one of .*"StackedBar"/],
    [{ ...number, fieldName: null }, /widgets\.0\.fieldName: a Number needs it \(“Tracked”\)/],
    [{ ...number, endpoint: 'https://elsewhere' }, /widgets\.0\.endpoint/],
    [{ ...number, w: 'wide' }, /widgets\.0\.w/],
    [{ ...number, type: 'Pie' }, /widgets\.0\.categoryField/],
    [
      { type: 'FlatTable', endpoint: 'workItems', columns: [{ field: 'A', formatter: 'Shout' }] },
      /widgets\.0\.columns\.0\.formatter must be one of .*"TimeLength"/,
    ],
    [
      { type: 'FlatTable', endpoint: 'workItems', columns: [{ field: 7.5 }, { field: {} }] },
      /widgets\.0\.columns\.0\.field must be a text of/,
    ],
    [
      {
        type: 'FlatTable',
        endpoint: 'workItems',
        columns: [{ field: 'A', formatter: 'MathExpression', format: { expression: '{0} / {1}' } }],
      },
      /widgets\.0\.columns\.0\.format\.expression: \{1\} is none/,
    ],
    [{ ...number, 'a\0b': 1 }, /widgets\.0.*U\+0000/],
    [{ ...number, more: 'x'.repeat(500_000) }, /at most 400000/],
  ])('%.80j is refused', async (widget, message) => {
    const body = { name: 'Bad', widgets: [widget] };
    expect(await at.ask(at.people.team, 'POST', '/api/rest/reports', body)).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringMatching(message) } },
    });
  });
});

describe('who sees and changes', () => {
  test('a private report: its owner', async () => {
    const { id } = await add(at.people.team);
    for (const person of [at.people.product, at.people.administrator, at.people.manager]) {
      expect((await read(person, id)).status).toBe(404);
      expect((await at.ask(person, 'PATCH', `/api/rest/reports/${id}`, { name: 'x' })).status).toBe(404);
      expect((await at.ask(person, 'DELETE', `/api/rest/reports/${id}`)).status).toBe(404);
    }
  });

  test('the organization’s: everybody sees it, its owner and administrators change it', async () => {
    const { id } = await add(at.people.team, { name: 'Ours', visibility: 'organization' });
    expect((await read(at.people.product, id)).body['data']).toMatchObject({
      ownerName: 'team',
      isCanEdit: false,
    });
    const change = (person: TestPerson) =>
      at.ask(person, 'PATCH', `/api/rest/reports/${id}`, { description: 'Changed' });
    expect((await change(at.people.product)).status).toBe(403);
    expect((await change(at.people.administrator)).status).toBe(200);
    expect(await namesFor(at.people.product)).toContain('Ours');
  });

  test('nothing of another organization', async () => {
    const { id } = await add(at.people.team, { visibility: 'organization' });
    const ask = (path: string) => at.ask(at.people.stranger, 'GET', path);
    expect((await ask(`/api/other/rest/reports/${id}`)).status).toBe(404);
    const { body } = await at.ask(at.people.team, 'POST', `/api/rest/reports/${id}/share`);
    const shareId = textOf(body['data']?.['shareId']);
    expect((await ask(`/api/other/rest/reports/shared/${shareId}`)).status).toBe(404);
    expect((await ask(`/api/rest/reports/shared/${shareId}`)).status).toBe(401);
  });
});

describe('a link', () => {
  test('shows a private report to everybody until it ends, and only its owner knows it', async () => {
    const { id } = await add(at.people.team, { name: 'Linked' });
    const { body } = await at.ask(at.people.team, 'POST', `/api/rest/reports/${id}/share`);
    const shareId = textOf(body['data']?.['shareId']);
    expect(shareId).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    const follow = (person: TestPerson | null) =>
      at.ask(person, 'GET', `/api/rest/reports/shared/${shareId}`);
    expect((await follow(at.people.product)).body['data']).toMatchObject({ name: 'Linked', shareId: null });
    expect((await follow(null)).status).toBe(401);
    expect((await follow(at.people.none)).status).toBe(403);
    await at.ask(at.people.team, 'DELETE', `/api/rest/reports/${id}/share`);
    expect((await follow(at.people.product)).status).toBe(404);
  });

  test('that is made anew ends the one before', async () => {
    const { id } = await add(at.people.team);
    const share = async () =>
      textOf(
        (await at.ask(at.people.team, 'POST', `/api/rest/reports/${id}/share`)).body['data']?.['shareId'],
      );
    const [first, second] = [await share(), await share()];
    expect(first).not.toBe(second);
    expect((await at.ask(at.people.team, 'GET', `/api/rest/reports/shared/${first}`)).status).toBe(404);
    expect((await at.ask(at.people.team, 'GET', `/api/rest/reports/shared/${second}`)).status).toBe(200);
  });
});

describe('built-in reports', () => {
  test('come first, stay as they are, and can be copied', async () => {
    const { body } = await at.ask(at.people.team, 'GET', '/api/rest/reports');
    const rows = body['data'] as unknown as { id: string; builtIn: string }[];
    expect(rows.slice(0, 6).map(({ builtIn }) => builtIn)).toEqual([
      'personalOverview',
      'teamOverview',
      'teamOverviewOfPeriod',
      'backlog',
      'epics',
      'lastTracks',
    ]);
    const id = rows[0]?.id ?? '';
    const { administrator } = at.people;
    expect((await at.ask(administrator, 'PATCH', `/api/rest/reports/${id}`, { name: 'x' })).status).toBe(403);
    expect((await at.ask(administrator, 'DELETE', `/api/rest/reports/${id}`)).status).toBe(403);
    const copy = await at.ask(at.people.team, 'POST', `/api/rest/reports/${id}/copy`, { name: 'Copied' });
    const original = await read(at.people.team, id);
    expect(copy.body['data']).toMatchObject({
      name: 'Copied',
      builtIn: null,
      scope: 'Me',
      isCanEdit: true,
      widgets: original.body['data']?.['widgets'],
    });
  });
});

test('the order is the person’s own; what is not named comes behind', async () => {
  const person = await at.addPerson(at.organizationId, 'orderly', 'Team');
  const ids = [];
  for (const name of ['one', 'two', 'three']) ids.push((await add(person, { name })).id);
  const foreign = await add(at.people.team);
  await at.ask(person, 'PUT', '/api/rest/reports/order', { ids: [ids[2], foreign.id, ids[1]] });
  expect((await namesFor(person)).slice(0, 3)).toEqual(['three', 'two', 'one']);
});

test('of two changes at once, the one with an old ETag is told', async () => {
  const { id, version } = await add(at.people.team);
  const change = (name: string) =>
    at.ask(at.people.team, 'PATCH', `/api/rest/reports/${id}`, { name }, { 'if-match': version });
  expect((await change('first')).status).toBe(200);
  expect((await change('second')).status).toBe(412);
});

test('a change keeps what it does not name, and an empty project clears it', async () => {
  const { id } = await add(at.people.team, { scope: 'Project', project: 'Atlas', widgets: [number] });
  const change = (body: object) => at.ask(at.people.team, 'PATCH', `/api/rest/reports/${id}`, body);
  expect((await change({ project: '' })).status).toBe(409);
  expect((await change({ project: '', scope: 'Me' })).body['data']).toMatchObject({
    name: 'Mine',
    project: null,
    scope: 'Me',
    widgets: [number],
  });
});

test('when a person is erased, private reports go and those of the organization stay without them', async () => {
  const person = await at.addPerson(at.organizationId, 'leaving', 'Team');
  const gone = await add(person);
  const stays = await add(person, { visibility: 'organization' });
  const erased = await at.ask(at.people.administrator, 'POST', `/api/rest/users/${person.id}/erase`, {
    confirm: person.id,
  });
  expect(erased.status).toBe(200);
  expect((await read(at.people.administrator, stays.id)).body['data']).toMatchObject({
    ownerId: null,
    ownerName: null,
    isCanEdit: true,
  });
  const { rows } = await at.server.dependencies.database.system
    .selectFrom('report')
    .select('id')
    .where('id', '=', gone.id)
    .execute()
    .then((found) => ({ rows: found }));
  expect(rows).toEqual([]);
});
