import { defaultSettings, type OrganizationSettings } from '@stint/contract';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../../composition.ts';
import { setSettings } from '../../contract-tests/settings.ts';
import { readEnvironment } from '../../environment.ts';
import { createLog } from '../../log.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

const url = '/api/rest/settings';
let at: TestServer;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());
afterEach(() => setSettings(at, {}));

const get = (person: TestPerson = at.people.team) => at.ask(person, 'GET', url);
const change = (body: unknown, headers?: Record<string, string>, method: 'PATCH' | 'PUT' = 'PATCH') =>
  at.ask(at.people.administrator, method, url, body, headers);

async function record() {
  const { system } = at.server.dependencies.database;
  return system
    .selectFrom('audit_log')
    .select(['action', 'person_id', 'before', 'after'])
    .where('entity', '=', 'settings')
    .where('organization_id', '=', at.organizationId)
    .orderBy('id', 'desc')
    .execute();
}

describe('the settings of an organization', () => {
  test('are read by everyone with a role, all of them, with what a page needs beside them', async () => {
    const { status, body, headers } = await get();
    const { about, ...settings } = body['data'] as unknown as OrganizationSettings & { about: object };
    expect([status, settings]).toEqual([200, defaultSettings]);
    expect(about).toEqual({
      version: expect.any(Number),
      defaults: defaultSettings,
      installationQuota: 'off',
    });
    expect(headers['etag']).toBe(`"${(about as { version: number }).version}"`);
  });

  test('are changed by what is named, null included; the rest stays', async () => {
    await change({ longestTrack: 7200, locale: 'de' });
    const { status, body } = await change({ longestTrack: null, NoOverlap: true });
    expect([status, body['data']]).toEqual([
      200,
      expect.objectContaining({ longestTrack: null, noOverlap: true, locale: 'de', futureDays: 1 }),
    ]);
    expect((await get()).body['data']).toEqual(body['data']);
  });

  test('may be sent back as they were answered', async () => {
    const before = await get();
    const { status, body, headers } = await change(before.body['data'], {}, 'PUT');
    expect([status, body, headers['etag']]).toEqual([200, before.body, before.headers['etag']]);
  });

  test('refuse the whole change when one part of it is wrong', async () => {
    const before = await get();
    for (const wrong of [
      { noOverlaps: true },
      { futureDays: -1 },
      { timeZone: 'Mars' },
      { activityCheckEvery: 10 },
    ]) {
      const { status } = await change({ noOverlap: true, ...wrong });
      expect(status).toBe(409);
    }
    expect((await get()).body).toEqual(before.body);
  });

  test('are recorded by what really changed, before and after', async () => {
    await change({ noOverlap: true, locale: 'en', searchProjects: ['Atlas'] });
    const after = await record();
    expect(after[0]).toEqual({
      action: 'change',
      person_id: at.people.administrator.id,
      before: { noOverlap: false, searchProjects: [] },
      after: { noOverlap: true, searchProjects: ['Atlas'] },
    });
    await change({ noOverlap: true });
    expect(await record()).toEqual(after);
  });

  test('hold at once for the next request', async () => {
    const entry = { length: 60, workItemId: 7 };
    await change({ commentRequired: true });
    expect((await at.ask(at.people.team, 'POST', '/api/rest/workLogs', entry)).status).toBe(422);
    await change({ commentRequired: false });
    expect((await at.ask(at.people.team, 'POST', '/api/rest/workLogs', entry)).status).toBe(200);
  });

  test('hold in every other server process', async () => {
    const environment = readEnvironment({ STINT_QUOTA: 'off' });
    const other = await createServer({ config: at.database.config, environment, log: createLog('error') });
    const { organizations } = other.dependencies;
    try {
      expect((await organizations.byId(at.organizationId))?.settings.locale).toBe('en');
      await change({ locale: 'fr' });
      await expect
        .poll(async () => (await organizations.byId(at.organizationId))?.settings.locale)
        .toBe('fr');
    } finally {
      await other.close();
    }
  });
});

describe('the version of the settings', () => {
  test('grows with each change, and If-Match must have it', async () => {
    const etag = String((await get()).headers['etag']);
    const first = await change({ noOverlap: true }, { 'if-match': etag });
    expect([first.status, first.headers['etag']]).toEqual([200, `"${Number(etag.slice(1, -1)) + 1}"`]);
    const second = await change({ noOverlap: false }, { 'if-match': etag });
    expect(second).toMatchObject({
      status: 412,
      body: { error: { message: expect.stringContaining(String(first.headers['etag'])) } },
    });
    expect((await change({ noOverlap: false }, { 'if-match': '*' })).status).toBe(200);
    expect((await change({ noOverlap: false }, { 'if-match': 'yesterday' })).status).toBe(409);
  });

  test('lets one of many win who change at the same moment with the same version', async () => {
    const etag = String((await get()).headers['etag']);
    const asked = Array.from({ length: 10 }, (_, index) =>
      change({ leastLength: index + 1 }, { 'if-match': etag }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, ...Array(9).fill(412)]);
  });

  test('loses nothing of changes of different settings at the same moment', async () => {
    const changes = [{ noOverlap: true }, { locale: 'de' }, { futureDays: null }, { leastLength: 30 }];
    await Promise.all(changes.map((each) => change(each)));
    expect((await get()).body['data']).toMatchObject(Object.assign({}, ...changes) as object);
  });
});

describe('what another release has stored', () => {
  const stored = {
    locale: 7,
    futureDays: -3,
    roundingMode: 'sideways',
    noOverlap: true,
    ofTomorrow: { x: 1 },
  };

  async function store(): Promise<void> {
    const { database, feed } = at.server.dependencies;
    await database.system
      .updateTable('organization')
      .set({ settings: JSON.stringify(stored) })
      .where('id', '=', at.organizationId)
      .execute();
    feed.tell(at.organizationId);
  }

  test('is read where it is readable, else the default holds; and stays stored for it', async () => {
    await store();
    const { body } = await get();
    expect(body['data']).toMatchObject({ ...defaultSettings, noOverlap: true });
    expect(body['data']).not.toHaveProperty('ofTomorrow');
    expect((await change({ leastLength: 5, futureDays: 2 })).status).toBe(200);
    const row = await at.server.dependencies.database.system
      .selectFrom('organization')
      .select('settings')
      .where('id', '=', at.organizationId)
      .executeTakeFirstOrThrow();
    expect(row.settings).toEqual({ ...stored, leastLength: 5, futureDays: 2 });
  });

  test('is said once', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const environment = readEnvironment({ STINT_QUOTA: 'off' });
    const other = await createServer({ config: at.database.config, environment, log });
    const { organizations, feed } = other.dependencies;
    await store();
    for (let reading = 0; reading < 3; reading += 1) {
      feed.tell(at.organizationId);
      await organizations.byId(at.organizationId);
    }
    await other.close();
    const said = lines.filter((line) => line.includes('stored setting'));
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/The stored setting locale of demo is not readable; its default holds/);
  });
});
