import { BUDGET_ASSIGNMENT_TYPE, type BudgetLink, resolveBudget } from '@stint/domain';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Db } from '../../http/asked.ts';
import { saveAssignments } from './assignment-store.ts';
import { resolveBudgetsOf } from './inheritance.ts';
import { readBudgets } from './store.ts';
import { useBudgets } from './testing.ts';
import { workLogIdsOf } from './content-store.ts';

const b = useBudgets();

const SIZE = 12;
const budgets = ['a', 'b', 'c'].map((letter) => `00000000-0000-7000-8000-00000000000${letter}`);
const paths = ['Atlas', 'Atlas\\One', 'atlas\\ONE\\Deep', 'Atlas\\On', 'Borealis', 'Atlas\\One\\Deep\\Down'];

interface Item {
  id: number;
  parent: number | null;
  iteration: string | null;
}

/** `place` is an item's number, a path, or the index of a worklog. */
interface Attached {
  kind: 'item' | 'path' | 'worklog';
  place: number;
  budget: number;
  isExclusion: boolean;
}

const itemArbitrary = fc.record({
  // Parents that do not exist, and circles, happen.
  parent: fc.option(fc.integer({ min: 1, max: SIZE + 1 })),
  iteration: fc.option(fc.constantFrom(...paths)),
});

const world = fc.record({
  items: fc
    .array(itemArbitrary, { minLength: SIZE, maxLength: SIZE })
    .map((items) => items.map((item, index): Item => ({ id: index + 1, ...item }))),
  attached: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom('item' as const, 'path' as const, 'worklog' as const),
      place: fc.integer({ min: 1, max: 6 }),
      budget: fc.integer({ min: 0, max: 2 }),
      isExclusion: fc.boolean(),
    }),
    {
      maxLength: 14,
      // One budget at most is attached to a thing, and none is both attached and excluded.
      selector: ({ kind, place, budget, isExclusion }) => `${kind} ${place} ${isExclusion ? budget : ''}`,
    },
  ),
  moves: fc.array(fc.record({ item: fc.integer({ min: 1, max: SIZE }), to: itemArbitrary }), {
    maxLength: 8,
  }),
  logs: fc.array(fc.option(fc.integer({ min: 1, max: SIZE })), { minLength: 6, maxLength: 6 }),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function linkOf(attached: readonly Attached[], kind: Attached['kind'], place: number): BudgetLink {
  const here = attached.filter((each) => each.kind === kind && each.place === place);
  const included = here.find(({ isExclusion }) => !isExclusion);
  return {
    budgetId: included ? (budgets[included.budget] ?? null) : null,
    excludedBudgetIds: here.flatMap(({ isExclusion, budget }) =>
      isExclusion ? (budgets[budget] ?? []) : [],
    ),
  };
}

/** What the domain says of an item, or of a worklog on it. */
function expected(
  { items, attached }: Pick<World, 'items' | 'attached'>,
  id: number | null,
  worklog?: number,
) {
  const links = worklog === undefined ? [] : [linkOf(attached, 'worklog', worklog)];
  const walked = new Set<number>();
  for (let at = id; at !== null && !walked.has(at); at = items[at - 1]?.parent ?? null) {
    walked.add(at);
    links.push(linkOf(attached, 'item', at));
  }
  const iterations = attached
    .filter(({ kind }) => kind === 'path')
    .map(({ place, budget, isExclusion }) => ({
      path: paths[place - 1] ?? '',
      budgetId: budgets[budget] ?? '',
      isExclusion,
    }));
  return resolveBudget(
    { links, iterationPath: (id !== null && items[id - 1]?.iteration) || null },
    iterations,
  );
}

const logId = (number: number) => `10000000-0000-7000-8000-00000000000${number}`;

async function reset(db: Db, { items, logs }: World): Promise<void> {
  for (const table of ['budget_assignment', 'work_item_budget', 'budget', 'work_log', 'work_item'] as const)
    await db.deleteFrom(table).execute();
  await b.addItems(items);
  const organization = b.stint.organizationId;
  await db
    .insertInto('budget')
    .values(budgets.map((id) => ({ organization_id: organization, id, name: id })))
    .execute();
  const rows = logs.map((item, index) => ({ id: logId(index + 1), item, seconds: 2 ** index }));
  await sql`
    insert into work_log (organization_id, id, person_id, work_item_id, activity_type_id, seconds, billable_seconds,
      started_at, local_started_at, added_by, edited_by, created_at, local_created_at, edited_at, local_edited_at)
    select ${organization}::uuid, id, person, item, '00000000-0000-0000-0000-000000000000', seconds, seconds * 100, now(), now(),
      person, person, now(), now(), now(), now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as log(id uuid, item integer, seconds integer),
      (values (${b.stint.people.team.id}::uuid)) p(person)`.execute(db);
}

async function attach(db: Db, attached: readonly Attached[]): Promise<void> {
  const rows = attached.map(({ kind, place, budget, isExclusion }, index) => ({
    id: `20000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    budgetId: budgets[budget] ?? '',
    workItemId: kind === 'item' ? place : null,
    iterationPath: kind === 'path' ? (paths[place - 1] ?? null) : null,
    workLogId: kind === 'worklog' ? logId(place) : null,
    isExclusion,
  }));
  await saveAssignments(db, b.stint.organizationId, rows);
}

/** The same thing may have been drawn as attached to and excluded from one budget: the first counts. */
function withoutContradictions(attached: readonly Attached[]): Attached[] {
  const keyOf = ({ kind, place, budget }: Attached) => `${kind} ${place} ${budget}`;
  return attached.filter(
    (each, index) => attached.findIndex((other) => keyOf(other) === keyOf(each)) === index,
  );
}

async function checkItems(db: Db, state: World): Promise<void> {
  const rows = await db
    .selectFrom('work_item_budget')
    .select(['work_item_id', 'budget_id', 'assignment_type'])
    .execute();
  const found = new Map(rows.map((row) => [row.work_item_id, row]));
  for (const { id } of state.items) {
    const row = found.get(id);
    const type = row?.assignment_type ?? BUDGET_ASSIGNMENT_TYPE.NoBudget;
    expect({ id, budgetId: row?.budget_id ?? null, type }).toEqual({ id, ...expected(state, id) });
  }
}

/** Every way to ask which worklogs a budget has, and what they add up to, agrees with the domain. */
async function checkWorkLogs(db: Db, state: World): Promise<void> {
  const organization = b.stint.organizationId;
  const wanted = state.logs.map((item, index) => expected(state, item, index + 1).budgetId);
  const { rows } = await sql<{ viewed: string | null; asked: string | null }>`
    select case when o.id is null then i.budget_id else o.budget_id end as viewed,
      budget_of(${organization}::uuid, w.id, w.work_item_id) as asked
    from work_log w
    left join work_item_budget i on i.work_item_id = w.work_item_id
    left join work_log_override o on o.id = w.id
    order by w.id`.execute(db);
  expect(rows).toEqual(wanted.map((budgetId) => ({ viewed: budgetId, asked: budgetId })));
  for (const sums of await readBudgets(db, organization, budgets)) {
    const numbers = wanted.flatMap((budgetId, index) => (budgetId === sums.id ? index + 1 : []));
    const tracked = numbers.reduce((sum, number) => sum + 2 ** (number - 1), 0);
    expect(sums).toMatchObject({ tracked, billed: tracked * 100, workLogs: numbers.length });
    const ids = await workLogIdsOf(db, organization, sums.id, { skip: 0, count: 100 });
    expect(ids.sort()).toEqual(numbers.map(logId));
  }
}

test('what is kept is what the domain says, after any assignments, exclusions and moves', async () => {
  const db = b.stint.server.dependencies.database.organization(b.stint.organizationId);
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      const state = { ...drawn, items: [...drawn.items], attached: withoutContradictions(drawn.attached) };
      await reset(db, state);
      await attach(db, state.attached);
      await resolveBudgetsOf(
        db,
        b.stint.organizationId,
        state.items.map(({ id }) => id),
      );
      await checkItems(db, state);
      await checkWorkLogs(db, state);
      for (const { item, to } of state.moves) {
        state.items[item - 1] = { id: item, ...to };
        await db
          .updateTable('work_item')
          .set({ parent_id: to.parent, iteration_path: to.iteration })
          .where('id', '=', item)
          .execute();
        await resolveBudgetsOf(db, b.stint.organizationId, [item]);
      }
      await checkItems(db, state);
      await checkWorkLogs(db, state);
      await sql`delete from work_item_budget`.execute(db);
      await sql`select resolve_work_item_budgets(${b.stint.organizationId}::uuid, null)`.execute(db);
      await checkItems(db, state);
    }),
    { numRuns: 60 },
  );
});
