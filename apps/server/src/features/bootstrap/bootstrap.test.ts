import { openDatabase, silentLog, type Database } from '@stint/postgres';
import { testDatabase, type TestDatabase } from '@stint/postgres/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer } from '../../composition.ts';
import type { Tables } from '../../database/tables.ts';
import { readEnvironment } from '../../environment.ts';
import { createLog } from '../../log.ts';
import { createBrowser } from '../../testing/browser.ts';
import { migrationsFolder } from '../../testing/test-server.ts';
import { ensureBootstrapToken } from './bootstrap-token.ts';
import { firstSignInLink } from './first-link.ts';
import { ensureFirstOrganization, firstOrganization } from './organization.ts';

let files: TestDatabase;
let database: Database<Tables>;
beforeEach(async () => {
  files = await testDatabase(migrationsFolder);
  database = openDatabase<Tables>(files.config, { log: silentLog });
});
afterEach(async () => {
  await database.close();
  await files.drop();
});

const { email } = firstOrganization;
const TOKEN = 'a bootstrap token of more than 32 characters'.replaceAll(' ', '-');

const tokens = () => database.system.selectFrom('api_token').selectAll().orderBy('created_at').execute();
const everyOne = { length: 5 };

describe('the first organization', () => {
  it('is made once, with one administrator, however many processes start', async () => {
    const made = await Promise.all(Array.from(everyOne, () => ensureFirstOrganization(database)));
    expect(made.filter(Boolean)).toHaveLength(1);
    const people = await database.system.selectFrom('person').select(['email', 'role']).execute();
    expect(people).toEqual([{ email: 'admin@stint.local', role: 'Administrator' }]);
    const organizations = await database.system
      .selectFrom('organization')
      .select(['slug', 'is_default'])
      .execute();
    expect(organizations).toEqual([{ slug: 'stint', is_default: true }]);
  });
});

describe('the first sign-in link', () => {
  it('signs the administrator in, and is not made any more once there is a password', async () => {
    await ensureFirstOrganization(database);
    const link = await firstSignInLink(database, 'http://localhost:7070', email);
    expect(link?.url).toMatch(/^http:\/\/localhost:7070\/sign-in#link=[\w-]{43}$/);
    const environment = readEnvironment({ STINT_DEMO: '0' });
    const server = await createServer({ config: files.config, environment, log: createLog('error') });
    try {
      const browser = createBrowser(server.app);
      const secret = link?.url.split('=')[1];
      expect((await browser.ask('POST', '/auth/link', { secret })).status).toBe(200);
      expect((await browser.ask('POST', '/auth/password', { password: 'a new password' })).status).toBe(200);
    } finally {
      await server.close();
    }
    expect(await firstSignInLink(database, 'http://localhost:7070', email)).toBeNull();
  });

  it('is not made in an empty database', async () => {
    expect(await firstSignInLink(database, 'http://localhost:7070', email)).toBeNull();
  });
});

describe('the bootstrap token', () => {
  it('is one API token of the administrator, however often and in how many processes it is given', async () => {
    await ensureFirstOrganization(database);
    await Promise.all(Array.from(everyOne, () => ensureBootstrapToken(database, TOKEN, email)));
    await ensureBootstrapToken(database, TOKEN, email);
    expect(await tokens()).toMatchObject([{ name: 'bootstrap', revoked_at: null }]);
    const environment = readEnvironment({ STINT_DEMO: '0' });
    const server = await createServer({ config: files.config, environment, log: createLog('error') });
    try {
      const headers = { authorization: `Bearer ${TOKEN}` };
      const answer = await server.app.inject({ url: '/api/rest/me?api-version=3.2', headers });
      expect(answer.json()).toMatchObject({ data: { user: { email } } });
    } finally {
      await server.close();
    }
  });

  it('replaces the one of an earlier value, and ends without a value', async () => {
    await ensureFirstOrganization(database);
    await ensureBootstrapToken(database, TOKEN, email);
    await ensureBootstrapToken(database, `${TOKEN}2`, email);
    expect(await tokens()).toMatchObject([{ revoked_at: expect.any(String) }, { revoked_at: null }]);
    await ensureBootstrapToken(database, TOKEN, email);
    expect(await tokens()).toMatchObject([{ revoked_at: null }, { revoked_at: expect.any(String) }]);
    await ensureBootstrapToken(database, null, email);
    expect((await tokens()).filter(({ revoked_at }) => revoked_at === null)).toEqual([]);
  });

  it('goes to the oldest administrator where nobody has the e-mail', async () => {
    await ensureFirstOrganization(database);
    await ensureBootstrapToken(database, TOKEN, 'nobody@demo.local');
    expect(await tokens()).toHaveLength(1);
  });

  it('stands nowhere but as a hash, and leaves audit rows', async () => {
    await ensureFirstOrganization(database);
    await ensureBootstrapToken(database, TOKEN, email);
    const rows = await database.system.selectFrom('audit_log').selectAll().execute();
    expect(rows.map(({ action, entity, via }) => `${action} ${entity} ${via}`).toSorted()).toEqual([
      'create person job',
      'create token job',
    ]);
    expect(JSON.stringify([rows, await tokens()])).not.toContain(TOKEN);
  });
});
