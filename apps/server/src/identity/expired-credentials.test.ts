import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newPin, pairedApp } from '../features/pairing/testing.ts';
import { createBrowser } from '../testing/browser.ts';
import { type TestServer, testServer } from '../testing/test-server.ts';
import { deleteExpired } from './expired-credentials.ts';
import { makeSignInLink } from './sign-in-links.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

const tables = ['session', 'sign_in_link', 'pairing', 'oauth_token', 'paired_app', 'attempt_count'] as const;

async function counts(): Promise<Record<string, number>> {
  const { system } = test.server.dependencies.database;
  const result: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(
      system,
    );
    result[table] = rows[0]?.n ?? 0;
  }
  return result;
}

it('keeps what is good, and deletes what is worth nothing any more', async () => {
  const { database } = test.server.dependencies;
  const { team } = test.people;
  const link = await makeSignInLink(database.system, test.organizationId, team.id, 'http://localhost');
  await createBrowser(test.server.app).ask('POST', '/auth/link', { secret: link.url.split('=')[1] });
  await pairedApp(test, team);
  await newPin(test);
  const all = { session: 1, sign_in_link: 1, pairing: 2, oauth_token: 2, paired_app: 1 };
  await deleteExpired(database);
  expect(await counts()).toMatchObject(all);
  await sql`update session set expires_at = now() - interval '1 minute'`.execute(database.system);
  await sql`update sign_in_link set expires_at = now() - interval '8 days'`.execute(database.system);
  await sql`update pairing set expires_at = now() - interval '2 hours'`.execute(database.system);
  await sql`update oauth_token set expires_at = now() - interval '2 hours'`.execute(database.system);
  await sql`update paired_app set paired_at = now() - interval '2 days'`.execute(database.system);
  await sql`update attempt_count set window_start = window_start - 2`.execute(database.system);
  await deleteExpired(database);
  expect(await counts()).toEqual(Object.fromEntries(tables.map((table) => [table, 0])));
});
