import { CompiledQuery, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../http/asked.ts';
import { makeLarge } from '../../demo/large/make-large.ts';
import { budgetsQuery } from './store.ts';
import { useBudgets } from './testing.ts';

const b = useBudgets();

let db: Db;
let organization = '';
let ids: string[] = [];

/** 20 budgets over 2,000 work items with 40,000 worklogs, some of them attached one by one. */
beforeAll(async () => {
  const { database } = b.stint.server.dependencies;
  const made = await makeLarge(database.system, {
    people: 10,
    workItems: 2_000,
    budgets: 0,
    worklogs: 40_000,
  });
  organization = made?.organizationId ?? '';
  db = database.organization(organization);
  const { rows } = await sql<{ id: string }>`
    insert into budget (organization_id, id, name, planned_seconds)
    select ${organization}::uuid, gen_random_uuid(), 'Budget ' || n, 3600000 from generate_series(1, 20) n
    returning id`.execute(db);
  ids = rows.map(({ id }) => id);
  await sql`
    insert into budget_assignment (organization_id, id, budget_id, work_item_id)
    select ${organization}::uuid, gen_random_uuid(), id, number * 100 - 99
    from unnest(${ids}::uuid[]) with ordinality budget(id, number)`.execute(db);
  await sql`
    insert into budget_assignment (organization_id, id, budget_id, work_log_id, is_exclusion)
    select ${organization}::uuid, gen_random_uuid(), ${ids[3]}::uuid, id, seconds % 2 = 0 from work_log
    where organization_id = ${organization}::uuid order by id limit 200`.execute(db);
  await sql`select resolve_work_item_budgets(${organization}::uuid, null)`.execute(db);
  await vacuumed();
});

/** An index alone answers only for pages that no open transaction may still see otherwise; the server's own jobs have some. */
async function vacuumed(): Promise<void> {
  for (let isVisible = false; !isVisible; ) {
    await b.asOwner('vacuum analyze');
    const { rows } = await sql<{ isVisible: boolean }>`
      select relallvisible = relpages as "isVisible" from pg_class where oid = 'work_log'::regclass`.execute(
      db,
    );
    isVisible = rows[0]?.isVisible ?? false;
  }
}

/** The plan of the list's one statement, as it ran. */
async function planOf(budgets: readonly string[]): Promise<string> {
  const { sql: text, parameters } = budgetsQuery(organization, budgets).compile(db);
  const explain = `explain (analyze, costs off, timing off) ${text}`;
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(
    CompiledQuery.raw(explain, [...parameters]),
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe('the sums of budgets', () => {
  test('of a whole list read the worklogs once, from an index alone', async () => {
    const plan = await planOf(ids);
    expect(plan).not.toMatch(/Seq Scan on work_log\b/);
    const [reading = '', ...others] = plan
      .split('\n')
      .filter((line) => /Index Only Scan using work_log_work_item/.test(line));
    expect(others).toEqual([]);
    expect(reading).toMatch(/rows=40000\.00 loops=1\)/);
  });

  test('of one budget read its own worklogs only', async () => {
    const plan = await planOf(ids.slice(0, 1));
    expect(plan).not.toMatch(/Seq Scan on (work_log|work_item)\b/);
    expect(plan).toMatch(
      /Index Only Scan using work_log_work_item on work_log w \(actual rows=[\d.]+ loops=100\)/,
    );
  });

  test('are those of a plain sum over every worklog', async () => {
    const { rows: plain } = await sql<{ id: string; tracked: number }>`
      select budget_of(w.organization_id, w.id, w.work_item_id) as id, sum(seconds)::bigint as tracked
      from work_log w where organization_id = ${organization}::uuid group by 1`.execute(db);
    const { rows } = await budgetsQuery(organization, ids).execute(db);
    const pairs = (list: readonly { id: string; tracked: number }[]) =>
      new Map(list.flatMap(({ id, tracked }) => (id === null ? [] : [[id, tracked]])));
    expect(pairs(rows)).toEqual(pairs(plain));
  });
});
