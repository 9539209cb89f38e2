import type { ParentLink } from '@stint/azure-devops';
import { describe, expect, test } from 'vitest';
import { saveParents } from '../connection/hierarchy.ts';
import { useBudgets } from './testing.ts';

const b = useBudgets();

interface Row {
  id: string;
  workItemId: number;
  length: number;
  billableLength: number | null;
  trackedLength: number;
  billedLength: number;
  assignmentType: { name: string };
}

/** What a budget says of itself, and what its lists add up to. */
async function sumsOf(id: string) {
  const { body } = await b.ask('GET', `budgets/${id}`);
  const { trackedLength, billedLength, workLogCount } = body['data'] as unknown as Record<string, number>;
  const rows = async (list: string) =>
    (await b.ask('GET', `budgets/${id}/${list}`)).body['data'] as unknown as Row[];
  const [workLogs, workItems] = [await rows('workLogs'), await rows('workItems')];
  const sum = (numbers: (number | null)[]) => numbers.reduce((total: number, each) => total + (each ?? 0), 0);
  return {
    told: [trackedLength, billedLength, workLogCount],
    listed: [
      sum(workLogs.map((row) => row.length)),
      sum(workLogs.map((row) => row.billableLength)),
      workLogs.length,
    ],
    byItem: [sum(workItems.map((row) => row.trackedLength)), sum(workItems.map((row) => row.billedLength))],
    workItems: workItems.map((row) => [row.workItemId, row.assignmentType.name]),
  };
}

describe('what adds up on a budget', () => {
  test('is what its lists say, while entries change and work items move', async () => {
    await b.addItems([
      { id: 1 },
      { id: 2, parent: 1 },
      { id: 3, parent: 2, iteration: 'Atlas\\S1' },
      { id: 4 },
    ]);
    const [one, two] = [await b.addBudget('Epic'), await b.addBudget('Sprint')];
    await b.attach(one, { workItemId: 1 });
    await b.attach(two, { iterationPath: 'atlas' });
    const first = await b.book({ workItemId: 3, length: 100, billableLength: 40 });
    await b.book({ workItemId: 4, length: 1000 });
    await b.book({ workItemId: 2, length: 10 });
    expect(await sumsOf(one)).toEqual({
      told: [110, 40, 2],
      listed: [110, 40, 2],
      byItem: [110, 40],
      workItems: [
        [1, 'DirectlyAssigned'],
        [2, 'InheritedFromParent'],
        [3, 'InheritedFromParent'],
      ],
    });
    expect((await sumsOf(two)).told).toEqual([0, 0, 0]);

    await b.stint.ask(b.stint.people.team, 'PATCH', `/api/rest/workLogs/${first}`, { length: 200 });
    expect((await sumsOf(one)).told).toEqual([210, 40, 2]);

    const db = b.stint.server.dependencies.database.organization(b.stint.organizationId);
    const link = (active: boolean): ParentLink => ({
      childId: 3,
      parentId: 2,
      active,
      changedAt: '2026-01-01T00:00:00Z',
    });
    await db
      .transaction()
      .execute((transaction) => saveParents(transaction, b.stint.organizationId, [link(false)]));
    expect([await sumsOf(one), await sumsOf(two)]).toMatchObject([
      { told: [10, 0, 1], listed: [10, 0, 1] },
      { told: [200, 40, 1], listed: [200, 40, 1], workItems: [[3, 'InheritedFromIteration']] },
    ]);

    await b.attach(one, { workLogId: first });
    expect([await sumsOf(one), await sumsOf(two)]).toMatchObject([
      { told: [210, 40, 2], listed: [210, 40, 2], byItem: [10, 0] },
      { told: [0, 0, 0], listed: [0, 0, 0], byItem: [0, 0] },
    ]);
    await b.stint.ask(b.stint.people.team, 'DELETE', `/api/rest/workLogs/${first}`);
    expect(await sumsOf(one)).toMatchObject({ told: [10, 0, 1], listed: [10, 0, 1] });
  });

  test('is paged, newest worklogs first', async () => {
    await b.addItems([{ id: 51 }]);
    const id = await b.addBudget('Paged');
    await b.attach(id, { workItemId: 51 });
    for (const day of ['01', '03', '02']) {
      const body = { workItemId: 51, length: 60, timestamp: `2026-02-${day}` };
      await b.stint.ask(b.stint.people.team, 'POST', '/api/rest/workLogs', body);
    }
    const { body } = await b.ask('GET', `budgets/${id}/workLogs?$count=2&$skip=1`);
    const days = (body['data'] as unknown as { timestamp: string }[]).map(({ timestamp }) =>
      timestamp.slice(0, 10),
    );
    expect(days).toEqual(['2026-02-02', '2026-02-01']);
    expect((await b.ask('GET', 'workItems/999999/budget')).status).toBe(404);
  });
});
