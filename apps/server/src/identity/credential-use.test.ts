import { openDatabase, silentLog } from '@stint/postgres';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tables } from '../database/tables.ts';
import { createBrowser } from '../testing/browser.ts';
import { type TestServer, testServer } from '../testing/test-server.ts';
import { createCredentialUse } from './credential-use.ts';
import { makeSignInLink } from './sign-in-links.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

async function principalOf(token: string) {
  const principal = await test.server.dependencies.principals.byToken(test.organizationId, token);
  if (principal === null) throw new Error('the token is unknown');
  return principal;
}

async function lastUse(id: string): Promise<string | null> {
  const { system } = test.server.dependencies.database;
  const row = await system
    .selectFrom('api_token')
    .select('last_used_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.last_used_at;
}

it('writes the last use of a token, at most once a minute', async () => {
  const { database, log } = test.server.dependencies;
  const use = createCredentialUse(database, log);
  const principal = await principalOf(test.people.team.token);
  const { id } = principal.credential;
  use.note(principal);
  use.note(principal);
  expect(await lastUse(id)).toBeNull();
  await use.flush();
  const first = await lastUse(id);
  expect(first).toMatch(/Z$/);
  use.note(principal);
  await use.flush();
  expect(await lastUse(id)).toBe(first);
  await sql`update api_token set last_used_at = now() - interval '61 seconds' where id = ${id}`.execute(
    database.system,
  );
  use.note(principal);
  await use.stop();
  expect(Date.parse((await lastUse(id)) ?? '')).toBeGreaterThanOrEqual(Date.parse(first ?? ''));
});

it('lengthens a session that is in use, at most every five minutes', async () => {
  const { database, log, principals } = test.server.dependencies;
  const { system } = database;
  const link = await makeSignInLink(system, test.organizationId, test.people.team.id, 'http://localhost');
  const browser = createBrowser(test.server.app);
  await browser.ask('POST', '/auth/link', { secret: link.url.split('=')[1] });
  const principal = await principals.bySession(
    test.organizationId,
    browser.cookies.get('stint_session') ?? '',
  );
  if (principal === null) throw new Error('the session is unknown');
  const use = createCredentialUse(database, log);
  const seenMinutesAgo = async (minutes: number) => {
    await sql`update session set last_seen_at = now() - make_interval(mins => ${minutes}),
      expires_at = now() + interval '1 day'`.execute(system);
    use.note(principal);
    await use.flush();
    const { rows } = await sql<{ days: number }>`
      select round(extract(epoch from expires_at - now()) / 86400)::integer as days from session`.execute(
      system,
    );
    return rows[0]?.days;
  };
  expect(await seenMinutesAgo(4)).toBe(1);
  expect(await seenMinutesAgo(6)).toBe(14);
  const again = await browser.ask('GET', '/auth/session');
  expect(String(again.headers['set-cookie'])).toContain('Max-Age=1209600');
});

it('notes every request with credentials, and writes when the server stops', async () => {
  const short = await testServer();
  short.server.startJobs();
  await short.ask(short.people.team, 'GET', '/api/rest/me');
  await short.ask(short.people.team, 'GET', '/api/rest/me');
  await short.ask(short.people.product, 'GET', '/api/odata/v3.2/');
  await short.server.close();
  const later = openDatabase<Tables>(short.database.config, { log: silentLog });
  try {
    const used = later.system
      .selectFrom('api_token')
      .select('person_id')
      .where('last_used_at', 'is not', null);
    const people = (await used.execute()).map(({ person_id: id }) => id);
    expect(people.toSorted()).toEqual([short.people.team.id, short.people.product.id].toSorted());
  } finally {
    await later.close();
    await short.database.drop();
  }
});
