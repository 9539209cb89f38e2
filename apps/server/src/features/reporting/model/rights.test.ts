import { describe, expect, test } from 'vitest';
import { inOrder } from '../testing/raw.ts';
import { rowsOf } from '../testing/select.ts';
import { setOf } from '../testing/sets.ts';
import { useDemo } from '../testing/use-demo.ts';

const demo = useDemo();

/** Ids of a set's rows for a person. */
const idsOf = async (name: string, account: string, settings = {}, isMe = false) => {
  const context = demo.contextOf(account, { isMe }, settings);
  const rows = await rowsOf(demo.db, setOf(name), context, { select: ['Id'] });
  return inOrder(rows.map(({ Id }) => Id));
};
const ownOf = (account: string) =>
  demo.workLogs.filter((log) => log.person_id === demo.idOf(account)).map(({ id }) => id);
const everyone = () => demo.workLogs.map(({ id }) => id).toSorted();

describe('worklogs', () => {
  test.each(['workLogsOnly', 'workLogsWorkItems', 'workLogsOnlyWithDeleted', 'workLogsWorkItemsWithDeleted'])(
    'of %s are one’s own for Team, everyone’s from Product on and where the organization opens them',
    async (set) => {
      expect(await idsOf(set, 'cleo')).toEqual(ownOf('cleo').toSorted());
      expect(await idsOf(set, 'cleo', { membersSeeOthersTime: true })).toEqual(everyone());
      expect(await idsOf(set, 'bob')).toEqual(everyone());
      expect(await idsOf(set, 'ann', {}, true)).toEqual(ownOf('ann').toSorted());
    },
  );

  test('tell budgets and what is billable to the roles Budget and Administrator only', async () => {
    const columns = ['BudgetId', 'Budget/BudgetName', 'BillablePeriodLength', 'IsBillable'];
    const select = [...columns, 'WorkItem/BudgetAssignmentType', 'WorkItem/Budget/BudgetName'];
    const seen = async (account: string) => {
      const rows = await rowsOf(demo.db, setOf('workLogsWorkItems'), demo.contextOf(account), { select });
      return select.map((name) =>
        rows.some((row) => row[name] !== null && row[name] !== false && row[name] !== 0),
      );
    };
    const none = select.map(() => false);
    const all = select.map(() => true);
    expect([await seen('cleo'), await seen('bob')]).toEqual([none, none]);
    expect([await seen('ann'), await seen('admin')]).toEqual([all, all]);
  });
});

describe('work items', () => {
  test('are seen by all, with budgets and what is billable for Budget and Administrator only', async () => {
    const select = ['System_Id', 'TrackedItselfBillable', 'TrackedTotalBillable', 'BudgetAssignmentType'];
    for (const set of ['workItems', 'workItemsHierarchyAllLevels']) {
      const sums = async (account: string) => {
        const rows = await rowsOf(demo.db, setOf(set), demo.contextOf(account), { select });
        expect(rows.length).toBe(demo.workItems.length);
        return select.slice(1).map((name) => rows.reduce((sum, row) => sum + Number(row[name]), 0));
      };
      expect(await sums('cleo')).toEqual([0, 0, 0]);
      expect(await sums('bob')).toEqual([0, 0, 0]);
      expect(Math.min(...(await sums('ann')))).toBeGreaterThan(0);
    }
  });
});

describe('other sets', () => {
  test('show budgets to the roles Budget and Administrator only', async () => {
    const counts = [];
    for (const account of ['cleo', 'bob', 'ann', 'admin'])
      counts.push((await idsOf('budgets', account)).length);
    expect(counts).toEqual([0, 0, 6, 6]);
  });

  test('show people whose time one may see', async () => {
    expect(await idsOf('users', 'cleo')).toEqual([demo.idOf('cleo')]);
    expect((await idsOf('users', 'bob')).length).toBe(12);
  });

  test('show weeks of people whose time one may see, and those one decides about', async () => {
    const weeks = await demo.db.selectFrom('time_week').selectAll().where('state', '<>', 0).execute();
    const own = weeks.filter((week) => week.person_id === demo.idOf('cleo')).map(({ id }) => id);
    expect(await idsOf('approvals', 'cleo')).toEqual(own.toSorted());
    expect((await idsOf('approvals', 'bob')).length).toBe(weeks.length);
    const manager = { ...demo.contextOf('cleo'), person: demo.contextOf('ann').person };
    const asked = weeks.filter(
      (week) => week.assigned_manager_id === demo.idOf('ann') || week.person_id === demo.idOf('ann'),
    );
    const { length } = await rowsOf(demo.db, setOf('approvals'), manager, { select: ['Id'] });
    expect(length).toBe(asked.length);
    const mine = weeks.filter((week) => week.person_id === demo.idOf('ann')).map(({ id }) => id);
    expect(await idsOf('approvals', 'ann', {}, true)).toEqual(mine.toSorted());
  });
});
