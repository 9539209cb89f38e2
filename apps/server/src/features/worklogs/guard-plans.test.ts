import { sql } from 'kysely';
import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../http/asked.ts';
import type { TestPerson } from '../../testing/test-server.ts';
import { INSERT, INSERT_ONE, UPDATE } from './sql.ts';
import { useWorkLogs } from './testing/use-worklogs.ts';

const t = useWorkLogs();
const PEOPLE = 150;
let me: TestPerson;

/** 30,000 worklogs, 5,000 work items that are closed or have budgets, 6,000 weeks, 150 running tracks. */
beforeAll(async () => {
  me = await t.somebody();
  const { system } = t.stint.server.dependencies.database;
  const organization = t.stint.organizationId;
  await sql`insert into person (organization_id, id, unique_name, display_name, role)
    select ${organization}::uuid, gen_random_uuid(), 'many' || n, 'many', 'Team' from generate_series(1, ${PEOPLE}) n`.execute(
    system,
  );
  await sql`insert into work_log (organization_id, id, person_id, work_item_id, activity_type_id, seconds, started_at,
      local_started_at, added_by, edited_by, created_at, local_created_at, edited_at, local_edited_at)
    select organization_id, gen_random_uuid(), id, n * 37 % 5000, '00000000-0000-0000-0000-000000000000',
      case when n % 50 = 0 then 100000 else 60 end, at, at, id, id, at, at, at, at
    from person, generate_series(1, 200) n, lateral (select timestamp '2025-10-01' + n * interval '19 hours' as at) moment
    where organization_id = ${organization}::uuid`.execute(system);
  await sql`insert into work_item (organization_id, id, revision, type, title, state, state_category, project, created_at, changed_at)
    select ${organization}::uuid, n, 1, 'Task', 'Item ' || n, 'Closed', 'Completed', 'Atlas', now(), '2026-03-11'
    from generate_series(1, 5000) n`.execute(system);
  await sql`insert into time_week (organization_id, id, person_id, week_start, week_end, state, modified_at)
    select organization_id, gen_random_uuid(), id, day, day + 6, 2, now()
    from person, lateral (select date '2025-06-02' + 7 * n as day from generate_series(1, 40) n) week
    where organization_id = ${organization}::uuid`.execute(system);
  await sql`insert into track (organization_id, person_id, state, is_running)
    select organization_id, id, '{}', true from person where id <> ${me.id}::uuid`.execute(system);
  await sql`insert into budget (organization_id, id, name, is_closed)
    select ${organization}::uuid, gen_random_uuid(), 'Budget ' || n, true from generate_series(1, 500) n`.execute(
    system,
  );
  await sql`insert into work_item_budget (organization_id, work_item_id, budget_id, assignment_type)
    select organization_id, 1000 + row_number() over (order by id), id, 2 from budget`.execute(system);
});

/** Only the owner may refresh the statistics. */
async function analyze(): Promise<void> {
  const owner = new Client({ connectionString: t.stint.database.connectionString });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}

const read = [
  'work_log',
  'work_item',
  'time_week',
  'track',
  'budget',
  'work_item_budget',
  'budget_assignment',
];

/** Rows that the guard reads of each table for one worklog, and whether any table was read from end to end. */
async function cost(): Promise<{ rows: Record<string, number>; sequential: number }> {
  const { database } = t.stint.server.dependencies;
  return database
    .organization(t.stint.organizationId)
    .transaction()
    .execute(async (transaction) => {
      const before = await counts(transaction);
      const asked = {
        id: me.id,
        person_id: me.id,
        work_item_id: 500,
        started_at: '2026-01-10T08:00:00Z',
        local_started_at: '2026-01-10T09:00:00',
        seconds: 7200,
        has_clock_time: true,
        open_from: '2025-01-06',
      };
      const { rows } = await sql`
      select refused_entries(${t.stint.organizationId}::uuid,
        array(select a from json_populate_recordset(null::asked_entry, ${JSON.stringify([asked])}::json) a),
        now(), '{1,3,99}', 60, '2020-01-01') as refused`.execute(transaction);
      expect(rows).toEqual([{ refused: null }]);
      const after = await counts(transaction);
      const difference = read.map((table) => [table, (after[table]?.rows ?? 0) - (before[table]?.rows ?? 0)]);
      const scans = (of: typeof after) => Object.values(of).reduce((sum, { scans: each }) => sum + each, 0);
      return { rows: Object.fromEntries(difference), sequential: scans(after) - scans(before) };
    });
}

async function counts(db: Db): Promise<Record<string, { rows: number; scans: number }>> {
  const { rows } = await sql<{ name: string; rows: number; scans: number }>`
    select relname as name, pg_stat_get_xact_numscans(c.oid)::integer as scans,
      (select coalesce(sum(pg_stat_get_xact_tuples_returned(indexrelid)), 0)::integer from pg_index where indrelid = c.oid) as rows
    from pg_class c where relname = any(${read})`.execute(db);
  return Object.fromEntries(rows.map(({ name, ...each }) => [name, each]));
}

/** Plans are kept; those that were made while the tables were empty or unknown have to be good for full ones. */
describe.each(['before', 'after'])('%s the database has statistics', (when) => {
  beforeAll(async () => {
    if (when === 'after') await analyze();
  });

  test('the guard reads a handful of rows by index, however many there are', async () => {
    const { rows, sequential } = await cost();
    expect(sequential).toBe(0);
    for (const table of read) expect(rows[table], table).toBeLessThanOrEqual(12);
  });
});

test.each([
  ['INSERT', INSERT],
  ['INSERT_ONE', INSERT_ONE],
  ['UPDATE', UPDATE],
])('%s asks the guard before it locks or writes a row', async (_name, statement) => {
  const { system } = t.stint.server.dependencies.database;
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (generic_plan) ${sql.raw(statement)}`.execute(
    system,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  // What is asked once, before the first row of whatever stands below is fetched.
  const [, asked] = /One-Time Filter: \(\((InitPlan \d+)\)\.col1 IS NULL\)/.exec(plan) ?? [];
  expect(plan).toMatch(new RegExp(String.raw`${asked}\n\s+->  CTE Scan on guard`));
});
