import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../http/asked.ts';
import { type TestServer, testServer } from '../../../testing/test-server.ts';

let stint: TestServer;
let db: Db;
beforeAll(async () => {
  stint = await testServer();
  db = stint.server.dependencies.database.organization(stint.organizationId);
});
afterAll(() => stint.close());

const SIZE = 10;

interface Item {
  id: number;
  parent: number | null;
  isDeleted: boolean;
}

const parentArbitrary = fc.option(fc.integer({ min: 1, max: SIZE + 2 }));
const itemArbitrary = fc.record({
  // Parents that come later, that never come, themselves and circles all happen.
  id: fc.integer({ min: 1, max: SIZE }),
  parent: parentArbitrary,
  isDeleted: fc.boolean(),
});
/** One statement: items as they are after it; those that `remove` names go. */
const stepArbitrary = fc.record({
  items: fc.uniqueArray(itemArbitrary, { maxLength: 5, selector: ({ id }) => id }),
  remove: fc.option(fc.integer({ min: 1, max: SIZE }), { freq: 6 }),
});

/** The closure by the definition: each live item with itself and those above it. */
function expectedOf(items: ReadonlyMap<number, Item>): string[] {
  const isLive = (id: number) => items.get(id)?.isDeleted === false;
  const parentOf = (id: number) => {
    const parent = items.get(id)?.parent ?? null;
    return parent !== null && isLive(parent) ? parent : null;
  };
  const isRootOfCircle = (id: number) => {
    const walked: number[] = [];
    for (let at = parentOf(id); at !== null && !walked.includes(at); at = parentOf(at)) walked.push(at);
    return walked.includes(id) && Math.min(...circleOf(id)) === id;
  };
  const circleOf = (id: number) => {
    const circle = [id];
    for (let at = parentOf(id); at !== null && at !== id; at = parentOf(at)) circle.push(at);
    return circle;
  };
  return [...items.keys()].filter(isLive).flatMap((id) => {
    const rows: string[] = [];
    for (let at: number | null = id, depth = 0; at !== null; depth += 1) {
      rows.push(`${at} over ${id} at ${depth}`);
      at = isRootOfCircle(at) ? null : parentOf(at);
    }
    return rows;
  });
}

async function stored(): Promise<string[]> {
  const rows = await db.selectFrom('work_item_ancestry').selectAll().execute();
  return rows.map((row) => `${row.ancestor_id} over ${row.descendant_id} at ${row.depth}`);
}

async function put(items: readonly Item[]): Promise<void> {
  await sql`
    insert into work_item (organization_id, id, revision, type, title, state, state_category, project, parent_id, deleted_at,
      created_at, changed_at)
    select ${stint.organizationId}::uuid, id, 1, 'Task', 'Item ' || id, 'New', 'Proposed', 'Atlas', parent,
      case when "isDeleted" then now() end, now(), now()
    from json_to_recordset(${JSON.stringify(items)}::json) as item(id integer, parent integer, "isDeleted" boolean)
    on conflict (organization_id, id) do update set parent_id = excluded.parent_id, deleted_at = excluded.deleted_at`.execute(
    db,
  );
}

const clear = () => db.deleteFrom('work_item').execute();

describe('the closure of the hierarchy', () => {
  test('is that of the parents after any statements: added, moved, deleted, taken back, removed, in circles', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: 1, maxLength: 6 }), async (steps) => {
        await clear();
        const items = new Map<number, Item>();
        for (const { items: changed, remove } of steps) {
          await put(changed);
          for (const item of changed) items.set(item.id, item);
          if (remove !== null) {
            await db.deleteFrom('work_item').where('id', '=', remove).execute();
            items.delete(remove);
          }
          expect((await stored()).toSorted()).toEqual(expectedOf(items).toSorted());
        }
        await sql`select refresh_work_item_ancestry(${stint.organizationId}::uuid, null)`.execute(db);
        expect((await stored()).toSorted()).toEqual(expectedOf(items).toSorted());
      }),
      { numRuns: 150 },
    );
  });

  test('of moved subtrees equals a recursive query over the parents', async () => {
    await clear();
    const parents = fc.array(fc.nat(), { minLength: 300, maxLength: 300 });
    const moves = fc.array(fc.tuple(fc.integer({ min: 2, max: 300 }), fc.nat()), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(parents, moves, async (places, moved) => {
        await clear();
        // A parent has a smaller id, so there are no circles and a recursive query ends.
        const parentOf = (id: number, place: number) => (place % 5 === 0 ? null : (place % (id - 1)) + 1);
        const items = places.map((place, index) => ({
          id: index + 1,
          parent: index === 0 ? null : parentOf(index + 1, place),
          isDeleted: false,
        }));
        await put(items);
        for (const [id, place] of moved) {
          await db
            .updateTable('work_item')
            .set({ parent_id: parentOf(id, place) })
            .where('id', '=', id)
            .execute();
        }
        const { rows } = await sql<{ difference: number }>`
          with recursive chain (ancestor_id, descendant_id, depth) as (
            select id, id, 0::smallint from work_item
            union all
            select parent_id, descendant_id, (depth + 1)::smallint from chain join work_item on id = ancestor_id
            where parent_id is not null
          ), kept as (
            select ancestor_id, descendant_id, depth from work_item_ancestry
          )
          select count(*)::integer as difference from (
            (table chain except table kept) union all (table kept except table chain)
          ) d`.execute(db);
        expect(rows).toEqual([{ difference: 0 }]);
      }),
      { numRuns: 15 },
    );
  });

  test('keeps 100 levels of a chain, and a circle of hundreds', async () => {
    await clear();
    const size = 400;
    await put(
      Array.from({ length: size }, (_, index) => ({
        id: index + 1,
        parent: ((index + 1) % size) + 1,
        isDeleted: false,
      })),
    );
    const { rows } = await sql`
      select count(*)::integer as rows, max(depth)::integer as deepest, count(*) filter (where depth = 0)::integer as items,
        count(distinct descendant_id) filter (where depth = 1)::integer as children
      from work_item_ancestry`.execute(db);
    const within = (100 * 101) / 2;
    expect(rows).toEqual([
      { rows: within + (size - 100) * 101, deepest: 100, items: size, children: size - 1 },
    ]);
    const { rows: roots } = await sql`
      select id from work_item where not exists (
        select from work_item_ancestry where descendant_id = id and depth = 1
      )`.execute(db);
    expect(roots).toEqual([{ id: 1 }]);
  });
});
