import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rowsOf } from '../testing/select.ts';
import { setOf } from '../testing/sets.ts';
import { useDemo } from '../testing/use-demo.ts';

/** The demo with budgets attached to, and excluded at, single worklogs. */
const demo = useDemo(async (db, { organizationId }) => {
  await sql`
    insert into budget_assignment (organization_id, id, budget_id, work_log_id, is_exclusion)
    select ${organizationId}::uuid, gen_random_uuid(), b.id, w.id, w.number % 2 = 0
    from (select id, work_item_id, row_number() over (order by id) as number from work_log limit 600) w
    join work_item_budget i on i.work_item_id = w.work_item_id
    join budget b on (b.id = i.budget_id) = (w.number % 2 = 0)
    where w.number % 2 = 0 or b.id = (select max(id::text)::uuid from budget)`.execute(db);
});

test('a worklog has the budget that is attached to it, and not the one that is excluded at it', async () => {
  const { rows: expected } = await sql<{ id: string; budget: string | null; own: string | null }>`
    select id, budget_of(organization_id, id, work_item_id) as budget,
      (select budget_id from work_item_budget i where i.work_item_id = work_log.work_item_id) as own
    from work_log`.execute(demo.db);
  expect(expected.filter(({ budget, own }) => budget !== own).length).toBeGreaterThan(100);
  const rows = await rowsOf(demo.db, setOf('workLogsOnly'), demo.contextOf('ann'), {
    select: ['Id', 'BudgetId', 'Budget/Id'],
  });
  expect(new Map(rows.map((row) => [row['Id'], [row['BudgetId'], row['Budget/Id']]]))).toEqual(
    new Map(expected.map(({ id, budget }) => [id, [budget, budget]])),
  );
});
