import { beforeAll, describe, expect, test } from 'vitest';
import { createServer, type Server } from '../../composition.ts';
import { createLog } from '../../log.ts';
import { useBudgets } from './testing.ts';
import { type BudgetWatch, watchBudgets } from './watch.ts';

const b = useBudgets();
let watch: BudgetWatch;

beforeAll(() => {
  watch = watchBudgets(b.stint.server.dependencies);
});

/** What was told of a budget, oldest first. */
async function told(id: string): Promise<unknown[]> {
  const rows = await b.stint.server.dependencies.database.system
    .selectFrom('audit_log')
    .select(['after', 'person_id', 'via'])
    .where('entity', '=', 'budget')
    .where('entity_id', '=', id)
    .where('action', '=', 'threshold')
    .orderBy('id')
    .execute();
  for (const row of rows) expect(row).toMatchObject({ person_id: null, via: 'job' });
  return rows.map(({ after }) => after);
}

async function reached(id: string): Promise<number | undefined> {
  const { system } = b.stint.server.dependencies.database;
  const row = await system
    .selectFrom('budget')
    .select('reached_threshold')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.reached_threshold;
}

const percents = async (id: string) =>
  (await told(id)).map((after) => (after as { percent: number }).percent);

describe('the watch of budgets', () => {
  test('tells each crossing once, and again after the time fell below', async () => {
    await b.addItems([{ id: 1 }]);
    const id = await b.addBudget('Watched', 1000);
    await b.attach(id, { workItemId: 1 });
    await watch.look();
    expect(await told(id)).toEqual([]);
    await b.book({ workItemId: 1, length: 499 });
    await watch.look();
    expect(await told(id)).toEqual([]);
    const second = await b.book({ workItemId: 1, length: 1 });
    await watch.look();
    await watch.look();
    expect(await told(id)).toEqual([{ percent: 50, plannedLength: 1000, trackedLength: 500 }]);
    await b.stint.ask(b.stint.people.team, 'DELETE', `/api/rest/workLogs/${second}`);
    await watch.look();
    expect([await reached(id), await percents(id)]).toEqual([0, [50]]);
    await b.book({ workItemId: 1, length: 500 });
    await watch.look();
    expect([await reached(id), await percents(id)]).toEqual([90, [50, 90]]);
  });

  test('hears of planned time, attachments, moved items and thresholds', async () => {
    await b.addItems([{ id: 11 }, { id: 12, parent: 11 }]);
    await b.book({ workItemId: 12, length: 800 });
    const id = await b.addBudget('Hearing', 100_000);
    await b.attach(id, { workItemId: 11 });
    await watch.look();
    expect(await percents(id)).toEqual([]);
    await b.ask('PATCH', `budgets/${id}`, { plannedLength: 1000 });
    await watch.look();
    expect(await percents(id)).toEqual([75]);
    const settings = { budgetThresholds: [80] };
    const { status } = await b.stint.ask(
      b.stint.people.administrator,
      'PATCH',
      '/api/rest/settings',
      settings,
    );
    expect(status).toBe(200);
    await expect.poll(async () => (await watch.look(), percents(id))).toEqual([75, 80]);
    await b.ask('PATCH', `budgets/${id}`, { plannedLength: 0 });
    await watch.look();
    expect(await reached(id)).toBe(0);
    await b.stint.ask(b.stint.people.administrator, 'PATCH', '/api/rest/settings', {
      budgetThresholds: [50, 75, 90, 100],
    });
  });

  test('of several processes at the same moment tells a crossing once', async () => {
    await b.addItems([{ id: 21 }]);
    const { environment } = b.stint.server.dependencies;
    const others: Server[] = [];
    for (let index = 0; index < 2; index += 1)
      others.push(
        await createServer({ config: b.stint.database.config, environment, log: createLog('error') }),
      );
    const watches = [watch, ...others.map(({ dependencies }) => watchBudgets(dependencies))];
    const id = await b.addBudget('Raced', 1000);
    await b.attach(id, { workItemId: 21 });
    for (const length of [500, 250, 150, 100]) {
      await b.book({ workItemId: 21, length });
      await Promise.all(watches.map((each) => each.look()));
    }
    expect(await percents(id)).toEqual([50, 75, 90, 100]);
    for (const other of others) await other.close();
  });

  test('finds an act whose transaction ended late', async () => {
    await b.addItems([{ id: 31 }]);
    const id = await b.addBudget('Late', 100);
    await b.attach(id, { workItemId: 31 });
    await watch.look();
    const db = b.stint.server.dependencies.database.organization(b.stint.organizationId);
    const before = await b.book({ workItemId: 31, length: 10 });
    const late = await db
      .selectFrom('audit_log')
      .select('id')
      .where('entity_id', '=', before)
      .executeTakeFirstOrThrow();
    await db.transaction().execute(async (transaction) => {
      await transaction.updateTable('work_log').set({ seconds: 60 }).where('id', '=', before).execute();
      const earlier = late.id.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
      await transaction
        .insertInto('audit_log')
        .values({
          organization_id: b.stint.organizationId,
          id: earlier,
          via: 'rest',
          action: 'change',
          entity: 'worklog',
          entity_id: before,
          before: JSON.stringify({ work_item_id: 31 }),
          after: JSON.stringify({ work_item_id: 31 }),
        })
        .execute();
      await watch.look();
      expect(await percents(id)).toEqual([]);
    });
    await watch.look();
    expect(await percents(id)).toEqual([50]);
  });

  test('runs as a job', async () => {
    await b.addItems([{ id: 41 }]);
    const id = await b.addBudget('Job', 100);
    await b.attach(id, { workItemId: 41 });
    b.stint.server.startJobs();
    await b.book({ workItemId: 41, length: 100 });
    await expect.poll(() => percents(id), { timeout: 10_000 }).toEqual([100]);
  });
});
