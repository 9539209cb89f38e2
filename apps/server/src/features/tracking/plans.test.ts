import { CompiledQuery, sql } from 'kysely';
import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Db } from '../../http/asked.ts';
import { DUE, LATEST, SAVE, SAVE_AND_BOOK, VIEW } from './sql.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();

beforeAll(async () => {
  const { system } = t.stint.server.dependencies.database;
  const organization = t.stint.organizationId;
  await sql`insert into person (organization_id, id, unique_name, display_name, role)
    select ${organization}::uuid, gen_random_uuid(), 'many' || n, 'many', 'Team' from generate_series(1, 500) n`.execute(
    system,
  );
  await sql`insert into track (organization_id, person_id, state, deadline_at)
    select organization_id, id, '{}', now() + interval '1 day' from person`.execute(system);
  await sql`insert into work_item (organization_id, id, revision, type, title, state, state_category, project,
      created_at, changed_at)
    select ${organization}::uuid, n, 1, 'Task', 'Item ' || n, 'Active', 'InProgress', 'Atlas', now(), now()
    from generate_series(1, 5000) n`.execute(system);
  await sql`insert into work_log (organization_id, id, person_id, work_item_id, activity_type_id, seconds, started_at,
      local_started_at, added_by, edited_by, created_at, local_created_at, edited_at, local_edited_at)
    select organization_id, gen_random_uuid(), id, n * 37 % 5000, '00000000-0000-0000-0000-000000000000', 60, at, at,
      id, id, at, at, at, at
    from person, generate_series(1, 40) n, lateral (select timestamp '2026-01-01' + n * interval '1 day' as at) moment
    where organization_id = ${organization}::uuid`.execute(system);
  await analyze();
});

/** Gives the planner its figures; only the owner of the tables may. */
async function analyze(): Promise<void> {
  const owner = new Client({ connectionString: t.stint.database.connectionString });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}

/** The plan that is kept for a prepared statement, whatever its values. */
async function planOf(db: Db, statement: string): Promise<string> {
  const query = CompiledQuery.raw(`explain (generic_plan) ${statement}`);
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(query);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test.each([
  ['current', VIEW, ['track_pkey', 'work_log_person', 'work_log_work_item', 'work_item_pkey']],
  ['a change', SAVE, ['track_pkey', 'work_log_person', 'work_log_work_item', 'work_item_pkey']],
  [
    'the end of a track',
    SAVE_AND_BOOK,
    ['track_pkey', 'work_log_person', 'work_log_work_item', 'work_item_pkey'],
  ],
  ['latest', LATEST, ['work_log_person', 'work_item_pkey']],
])('%s reads by indexes alone', async (_, statement, indexes) => {
  const { database } = t.stint.server.dependencies;
  const plan = await planOf(database.organization(t.stint.organizationId), statement);
  expect(plan).not.toMatch(/Seq Scan on (track|work_log|work_item)\b(?!_)/);
  const used = [...plan.matchAll(/ using (\w+)/g)].map(([, index]) => index);
  expect(used).toEqual(expect.arrayContaining(indexes));
});

test('what is due is found by its index, over all organizations', async () => {
  expect(await planOf(t.stint.server.dependencies.database.system, DUE)).toMatch(/track_deadline/);
});
