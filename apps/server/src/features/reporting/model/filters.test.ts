import { sql } from '@stint/odata';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../testing/raw.ts';
import { rowsOf } from '../testing/select.ts';
import { setOf } from '../testing/sets.ts';
import { useDemo } from '../testing/use-demo.ts';
import type { ReportingWishes } from './context.ts';

/** The demo with a worklog moved to the end of a month by its owner's clock, and another one deleted. */
const demo = useDemo(async (db) => {
  const [late, gone] = await db.selectFrom('work_log').select('id').orderBy('id').limit(2).execute();
  await db
    .updateTable('work_log')
    .set({ local_started_at: '2026-09-30T23:30:00', started_at: '2026-10-01T03:30:00Z' })
    .where('id', '=', late?.id ?? '')
    .execute();
  await db
    .updateTable('work_log')
    .set({ deleted_at: '2026-11-01T10:00:00Z', edited_at: '2026-11-01T10:00:00Z' })
    .where('id', '=', gone?.id ?? '')
    .execute();
});

const column = async (set: string, name: string, wishes: Partial<ReportingWishes> = {}) => {
  const rows = await rowsOf(demo.db, setOf(set), demo.contextOf('admin', wishes), { select: [name] });
  return inOrder(rows.map((row) => row[name]));
};
const live = () => demo.workLogs.filter((log) => log.deleted_at === null);
const ids = (rows: readonly { id: string | number }[]) => inOrder(rows.map(({ id }) => id));
const rootOf = (id: number): number => {
  const parent = demo.workItems.find((item) => item.id === id)?.parent_id ?? null;
  return parent === null ? id : rootOf(parent);
};
const borealis: Partial<ReportingWishes> = { workItemsFilter: (row) => sql`${row}.project = 'Borealis'` };
const busyRoots: Partial<ReportingWishes> = {
  workItemsFilter: (row) => sql`${row}.title like '%e%' and ${row}.id in (
    select a.ancestor_id from work_item_ancestry a join work_log l on l.work_item_id = a.descendant_id
    where l.deleted_at is null and l.seconds > 0)`,
  workItemsFilterTarget: 'RootWorkItems',
};

describe('worklogsFilter', () => {
  test('limits the worklogs of every set of worklogs', async () => {
    const wishes = { workLogsFilter: () => sql`false` };
    for (const set of ['workLogsOnly', 'workLogsWorkItems', 'workLogsOnlyWithDeleted']) {
      expect(await column(set, 'Id', wishes)).toEqual([]);
    }
    const long: Partial<ReportingWishes> = { workLogsFilter: (row) => sql`${row}.seconds > 9000` };
    expect(await column('workLogsOnly', 'Id', long)).toEqual(
      ids(live().filter(({ seconds }) => seconds > 9000)),
    );
  });
});

describe('workItemsFilter', () => {
  test('limits work items, and worklogs by their items', async () => {
    const items = demo.workItems.filter(({ project }) => project === 'Borealis');
    expect(await column('workItems', 'System_Id', borealis)).toEqual(ids(items));
    const known = new Set<number | null>(items.map(({ id }) => id));
    const logs = live().filter((log) => known.has(log.work_item_id));
    expect(await column('workLogsWorkItems', 'Id', borealis)).toEqual(ids(logs));
  });

  test('does not limit what is rolled up', async () => {
    const features: Partial<ReportingWishes> = { workItemsFilter: (row) => sql`${row}.type = 'Feature'` };
    const select = ['System_Id', 'TrackedTotal'];
    const rows = await rowsOf(demo.db, setOf('workItems'), demo.contextOf('admin', features), { select });
    const all = await rowsOf(demo.db, setOf('workItems'), demo.contextOf('admin'), { select });
    expect(rows.length).toBeGreaterThan(3);
    expect(all).toEqual(expect.arrayContaining(rows));
  });

  test('is asked of the roots with RootWorkItems', async () => {
    const roots = await rowsOf(demo.db, setOf('workItemsHierarchy'), demo.contextOf('admin'), {
      select: ['System_Id', 'System_Title', 'TrackedTotal'],
    });
    const wanted = new Set(
      roots
        .filter((root) => String(root['System_Title']).includes('e') && Number(root['TrackedTotal']) > 0)
        .map((root) => root['System_Id']),
    );
    const items = demo.workItems.filter(({ id }) => wanted.has(rootOf(id)));
    expect(await column('workItemsHierarchyAllLevels', 'System_Id', busyRoots)).toEqual(ids(items));
    expect(await column('workItemsHierarchy', 'System_Id', busyRoots)).toEqual(inOrder(wanted));
    const known = new Set<number | null>(items.map(({ id }) => id));
    const logs = live().filter((log) => known.has(log.work_item_id));
    expect(await column('workLogsOnly', 'Id', busyRoots)).toEqual(ids(logs));
  });
});

describe('customFields', () => {
  test('show any field, long texts too, by their properties', async () => {
    const customFields = new Map([
      ['CustomStringField1', 'System.Tags'],
      ['CustomStringField2', 'System.Description'],
      ['CustomNumericField3', 'Microsoft.VSTS.Common.Priority'],
    ]);
    const select = ['System_Id', ...customFields.keys(), 'CustomStringField4'];
    const rows = await rowsOf(demo.db, setOf('workItems'), demo.contextOf('admin', { customFields }), {
      select,
    });
    const fieldsOf = new Map(demo.workItems.map(({ id, fields }) => [id, fields]));
    expect(rows).toEqual(
      rows.map(({ System_Id: id }) => {
        const fields = fieldsOf.get(Number(id));
        return {
          System_Id: id,
          CustomStringField1: fields?.['System.Tags'] ?? null,
          CustomStringField2: fields?.['System.Description'],
          CustomNumericField3: fields?.['Microsoft.VSTS.Common.Priority'],
          CustomStringField4: null,
        };
      }),
    );
  });
});

describe('dates', () => {
  test('of a worklog are those of its owner’s wall clock', async () => {
    const [first] = demo.workLogs.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const [row] = await rowsOf(demo.db, setOf('workLogsOnly'), demo.contextOf('admin'), {
      select: [
        'Timestamp',
        'WorklogDate/Year',
        'WorklogDate/Month',
        'WorklogDate/Day',
        'WorklogDate/ShortDate',
      ],
      where: (t) => sql`${t}.id = (select min(id::text)::uuid from work_log)`,
    });
    expect(first?.local_started_at).toBe('2026-09-30T23:30:00');
    expect(row).toEqual({
      Timestamp: '2026-09-30T23:30:00',
      'WorklogDate/Year': 2026,
      'WorklogDate/Month': 9,
      'WorklogDate/Day': 30,
      'WorklogDate/ShortDate': '2026-09-30',
    });
  });
});

describe('the sets with deleted worklogs', () => {
  test('hold all, and say which are deleted', async () => {
    const deleted = demo.workLogs.filter((log) => log.deleted_at !== null);
    const rows = await rowsOf(demo.db, setOf('workLogsWorkItemsWithDeleted'), demo.contextOf('admin'), {
      select: ['Id', 'IsDeleted'],
    });
    expect(rows.length).toBe(demo.workLogs.length);
    expect(rows.filter(({ IsDeleted }) => IsDeleted).map(({ Id }) => Id)).toEqual(
      deleted.map(({ id }) => id),
    );
    expect(await column('workLogsOnly', 'Id')).toEqual(ids(live()));
  });
});
