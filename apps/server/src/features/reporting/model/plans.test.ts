import { openDatabase, refreshStatistics, silentLog } from '@stint/postgres';
import { testDatabase } from '@stint/postgres/testing';
import { parameter, parseTarget, planQuery, sql } from '@stint/odata';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tables } from '../../../database/tables.ts';
import { makeLarge } from '../../../demo/large/make-large.ts';
import type { Db } from '../../../http/asked.ts';
import { readOrganizationSettings } from '../../../identity/stored-settings.ts';
import { migrationsFolder } from '../../../location.ts';
import { planOf, planOfText, rowsOf, selectOf, type Wanted } from '../testing/select.ts';
import { setOf } from '../testing/sets.ts';
import { noWishes, type ReportingContext, reportingContext, type ReportingWishes } from './context.ts';
import { reportingModel } from './model.ts';

let db: Db;
let organizationId = '';
let personId = '';
let lastDay = '';
let close = async () => undefined as void;

/** 20 people, 2,000 work items and 60,000 worklogs. */
beforeAll(async () => {
  const database = await testDatabase(migrationsFolder);
  const opened = openDatabase<Tables>(database.config, { log: silentLog });
  close = async () => {
    await opened.close();
    await database.drop();
  };
  const made = await makeLarge(opened.system, { people: 20, workItems: 2_000, worklogs: 60_000 });
  organizationId = made?.organizationId ?? '';
  db = opened.organization(organizationId);
  const latest = db.selectFrom('work_log').select(['person_id', 'local_started_at']);
  const row = await latest.orderBy('local_started_at', 'desc').limit(1).executeTakeFirstOrThrow();
  personId = row.person_id;
  lastDay = row.local_started_at.slice(0, 10);
  await refreshStatistics(database.config);
});
afterAll(() => close());

/** The plan of a set's rows as they were read, for an administrator. */
function planned(name: string, wanted: Wanted, wishes: Partial<ReportingWishes> = {}): Promise<string> {
  const { type, source } = setOf(name);
  return planOf(db, selectOf(type, source, contextWith(wishes), wanted));
}

/** The plan of a request's first page as it was read. */
function pageOf(url: string, wishes: Partial<ReportingWishes>): Promise<string> {
  const { text, values } = planQuery({
    model: reportingModel,
    target: parseTarget(url, { plusIsBlank: true }),
    context: contextWith(wishes),
    output: {
      pageSize: null,
      prefix: '@',
      ieee754Compatible: false,
      metadata: 'minimal',
      root: 'http://localhost/',
    },
    now: new Date(),
  }).statement;
  return planOfText(db, text, values);
}

function contextWith(wishes: Partial<ReportingWishes>): ReportingContext {
  const organization = { id: organizationId, settings: readOrganizationSettings({}).settings };
  const principal = { id: personId, role: 'Administrator' as const, isGlobalApprovalManager: false };
  return reportingContext(organization, principal, { ...noWishes, ...wishes });
}

/** The lines that read a table. */
const readingsOf = (plan: string, table: string) =>
  plan.split('\n').filter((line) => new RegExp(`Scan .*\\bon ${table}\\b`).test(line));

const month: Partial<ReportingWishes> = {
  workLogsFilter: (row) => sql`${row}.local_started_at >= (current_date - interval '30 days')::timestamp`,
};

describe('what is read', () => {
  test('for a page of worklogs in the order of their keys is one index', async () => {
    const select = ['Id', 'Timestamp', 'PeriodLength', 'Comment', 'WorklogDate/ShortDate'];
    const plan = await planned('workLogsOnly', { select, orderBy: 'id', limit: 1000 });
    expect(plan.split('\n').filter((line) => line.includes('Scan'))).toEqual([
      expect.stringMatching(/Index Scan using work_log_pkey on work_log w \(actual rows=1000\.00 loops=1\)/),
    ]);
    expect(plan).not.toContain('Sort');
  });

  test('for such a page with people and work items is each of them beside it', async () => {
    const select = ['Id', 'User/Name', 'WorkItem/System_Title', 'Budget/BudgetName'];
    const plan = await planned('workLogsWorkItems', { select, orderBy: 'id', limit: 1000 });
    const [reading, ...others] = readingsOf(plan, 'work_log');
    expect(reading).toMatch(/Index Scan using work_log_pkey/);
    expect(others).toEqual([]);
    expect(readingsOf(plan, 'person').length).toBe(1);
    expect(readingsOf(plan, 'work_item').length).toBe(1);
  });

  test('for a month of one person is no more than that', async () => {
    const plan = await planned('workLogsOnly', {
      select: ['Id', 'Timestamp', 'PeriodLength', 'User/Name'],
      where: (row) => {
        const begin = parameter(`${lastDay.slice(0, 7)}-01`, 'timestamp');
        return sql`${row}.person_id = ${parameter(personId, 'uuid')} and ${row}.local_started_at >= ${begin}`;
      },
    });
    expect(readingsOf(plan, 'work_log')).toEqual([expect.stringMatching(/work_log_person/)]);
  });

  test('for work items without their time are no worklogs and no budgets', async () => {
    const select = ['System_Id', 'System_Title', 'HasChildren'];
    const plan = await planned('workItemsHierarchy', { select, orderBy: 'id', limit: 100 });
    expect(readingsOf(plan, 'work_log')).toEqual([]);
    expect(readingsOf(plan, 'work_item_budget')).toEqual([]);
  });

  test('for the hierarchy of a month are the worklogs of that month, once and by an index', async () => {
    const plan = await planned('workItemsHierarchy', { select: ['System_Id', 'TrackedTotal'] }, month);
    const [reading, ...others] = readingsOf(plan, 'work_log');
    expect(others).toEqual([]);
    expect(reading).toMatch(/Index (Only )?Scan/);
    expect(Number(/rows=(\d+)/.exec(reading ?? '')?.[1])).toBeLessThan(60_000 / 5);
  });

  describe('for a page of the hierarchy', () => {
    const url = (options: string) =>
      `workItemsHierarchyAllLevels?$select=System_Id,TrackedTotal&${options}`.replaceAll(' ', '%20');
    const epics = url("$filter=System_WorkItemType eq 'Epic'");
    const tasks = url("$filter=System_WorkItemType eq 'Task'");

    test('are the worklogs of the month, once and by an index, where many items are below', async () => {
      const readings = readingsOf(await pageOf(epics, month), 'work_log');
      const [read, ...others] = readings.filter((line) => !line.includes('never executed'));
      expect(others).toEqual([]);
      expect(read).toMatch(/Index Only Scan using work_log_time /);
    });

    test('are the worklogs of its items alone where few are below', async () => {
      const plan = await pageOf(tasks, {});
      expect(readingsOf(plan, 'work_log')).toEqual([expect.stringMatching(/using work_log_work_item /)]);
      expect(plan).not.toMatch(/Seq Scan on work_(log|item_ancestry)/);
    });

    test('and added up is the same as for all items', async () => {
      for (const wishes of [month, {}]) {
        const wanted = { select: ['System_Id', 'TrackedItself', 'TrackedTotal'], orderBy: 'id' };
        const keys = sql`select id from work_item`;
        const rows = (more: Wanted) =>
          rowsOf(db, setOf('workItemsHierarchyAllLevels'), contextWith(wishes), { ...wanted, ...more });
        expect(await rows({ keys })).toEqual(await rows({}));
      }
    });
  });

  test('for one work item are its own worklogs and those below it', async () => {
    const wanted: Wanted = { select: ['System_Id', 'TrackedTotal'], where: (row) => sql`${row}.id = 22` };
    const plan = await planned('workItems', wanted, { readsFewItems: true });
    expect(readingsOf(plan, 'work_log')).toEqual([
      expect.stringMatching(/Index (Only )?Scan using work_log_work_item/),
    ]);
    expect(plan).not.toMatch(/Seq Scan/);
  });
});
