import { parameter, type Sql, sql } from '@stint/odata';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secondsBy, total, withAllBelow } from '../testing/raw.ts';
import { type Row, rowsOf, type Wanted } from '../testing/select.ts';
import { setOf } from '../testing/sets.ts';
import { useDemo } from '../testing/use-demo.ts';
import type { ReportingWishes } from './context.ts';

/** The demo with a feature and some worklogs deleted. */
const demo = useDemo(async (db) => {
  const item = (type: string) =>
    db.selectFrom('work_item').select('id').where('type', '=', type).orderBy('id').limit(1);
  await db
    .updateTable('work_item')
    .set({ deleted_at: '2026-11-01T00:00:00Z' })
    .where('id', 'in', item('Feature'))
    .execute();
  await db
    .updateTable('work_log')
    .set({ deleted_at: '2026-11-01T00:00:00Z' })
    .where('id', 'in', db.selectFrom('work_log').select('id').orderBy('id').limit(50))
    .execute();
});

const itemColumns = [
  'System_Id',
  'TrackedItself',
  'TrackedItselfBillable',
  'TrackedTotal',
  'TrackedTotalBillable',
];
const november: Partial<ReportingWishes> = {
  workLogsFilter: (row) =>
    sql`${row}.local_started_at >= '2026-11-01' and ${row}.local_started_at < '2026-12-01'`,
};
const isNovember = ({ local_started_at: at }: { local_started_at: string }) =>
  at >= '2026-11-01' && at < '2026-12-01';

/** The same from the raw rows. */
function expectedTotals(
  ids: readonly (Row[string] | undefined)[],
  counts: (log: (typeof demo.workLogs)[number]) => boolean,
): Row[] {
  const counted = demo.workLogs.filter(counts);
  const tracked = secondsBy(counted, (log) => log.work_item_id);
  const billable = secondsBy(
    counted,
    (log) => log.work_item_id,
    (log) => log.billable_seconds ?? 0,
  );
  return ids.map((id) => {
    const all = withAllBelow(demo, Number(id));
    return {
      System_Id: id ?? null,
      TrackedItself: total(tracked, all.slice(0, 1)),
      TrackedItselfBillable: total(billable, all.slice(0, 1)),
      TrackedTotal: total(tracked, all),
      TrackedTotalBillable: total(billable, all),
    };
  });
}

describe('time tracked on work items', () => {
  const sets = ['workItems', 'workItemsHierarchy', 'workItemsHierarchyAllLevels'];

  test.each(sets)('adds up in %s as the raw rows do', async (name) => {
    const rows = await rowsOf(demo.db, setOf(name), demo.contextOf('admin'), { select: itemColumns });
    expect(rows).toEqual(
      expectedTotals(
        rows.map((row) => row['System_Id']),
        () => true,
      ),
    );
    expect(rows.some((row) => Number(row['TrackedTotal']) > Number(row['TrackedItself']))).toBe(true);
  });

  test.each(sets)('is the same in %s looked up as added up', async (name) => {
    for (const wishes of [{}, november]) {
      const read = (readsFewItems: boolean) =>
        rowsOf(demo.db, setOf(name), demo.contextOf('admin', { ...wishes, readsFewItems }), {
          select: itemColumns,
          orderBy: 'id',
        });
      expect(await read(true)).toEqual(await read(false));
    }
  });

  test('are the same for some items alone', async () => {
    const ids = demo.workItems.map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(ids, { minLength: 1 }),
        fc.constantFrom(...sets),
        fc.constantFrom({}, november),
        async (some, name, wishes) => {
          const context = demo.contextOf('admin', wishes);
          const list = parameter(some, 'integer[]');
          const wanted = {
            select: itemColumns,
            orderBy: 'id',
            where: (row: Sql) => sql`${row}.id = any (${list})`,
          };
          const keys = sql`select unnest(${list})`;
          expect(await rowsOf(demo.db, setOf(name), context, { ...wanted, keys })).toEqual(
            await rowsOf(demo.db, setOf(name), context, wanted),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each(sets)('counts in %s only what worklogsFilter lets through', async (name) => {
    const rows = await rowsOf(demo.db, setOf(name), demo.contextOf('admin', november), {
      select: itemColumns,
    });
    const ids = rows.map((row) => row['System_Id']);
    expect(rows).toEqual(expectedTotals(ids, isNovember));
    expect(rows.some((row) => row['TrackedTotal'] === 0)).toBe(true);
  });

  test('is one’s own for the role Team and with prefilter=Me', async () => {
    for (const [account, wishes] of [
      ['cleo', {}],
      ['ann', { isMe: true }],
    ] as const) {
      const context = demo.contextOf(account, wishes);
      const rows = await rowsOf(demo.db, setOf('workItems'), context, {
        select: ['System_Id', 'TrackedTotal'],
      });
      const own = expectedTotals(
        rows.map((row) => row['System_Id']),
        (log) => log.person_id === demo.idOf(account),
      );
      expect(rows).toEqual(own.map(({ System_Id, TrackedTotal }) => ({ System_Id, TrackedTotal })));
    }
  });
});

describe('the hierarchy', () => {
  test('has as roots what has no parent that is there, and knows who has children', async () => {
    const live = demo.workItems.filter((item) => item.deleted_at === null);
    const ids = new Set(live.map(({ id }) => id));
    const parents = new Set(live.map((item) => item.parent_id));
    const select = ['System_Id', 'HasChildren'];
    const rows = await rowsOf(demo.db, setOf('workItemsHierarchy'), demo.contextOf('admin'), {
      select,
      orderBy: 'id',
    });
    const roots = live.filter((item) => item.parent_id === null || !ids.has(item.parent_id));
    expect(rows).toEqual(
      roots
        .toSorted((one, other) => one.id - other.id)
        .map(({ id }) => ({ System_Id: id, HasChildren: parents.has(id) })),
    );
    const all = await rowsOf(demo.db, setOf('workItemsHierarchyAllLevels'), demo.contextOf('admin'), {
      select,
    });
    expect(all.length).toBe(live.length);
  });

  test('rolls numeric fields up over an item and all below it', async () => {
    const name = 'Microsoft.VSTS.Scheduling.OriginalEstimate';
    const context = demo.contextOf('admin', { rollupFields: ['Microsoft.VSTS.Common.Priority', name] });
    const select = ['System_Id', 'RollupValue1', 'RollupValue2', 'RollupValue3'];
    const rows = await rowsOf(demo.db, setOf('workItemsHierarchyAllLevels'), context, { select });
    const fieldOf = new Map(demo.workItems.map(({ id, fields }) => [id, fields]));
    const sumOf = (id: unknown, field: string) =>
      withAllBelow(demo, Number(id)).reduce((sum, each) => sum + Number(fieldOf.get(each)?.[field] ?? 0), 0);
    expect(rows).toEqual(
      rows.map(({ System_Id: id }) => ({
        System_Id: id,
        RollupValue1: sumOf(id, 'Microsoft.VSTS.Common.Priority'),
        RollupValue2: sumOf(id, name),
        RollupValue3: null,
      })),
    );
  });
});

describe('budgets and iterations', () => {
  test('of all time have the worklogs of their items', async () => {
    const budgetOf = new Map(
      (await demo.db.selectFrom('work_item_budget').selectAll().execute()).map((row) => [
        row.work_item_id,
        row.budget_id,
      ]),
    );
    for (const [wishes, counts] of [
      [{}, () => true],
      [november, isNovember],
    ] as const) {
      const rows = await rowsOf(demo.db, setOf('budgets'), demo.contextOf('ann', wishes), {
        select: ['Id', 'Tracked', 'Billed'],
      });
      const logs = demo.workLogs.filter(counts);
      const keyOf = (log: { work_item_id: number | null }) => budgetOf.get(log.work_item_id ?? 0) ?? null;
      const tracked = secondsBy(logs, keyOf);
      const billed = secondsBy(logs, keyOf, (log) => log.billable_seconds ?? 0);
      expect(rows).toEqual(
        rows.map(({ Id }) => ({
          Id,
          Tracked: tracked.get(String(Id)) ?? 0,
          Billed: billed.get(String(Id)) ?? 0,
        })),
      );
      expect(tracked.size).toBeGreaterThan(3);
    }
  });

  test('of some budgets alone are those of all', async () => {
    const ids = (await demo.db.selectFrom('budget').select('id').execute()).map(({ id }) => id);
    for (const account of ['ann', 'admin', 'cleo']) {
      for (const wishes of [{}, november, { isMe: true }]) {
        const context = demo.contextOf(account, wishes);
        const some = parameter(ids.slice(1), 'uuid[]');
        const wanted = {
          select: ['Id', 'Tracked', 'Billed'],
          where: (row: Sql) => sql`${row}.id = any (${some})`,
        };
        const of = (more: Wanted) => rowsOf(demo.db, setOf('budgets'), context, { ...wanted, ...more });
        expect(await of({ orderBy: 'id', keys: sql`select unnest(${some})` })).toEqual(
          await of({ orderBy: 'id' }),
        );
      }
    }
  });

  test('of an iteration add up over its items', async () => {
    const rows = await rowsOf(demo.db, setOf('iterations'), demo.contextOf('admin'), {
      select: ['Path', 'WorkItemCount', 'Tracked'],
    });
    const live = demo.workItems.filter((item) => item.deleted_at === null);
    const tracked = secondsBy(demo.workLogs, (log) => log.work_item_id);
    expect(rows).toEqual(
      rows.map(({ Path }) => {
        const items = live.filter((item) => item.iteration_path === Path).map(({ id }) => id);
        return { Path, WorkItemCount: items.length, Tracked: total(tracked, items) };
      }),
    );
  });
});
