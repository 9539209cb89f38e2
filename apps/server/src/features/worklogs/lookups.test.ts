import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../http/asked.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { findEntry, listEntries } from './store.ts';

const PEOPLE = 60;
const ENTRIES = 40;

let at: TestServer;
let id = '';

beforeAll(async () => {
  at = await testServer();
  for (let index = 0; index < PEOPLE; index += 1) await at.addPerson(at.organizationId, `p${index}`, 'Team');
  const batch = Array.from({ length: ENTRIES }, () => ({ length: 60, comment: 'x' }));
  const { body } = await at.ask(at.people.team, 'POST', '/api/rest/workLogs/batch', batch);
  id = (body['data'] as unknown as { id: string }[])[0]?.id ?? '';
});
afterAll(() => at.close());

/** How many rows of people a query reads, on tables that PostgreSQL has no statistics of. */
async function peopleRead(query: (db: Db) => Promise<unknown>): Promise<number> {
  return at.server.dependencies.database
    .organization(at.organizationId)
    .transaction()
    .execute(async (transaction) => {
      const before = await rowsRead(transaction);
      await query(transaction);
      return (await rowsRead(transaction)) - before;
    });
}

/** Rows of people that this connection has read and not yet told the statistics of. */
async function rowsRead(db: Db): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as read
    from pg_stat_xact_user_tables where relname = 'person'`.execute(db);
  return rows[0]?.read ?? 0;
}

describe('the names of people are looked up by key, three for each entry', () => {
  test('of one entry', async () => {
    expect(await peopleRead((db) => findEntry(db, at.organizationId, id))).toBe(3);
  });

  test('of a list', async () => {
    const filter = { personIds: [at.people.team.id], skip: 0, count: 500 };
    expect(await peopleRead((db) => listEntries(db, at.organizationId, filter))).toBe(3 * ENTRIES);
  });
});
