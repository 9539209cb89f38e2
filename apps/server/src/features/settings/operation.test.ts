import { type OrganizationSettings, allCalls } from '@stint/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { roomInWindow } from '../../contract-tests/window.ts';
import { setSettings } from '../../contract-tests/settings.ts';
import { textOf } from '../../testing/browser.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
let now = Date.UTC(2026, 2, 2, 9);

beforeAll(async () => {
  at = await testServer({ clock: () => now });
  at.server.startJobs();
});
afterAll(() => at.close());
afterEach(() => setSettings(at, {}));

const set = (body: unknown) => at.ask(at.people.administrator, 'PUT', '/api/rest/maintenance', body);
const settings = (body: Partial<OrganizationSettings>) =>
  at.ask(at.people.administrator, 'PATCH', '/api/rest/settings', body);

describe('maintenance', () => {
  test('is switched on with a message, shown, and switched off again', async () => {
    const on = await set({ operation: 'maintenance', message: 'Back at noon.' });
    expect([on.status, on.body['data']]).toEqual([
      200,
      { operation: 'maintenance', message: 'Back at noon.' },
    ]);
    const refused = await at.ask(at.people.team, 'GET', '/api/rest/me');
    expect([refused.status, refused.body['error']?.['message']]).toEqual([
      503,
      'Demo is in maintenance; please try later. Back at noon.',
    ]);
    const session = await at.ask(at.people.team, 'GET', '/auth/session');
    expect(session.body['data']).toMatchObject({
      operation: 'maintenance',
      operationMessage: 'Back at noon.',
    });
    const shown = await at.ask(at.people.administrator, 'GET', '/api/rest/maintenance');
    expect([shown.body, shown.headers['etag']]).toEqual([on.body, on.headers['etag']]);
    expect((await set({ operation: 'active' })).body['data']).toEqual({ operation: 'active', message: '' });
    expect((await at.ask(at.people.team, 'GET', '/api/rest/me')).status).toBe(200);
  });

  test('is ended through the settings too, and recorded as a change of them', async () => {
    await set({ operation: 'maintenance' });
    expect((await settings({ operation: 'active' })).status).toBe(200);
    const rows = await at.server.dependencies.database.system
      .selectFrom('audit_log')
      .select('after')
      .where('entity', '=', 'settings')
      .orderBy('id', 'desc')
      .limit(2)
      .execute();
    expect(rows.map(({ after }) => after)).toEqual([{ operation: 'active' }, { operation: 'maintenance' }]);
  });

  test.each([
    [{}, /operation is required/],
    [{ operation: 'closed' }, /operation must be one of.*maintenance/],
    [{ operation: 'readOnly', message: 'x'.repeat(501) }, /message/],
  ])('is refused with %j', async (body, message) => {
    const answer = await set(body);
    expect([answer.status, answer.body['error']?.['message']]).toEqual([409, expect.stringMatching(message)]);
  });

  test('administrators find all else closed as well', async () => {
    await set({ operation: 'maintenance' });
    for (const path of ['/me', '/users', '/workLogs', '/activityTypes'])
      expect((await at.ask(at.people.administrator, 'GET', `/api/rest${path}`)).status).toBe(503);
  });

  test('lets administrators write nothing but what ends it', () => {
    const open = allCalls.filter((call) => call.duringMaintenance && call.effect === 'write');
    expect(open.map(({ id, access }) => [id, access])).toEqual([
      ['changeSettings', 'administrator'],
      ['setMaintenance', 'administrator'],
    ]);
  });
});

describe.each(['maintenance', 'readOnly'] as const)('a track that runs when %s begins', (operation) => {
  test('is booked by the clock all the same', async () => {
    await settings({ longestTrack: 3600 });
    const person = await at.addPerson(at.organizationId, operation, 'Team');
    const started = await at.ask(person, 'POST', '/api/tracking/client/startTracking', { tfsId: 7 });
    await set({ operation });
    now += 7_200_000;
    const id = textOf(started.body['track']?.['workLogId']);
    const booked = () =>
      at.server.dependencies.database.system
        .selectFrom('work_log')
        .select('seconds')
        .where('id', '=', id)
        .executeTakeFirst();
    await expect.poll(booked, { timeout: 10_000 }).toEqual({ seconds: 3600 });
  });
});

describe('the quota of an organization', () => {
  const ask = () => at.ask(at.people.product, 'GET', '/api/rest/me');

  test('holds at once, names its limit, and leaves with it at once', async () => {
    await roomInWindow(60, 15);
    for (let asked = 0; asked < 10; asked += 1) expect((await ask()).status).toBe(200);
    await settings({ quota: 'free' });
    const answers = [];
    for (let asked = 0; asked < 6; asked += 1) answers.push(await ask());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[5]?.body['error']?.['message']).toMatch(
      /^More than 5 requests in 60 s per person \(quota "free"\); try again in \d+ s\.$/,
    );
    await settings({ quota: 'standard' });
    expect((await ask()).status).toBe(200);
    await settings({ quota: null });
    for (let asked = 0; asked < 20; asked += 1) expect((await ask()).status).toBe(200);
  });

  test('is the organization’s alone', async () => {
    await roomInWindow(60, 15);
    await settings({ quota: 'free' });
    for (let asked = 0; asked < 12; asked += 1)
      expect((await at.ask(at.people.stranger, 'GET', '/api/other/rest/me')).status).toBe(200);
  });
});
