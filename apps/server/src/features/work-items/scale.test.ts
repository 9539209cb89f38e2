import { defaultSettings } from '@stint/contract';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Principal } from '../../identity/principals.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { createWorkItems } from './service.ts';

/** Work items of the organization and of a second one. */
const ITEMS = 100_000;
const OTHERS = 10_000;
const PART = 10_000;
/** Rows of work_item that one search may look at. */
const MOST_ROWS = 6_000;

let stint: TestServer;
let person: Principal;
const workItems = createWorkItems();
const azureDevOps = { url: null, colours: {} };

beforeAll(async () => {
  stint = await testServer();
  const { database, principals } = stint.server.dependencies;
  const found = await principals.byToken(stint.organizationId, stint.people.team.token);
  if (!found) throw new Error('no person');
  person = found;
  for (const [organization, items] of [
    [stint.organizationId, ITEMS],
    [stint.otherOrganizationId, OTHERS],
  ] as const) {
    // In parts, each within what a statement may take beside other tests.
    for (let first = 1; first <= items; first += PART)
      await sql`
      insert into work_item (organization_id, id, revision, type, title, state, state_category, project, assigned_to,
        parent_id, created_at, changed_at)
      select ${organization}::uuid, i, 1, 'Task',
        (array['Add', 'Fix', 'Improve', 'Api'])[1 + i % 4] || ' the part of area' || i % 97 || ' number' || i,
        'Active', (array['Proposed', 'InProgress', 'Completed'])[1 + i % 3], 'Atlas',
        case i % 20 when 0 then 'team@demo.local' else 'person' || i % 20 end, i / 10, now(), now() - i * interval '1 minute'
      from generate_series(${first}::integer, ${first + PART - 1}::integer) i`.execute(database.system);
  }
});

afterAll(() => stint.close());

/** Only the owner may refresh the statistics. */
async function analyze(): Promise<void> {
  const owner = new Client({ connectionString: stint.database.connectionString });
  await owner.connect();
  await owner.query('analyze work_item');
  await owner.end();
}

/** Searches, and counts what that cost, in one transaction. */
async function measure(query: string) {
  const { database } = stint.server.dependencies;
  return database
    .organization(stint.organizationId)
    .transaction()
    .execute(async (transaction) => {
      const count = async () => {
        const { rows } = await sql<{ words: number; sequential: number; fetched: number }>`
        select pg_stat_get_xact_numscans('work_item_words'::regclass)::integer as words,
          pg_stat_get_xact_numscans('work_item'::regclass)::integer as sequential,
          sum(pg_stat_get_xact_tuples_fetched(oid))::integer as fetched
        from pg_class where oid = 'work_item'::regclass
          or oid in (select indexrelid from pg_index where indrelid = 'work_item'::regclass)`.execute(
          transaction,
        );
        return rows[0] ?? { words: 0, sequential: 0, fetched: 0 };
      };
      const before = await count();
      const found = await workItems.search(
        transaction,
        { id: stint.organizationId, azureDevOps, settings: defaultSettings },
        person,
        query,
      );
      const after = await count();
      return {
        found: found.map(({ workItem }) => workItem.id),
        words: after.words - before.words,
        sequential: after.sequential - before.sequential,
        fetched: after.fetched - before.fetched,
      };
    });
}

describe.each(['before', 'after'] as const)(
  'search of 100,000 work items %s the database has statistics',
  (when) => {
    beforeAll(async () => {
      if (when === 'after') await analyze();
    });

    it.each(['a', 'the', 'fix the', 'part of area5', 'number5', 'the a', 'number77777', 'zzz'])(
      'for "%s" uses the word index and looks at few rows',
      async (query) => {
        const cost = await measure(query);
        expect(cost.words).toBe(1);
        expect(cost.sequential).toBe(0);
        expect(cost.fetched).toBeLessThan(MOST_ROWS);
        if (query === 'number77777') expect(cost.found).toEqual([77_777]);
        if (query === 'the') expect(cost.found).toHaveLength(30);
      },
    );

    it.each(['', '77777'])('for "%s" looks at few rows', async (query) => {
      const cost = await measure(query);
      expect(cost.sequential).toBe(0);
      expect(cost.fetched).toBeLessThan(MOST_ROWS);
    });
  },
);
