import { sql } from '@stint/odata';
import { describe, expect, test } from 'vitest';
import { withAllBelow } from '../testing/raw.ts';
import { followed } from '../testing/select.ts';
import { setOf } from '../testing/sets.ts';
import { useDemo } from '../testing/use-demo.ts';
import type { ReportingWishes } from './context.ts';

/** The demo with two epics that are each other's parents; the one with the smaller id is the root. */
const demo = useDemo(async (db) => {
  const epics = await db
    .selectFrom('work_item')
    .select('id')
    .where('type', '=', 'Epic')
    .orderBy('id')
    .execute();
  const [one, other] = epics.map(({ id }) => id);
  for (const [id, parent] of [
    [one, other],
    [other, one],
  ] as const) {
    await db
      .updateTable('work_item')
      .set({ parent_id: parent ?? null })
      .where('id', '=', id ?? 0)
      .execute();
  }
});

/** Pairs that a navigation property joins, as `from → value`. */
async function pairs(set: string, name: string, select: string, wishes: Partial<ReportingWishes> = {}) {
  const rows = await followed(demo.db, setOf(set), name, demo.contextOf('admin', wishes), { select });
  return rows.map(({ from, value }) => `${from} → ${value}`).toSorted();
}

const epics = () => demo.workItems.filter(({ type }) => type === 'Epic').map(({ id }) => id);
/** Parents by the raw rows, the circle cut above the epic with the smaller id. */
const parentOf = (id: number) => {
  const parent = demo.workItems.find((item) => item.id === id)?.parent_id ?? null;
  return id === Math.min(...epics()) ? null : parent;
};
const rootOf = (id: number): number => {
  const parent = parentOf(id);
  return parent === null ? id : rootOf(parent);
};
const cut = () => ({ workItems: demo.workItems.map((item) => ({ ...item, parent_id: parentOf(item.id) })) });
const parentPairs = () =>
  demo.workItems.flatMap(({ id }) => {
    const parent = parentOf(id);
    return parent === null ? [] : [{ id, parent }];
  });

describe('work items lead to', () => {
  test.each([
    ['workItems', 'Parent'],
    ['workItems', 'ParentItem'],
    ['workItemsHierarchyAllLevels', 'Parent'],
  ])('what is above them: %s/%s', async (set, name) => {
    const expected = parentPairs().map(({ id, parent }) => `${id} → ${parent}`);
    expect(await pairs(set, name, 'System_Id')).toEqual(expected.toSorted());
  });

  test.each(['workItems', 'workItemsHierarchyAllLevels'])(
    'the first item of the hierarchy: %s/Root',
    async (set) => {
      const expected = demo.workItems.map(({ id }) => `${id} → ${rootOf(id)}`);
      expect(await pairs(set, 'Root', 'System_Id')).toEqual(expected.toSorted());
    },
  );

  test.each(['workItems', 'workItemsHierarchyAllLevels'])(
    'what is directly below: %s/Children',
    async (set) => {
      const expected = parentPairs().map(({ id, parent }) => `${parent} → ${id}`);
      expect(await pairs(set, 'Children', 'System_Id')).toEqual(expected.toSorted());
    },
  );

  test('their own worklogs, and those of all below', async () => {
    const logsOf = new Map<number | null, string[]>();
    for (const { id, work_item_id: item } of demo.workLogs)
      logsOf.set(item, [...(logsOf.get(item) ?? []), id]);
    const direct = demo.workItems.flatMap(({ id }) => (logsOf.get(id) ?? []).map((log) => `${id} → ${log}`));
    expect(await pairs('workItems', 'DirectWorklogs', 'Id')).toEqual(direct.toSorted());
    const all = demo.workItems.flatMap(({ id }) =>
      withAllBelow(cut(), id).flatMap((each) => (logsOf.get(each) ?? []).map((log) => `${id} → ${log}`)),
    );
    expect(await pairs('workItemsHierarchyAllLevels', 'AllWorklogs', 'Id')).toEqual(all.toSorted());
  });
});

describe('budgets lead to', () => {
  test('their work items, and the worklogs on these', async () => {
    const budgeted = await demo.db.selectFrom('work_item_budget').selectAll().execute();
    const items = budgeted.map((row) => `${row.budget_id} → ${row.work_item_id}`);
    expect(await pairs('budgets', 'WorkItems', 'System_Id')).toEqual(items.toSorted());
    const budgetOf = new Map(budgeted.map((row) => [row.work_item_id, row.budget_id]));
    const logs = demo.workLogs.flatMap(({ id, work_item_id: item }) => {
      const budget = item === null ? undefined : budgetOf.get(item);
      return budget === undefined ? [] : [`${budget} → ${id}`];
    });
    expect(await pairs('budgets', 'Worklogs', 'Id')).toEqual(logs.toSorted());
  });
});

describe('what a request filters', () => {
  test('is filtered behind links too', async () => {
    const wishes: Partial<ReportingWishes> = {
      workLogsFilter: (row) => sql`${row}.seconds > 7200`,
      workItemsFilter: (row) => sql`${row}.project = 'Atlas'`,
    };
    const long = demo.workLogs.filter(({ seconds }) => seconds > 7200);
    const atlas = new Set(demo.workItems.filter(({ project }) => project === 'Atlas').map(({ id }) => id));
    const expected = long.flatMap(({ id, work_item_id: item }) =>
      item !== null && atlas.has(item) ? [`${item} → ${id}`] : [],
    );
    expect(await pairs('workItems', 'DirectWorklogs', 'Id', wishes)).toEqual(expected.toSorted());
    const children = parentPairs().filter(({ id, parent }) => atlas.has(id) && atlas.has(parent));
    expect(await pairs('workItems', 'Children', 'System_Id', wishes)).toEqual(
      children.map(({ id, parent }) => `${parent} → ${id}`).toSorted(),
    );
  });
});
