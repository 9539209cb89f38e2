import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { activityTypesOf, NOT_SET, recordOf, said } from './testing.ts';

let at: TestServer;
let types: ReturnType<typeof activityTypesOf>;

beforeAll(async () => {
  at = await testServer();
  types = activityTypesOf(at);
});
afterAll(() => at.close());

async function book(person: TestPerson, activityTypeId: string): Promise<string> {
  const body = { length: 60, comment: 'x', timestamp: '2026-03-02T09:00:00', activityTypeId };
  return textOf((await at.ask(person, 'POST', '/api/rest/workLogs', body)).body['data']?.['id']);
}

async function rowOf(id: string) {
  return at.server.dependencies.database.system
    .selectFrom('work_log')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

describe('deleting with a replacement', () => {
  test('moves every worklog, deleted ones too, as a change that readers of changes see', async () => {
    const { team, product, administrator } = at.people;
    const [from, to] = [await types.add('Old'), await types.add('New')];
    const own = await book(team, from);
    const gone = await book(product, from);
    await at.ask(product, 'DELETE', `/api/rest/workLogs/${gone}`);
    const before = [await rowOf(own), await rowOf(gone)];
    const { status, body } = await types.ask('DELETE', `/${from}?$replacementId=${to}`);
    expect([status, body]).toEqual([200, { data: null }]);
    for (const old of before) {
      const row = await rowOf(old.id);
      expect(row).toEqual({
        ...old,
        activity_type_id: to,
        version: old.version + 1,
        edited_by: administrator.id,
        edited_at: expect.any(String),
        local_edited_at: expect.any(String),
      });
      // As times: the texts have no trailing zeros.
      expect(Date.parse(row.edited_at)).toBeGreaterThan(Date.parse(old.edited_at));
      expect(Date.parse(row.local_edited_at)).toBeGreaterThan(Date.parse(old.local_edited_at));
    }
    expect(await types.names()).not.toContain('Old');
    expect((await at.ask(team, 'GET', `/api/rest/activityTypes/${from}`)).status).toBe(404);
  });

  test('records one line for the type and one for each worklog', async () => {
    const { team, administrator } = at.people;
    const [from, to] = [await types.add('Counted'), await types.add('Counting')];
    const entries = [await book(team, from), await book(team, from)];
    await types.ask('DELETE', `/${from}?$replacementId=${to}`);
    expect((await recordOf(at, 'activityType', from))[0]).toEqual({
      action: 'delete',
      person_id: administrator.id,
      before: { name: 'Counted', color: '336699', isSystemDefault: false },
      after: { replacementId: to, worklogs: 2, people: 0, tracks: 0 },
    });
    for (const id of entries)
      expect((await recordOf(at, 'worklog', id))[0]).toMatchObject({
        action: 'change',
        person_id: administrator.id,
        before: { id, activity_type_id: from, version: 1 },
        after: { id, activity_type_id: to, version: 2 },
      });
  });

  test('moves what is tracked and what was selected; the track is booked with the replacement', async () => {
    const { team, product } = at.people;
    const [from, to] = [await types.add('Tracked'), await types.add('Instead')];
    const track = (person: TestPerson, act: string, body?: object) =>
      at.ask(person, 'POST', `/api/tracking/client/${act}`, body);
    const started = await track(team, 'startTracking', { tfsId: 7, activityTypeId: from });
    await track(product, 'selected', { tfsId: 7, activityTypeId: from });
    await types.ask('DELETE', `/${from}?$replacementId=${to}`);
    const { body } = await at.ask(team, 'GET', '/api/tracking/client/current');
    expect(body['track']).toMatchObject({ trackingState: 'tracking', activityTypeId: to });
    expect(Number(body['timestamp'])).toBeGreaterThan(Number(started.body['timestamp']));
    const selected = await at.ask(product, 'GET', '/api/tracking/client/current');
    expect(selected.body['track']?.['activityTypeId']).toBe(to);
    await track(team, 'stopTracking');
    expect((await rowOf(textOf(started.body['track']?.['workLogId']))).activity_type_id).toBe(to);
    expect((await recordOf(at, 'activityType', from))[0]?.after).toMatchObject({ tracks: 2 });
  });

  test('moves people’s defaults and favourites, each favourite once', async () => {
    const { team, product } = at.people;
    const [from, to] = [await types.add('Liked'), await types.add('Liked more')];
    const own = { defaultActivityTypeId: from, favouriteActivityTypeIds: [NOT_SET, from, to] };
    await at.ask(team, 'PATCH', '/api/rest/me/settings', own);
    await at.ask(product, 'PATCH', '/api/rest/me/settings', { favouriteActivityTypeIds: [from] });
    await types.ask('DELETE', `/${from}?$replacementId=${to}`);
    const settingsOf = async (person: TestPerson) =>
      (await at.ask(person, 'GET', '/api/rest/me/settings')).body['data']?.['own'];
    expect(await settingsOf(team)).toMatchObject({
      defaultActivityTypeId: to,
      favouriteActivityTypeIds: [NOT_SET, to],
    });
    expect(await settingsOf(product)).toMatchObject({
      defaultActivityTypeId: null,
      favouriteActivityTypeIds: [to],
    });
    expect((await recordOf(at, 'personSettings', team.id))[0]).toMatchObject({
      before: own,
      after: { defaultActivityTypeId: to, favouriteActivityTypeIds: [NOT_SET, to] },
    });
  });

  test('makes it the organization’s default when the deleted one was', async () => {
    const [from, to] = [await types.add('Usual'), await types.add('As usual')];
    await types.ask('PUT', '/default', { id: from });
    await types.ask('DELETE', `/${from}?$replacementId=${to}`);
    expect((await types.list()).systemDefaultActivityTypeId).toBe(to);
    await types.ask('PUT', '/default', { id: NOT_SET });
  });

  test('is done with [Not Set] too, and frees the name', async () => {
    const id = await types.add('Free again');
    const entry = await book(at.people.team, id);
    expect((await types.ask('DELETE', `/${id}?$replacementId=${NOT_SET}`)).status).toBe(200);
    expect((await rowOf(entry)).activity_type_id).toBe(NOT_SET);
    expect((await types.ask('POST', '', { name: 'free again', color: '336699' })).status).toBe(200);
  });
});

describe('deleting without a replacement', () => {
  test('is refused while worklogs use it, saying how many, and changes nothing', async () => {
    const id = await types.add('Needed');
    const entry = await book(at.people.team, id);
    const one = await types.ask('DELETE', `/${id}`);
    expect([one.status, said(one)]).toEqual([409, '$replacementId: is required: 1 worklog uses Needed.']);
    await book(at.people.product, id);
    expect(said(await types.ask('DELETE', `/${id}`))).toMatch(/2 worklogs use Needed/);
    expect([(await rowOf(entry)).version, await types.names()]).toEqual([
      1,
      expect.arrayContaining(['Needed']),
    ]);
  });

  test('leaves deleted worklogs, defaults, favourites and tracks without one', async () => {
    const { team, product } = at.people;
    const id = await types.add('Unneeded');
    const entry = await book(team, id);
    await at.ask(team, 'DELETE', `/api/rest/workLogs/${entry}`);
    await at.ask(team, 'PATCH', '/api/rest/me/settings', {
      defaultActivityTypeId: id,
      favouriteActivityTypeIds: [id],
    });
    await at.ask(product, 'POST', '/api/tracking/client/startTracking', { tfsId: 7, activityTypeId: id });
    expect((await types.ask('DELETE', `/${id}`)).status).toBe(200);
    const { body } = await at.ask(team, 'GET', '/api/rest/me/settings');
    expect(body['data']).toMatchObject({
      own: { defaultActivityTypeId: null, favouriteActivityTypeIds: [] },
      effective: { defaultActivityTypeId: NOT_SET },
    });
    const restored = await at.ask(team, 'POST', `/api/rest/workLogs/${entry}/restore`);
    expect(restored.body['data']?.['activityType']?.['id']).toBe(NOT_SET);
    const stopped = await at.ask(product, 'POST', '/api/tracking/client/stopTracking');
    expect(stopped.status).toBe(200);
    const booked = await at.ask(product, 'GET', '/api/tracking/client/latest/1');
    expect(JSON.stringify(booked.body)).toContain(NOT_SET);
  });
});

test.each([
  ['[Not Set]', () => NOT_SET, 409, /\[Not Set\].*cannot be deleted/],
  ['an unknown one', () => '11111111-1111-1111-1111-111111111111', 404, /no activity type/],
  [
    'for an unknown one',
    (id: string) => `${id}?$replacementId=11111111-1111-1111-1111-111111111111`,
    409,
    /\$replacementId: there is no/,
  ],
  ['for itself', (id: string) => `${id}?$replacementId=${id}`, 409, /another activity type/],
  ['for what is no GUID', (id: string) => `${id}?$replacementId=x`, 400, /\$replacementId/],
])('deleting %s is refused', async (_what, path, status, message) => {
  const id = (await types.list()).activityTypes.find(({ name }) => name === 'Support')?.id ?? '';
  const answer = await types.ask('DELETE', `/${path(id)}`);
  expect([answer.status, said(answer)]).toEqual([status, expect.stringMatching(message)]);
  expect(await types.names()).toContain('Support');
});

test('deleting the organization’s default without a replacement is refused', async () => {
  const id = await types.add('Stays');
  await types.ask('PUT', '/default', { id });
  const answer = await types.ask('DELETE', `/${id}`);
  expect([answer.status, said(answer)]).toEqual([
    409,
    expect.stringMatching(/Stays is the organization’s default/),
  ]);
  await types.ask('PUT', '/default', { id: NOT_SET });
});
