import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setSettings } from '../../contract-tests/settings.ts';
import { textOf } from '../../testing/browser.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { activityTypesOf, NOT_SET, recordOf, said } from './testing.ts';

let at: TestServer;
let types: ReturnType<typeof activityTypesOf>;

beforeAll(async () => {
  at = await testServer();
  types = activityTypesOf(at);
});
afterAll(() => at.close());

const nobody = '11111111-1111-1111-1111-111111111111';

describe('a new activity type', () => {
  test('stands last, or at its position, and is audited', async () => {
    const { status, body } = await types.ask('POST', '', { name: '  Travel ', color: '#A1B2C3' });
    expect([status, body['data']]).toEqual([
      200,
      { id: expect.any(String), name: 'Travel', color: 'a1b2c3' },
    ]);
    await types.ask('POST', '', { name: 'Review', color: '336699', position: 1 });
    const names = await types.names();
    expect([names[0], names[1], names.at(-1)]).toEqual(['[Not Set]', 'Review', 'Travel']);
    const id = textOf(body['data']?.['id']);
    expect(await recordOf(at, 'activityType', id)).toEqual([
      {
        action: 'create',
        person_id: at.people.administrator.id,
        before: null,
        after: { name: 'Travel', color: 'a1b2c3', position: names.length - 2 },
      },
    ]);
  });

  test.each([
    ['no name', { color: '336699' }, 409, /name is required/],
    ['an empty name', { name: '   ', color: '336699' }, 409, /name: must have at least one/],
    [
      'a name too long',
      { name: 'x'.repeat(101), color: '336699' },
      409,
      /name: .*100 characters; it has 101/,
    ],
    ['a name in use', { name: 'testing', color: '336699' }, 409, /name: .*Testing already/],
    ['the name of none', { name: '[NOT SET]', color: '336699' }, 409, /name: .*\[Not Set\] already/],
    ['a name that cannot be stored', { name: 'a\0b', color: '336699' }, 409, /name .*U\+0000/],
    ['no colour', { name: 'Other' }, 409, /color is required/],
    ['a colour by name', { name: 'Other', color: 'red' }, 409, /color: must be six hex digits.*"red"/],
    ['a short colour', { name: 'Other', color: '#fff' }, 409, /color: must be six hex digits/],
    ['a negative position', { name: 'Other', color: '336699', position: -1 }, 409, /position/],
    ['a body that is a list', [], 409, /./],
  ])('with %s is refused', async (_what, body, status, message) => {
    const before = await types.names();
    const answer = await types.ask('POST', '', body);
    expect([answer.status, said(answer)]).toEqual([status, expect.stringMatching(message)]);
    expect(await types.names()).toEqual(before);
  });

  test('may have a name of 100 characters outside of ASCII', async () => {
    const name = '🧭'.repeat(100);
    const { status } = await types.ask('POST', '', { name, color: '000000' });
    expect([status, (await types.names()).at(-1)]).toEqual([200, name]);
  });
});

describe('a changed activity type', () => {
  test('keeps what is left out, and shows at once on its worklogs', async () => {
    const id = await types.add('Before');
    const entry = { length: 60, comment: 'x', activityTypeId: id };
    const booked = await at.ask(at.people.team, 'POST', '/api/rest/workLogs', entry);
    expect((await types.ask('PATCH', `/${id}`, { name: 'After' })).body['data']).toEqual({
      id,
      name: 'After',
      color: '336699',
    });
    await types.ask('PATCH', `/${id}`, { color: '#ABCDEF' });
    const { body } = await at.ask(
      at.people.team,
      'GET',
      `/api/rest/workLogs/${textOf(booked.body['data']?.['id'])}`,
    );
    expect(body['data']?.['activityType']).toEqual({ id, name: 'After', color: 'abcdef' });
    expect(await recordOf(at, 'activityType', id)).toMatchObject([
      { before: { name: 'After', color: '336699' }, after: { name: 'After', color: 'abcdef' } },
      { before: { name: 'Before' }, after: { name: 'After' } },
      { action: 'create' },
    ]);
  });

  test('may change the case of its own name, and nothing at all without a record', async () => {
    const id = await types.add('case');
    expect((await types.ask('PATCH', `/${id}`, { name: 'CASE' })).status).toBe(200);
    expect((await types.ask('PATCH', `/${id}`, { name: ' CASE', color: null })).status).toBe(200);
    expect(await recordOf(at, 'activityType', id)).toHaveLength(2);
  });

  test.each([
    ['the name of another', { name: 'DESIGN' }, /Design already/],
    ['an empty name', { name: '' }, /name: must have at least one/],
    ['a wrong colour', { color: '12345g' }, /color: must be six/],
  ])('to %s is refused', async (_what, body, message) => {
    const id = (await types.list()).activityTypes.find(({ name }) => name === 'Meeting')?.id;
    const answer = await types.ask('PATCH', `/${id}`, body);
    expect([answer.status, said(answer)]).toEqual([409, expect.stringMatching(message)]);
  });

  test('is not [Not Set], and exists', async () => {
    const fixed = await types.ask('PATCH', `/${NOT_SET}`, { name: 'None' });
    expect([fixed.status, said(fixed)]).toEqual([
      409,
      expect.stringMatching(/\[Not Set\].*cannot be renamed/),
    ]);
    expect((await types.ask('PATCH', `/${nobody}`, { name: 'None' })).status).toBe(404);
  });
});

describe('the order', () => {
  test('is the one that was set, for everybody, and audited', async () => {
    const before = (await types.list()).activityTypes.map(({ id }) => id);
    const ids = before.toReversed();
    const { status, body } = await types.ask('PUT', '/order', { ids });
    expect(status).toBe(200);
    expect((await types.list()).activityTypes.map(({ id }) => id)).toEqual(ids);
    expect(body['data']).toEqual(await types.list());
    expect((await recordOf(at, 'activityTypeOrder', at.organizationId))[0]).toMatchObject({
      before: { ids: before },
      after: { ids },
    });
  });

  test.each([
    ['without one', (ids: string[]) => ids.slice(1), /missing: /],
    ['with one twice', (ids: string[]) => [...ids, ids[0]], /twice/],
    ['with an unknown one', (ids: string[]) => [...ids, nobody], /no activity type 1111/],
    ['that is no list', () => 'x', /ids/],
    ['of no GUIDs', () => ['x'], /ids\.0/],
  ])('%s is refused', async (_what, change, message) => {
    const before = (await types.list()).activityTypes.map(({ id }) => id);
    const answer = await types.ask('PUT', '/order', { ids: change(before) });
    expect([answer.status, said(answer)]).toEqual([409, expect.stringMatching(message)]);
    expect((await types.list()).activityTypes.map(({ id }) => id)).toEqual(before);
  });
});

describe('the default of the organization', () => {
  test('holds for the next entry of who has none of their own, and is audited', async () => {
    const id = await types.add('Default');
    const { body } = await types.ask('PUT', '/default', { id });
    expect(body['data']?.['systemDefaultActivityTypeId']).toBe(id);
    const entry = { length: 60, comment: 'x' };
    const booked = await at.ask(at.people.team, 'POST', '/api/rest/workLogs', entry);
    expect(booked.body['data']?.['activityType']?.['id']).toBe(id);
    expect((await recordOf(at, 'defaultActivityType', at.organizationId))[0]).toMatchObject({
      before: { id: NOT_SET },
      after: { id },
    });
    await types.ask('PUT', '/default', { id: NOT_SET });
    expect((await types.list()).systemDefaultActivityTypeId).toBe(NOT_SET);
  });

  test('must exist', async () => {
    const answer = await types.ask('PUT', '/default', { id: nobody });
    expect([answer.status, said(answer)]).toEqual([
      409,
      expect.stringMatching(/id: there is no activity type/),
    ]);
  });
});

test('changes of types at the same moment leave each place taken once', async () => {
  const added = Array.from({ length: 12 }, (_, index) =>
    types.ask('POST', '', { name: `Together ${index}`, color: '336699', position: 2 }),
  );
  expect((await Promise.all(added)).map(({ status }) => status)).toEqual(Array(12).fill(200));
  const rows = await at.server.dependencies.database.system
    .selectFrom('activity_type')
    .select('position')
    .where('organization_id', '=', at.organizationId)
    .where('deleted_at', 'is', null)
    .execute();
  const positions = rows.map(({ position }) => position).sort((a, b) => a - b);
  expect(positions).toEqual(positions.map((_, index) => index));
});

test('one name at the same moment is given once', async () => {
  const asked = Array.from({ length: 8 }, () => types.ask('POST', '', { name: 'Once', color: '336699' }));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, ...Array(7).fill(409)]);
});

describe('while the feature is off', () => {
  test('the list says so, and everything else answers ActivityTypeDisabled', async () => {
    const id = (await types.list()).activityTypes[1]?.id ?? '';
    await setSettings(at, { activityTypesEnabled: false });
    expect((await types.list()).enabled).toBe(false);
    const answers = [
      await at.ask(at.people.team, 'GET', `/api/rest/activityTypes/${id}`),
      await types.ask('POST', '', { name: 'Off', color: '336699' }),
      await types.ask('PATCH', `/${id}`, { name: 'Off' }),
      await types.ask('PUT', '/order', { ids: [] }),
      await types.ask('PUT', '/default', { id }),
      await types.ask('DELETE', `/${id}`),
    ];
    for (const { status, body } of answers)
      expect([status, body['error']?.['errorCode']]).toEqual([404, 'ActivityTypeDisabled']);
    await setSettings(at, {});
  });
});
