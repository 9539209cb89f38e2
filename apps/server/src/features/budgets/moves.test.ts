import { snapshotOf } from '@stint/azure-devops';
import { expect, test } from 'vitest';
import type { Db } from '../../http/asked.ts';
import { saveParents } from '../connection/hierarchy.ts';
import { saveItems } from '../connection/save-items.ts';
import { categoriesOf } from '../connection/work-item-types.ts';
import { useBudgets } from './testing.ts';

const b = useBudgets();

/** What Azure DevOps tells of an item: its iteration and, while it has one, its parent. */
function told(id: number, revision: number, iteration: string, parent?: number) {
  const fields = {
    'System.WorkItemType': 'Task',
    'System.Title': `Item ${id}`,
    'System.State': 'Active',
    'System.TeamProject': 'Atlas',
    'System.IterationPath': iteration,
    'System.CreatedDate': '2026-01-01T00:00:00Z',
    'System.ChangedDate': '2026-01-01T00:00:00Z',
    ...(parent !== undefined && { 'System.Parent': parent }),
  };
  return snapshotOf({ id, rev: revision, fields });
}

const save = (db: Db, ...items: ReturnType<typeof told>[]) =>
  saveItems(db, b.stint.organizationId, items, categoriesOf([]));

const budgetOf = async (id: number) => {
  const { body } = await b.ask('GET', `workItems/${id}/budget`);
  const { budget, assignmentType } = body['data'] as unknown as {
    budget: { name: string } | null;
    assignmentType: { name: string };
  };
  return [budget?.name ?? null, assignmentType.name];
};

test('items that come, go below another one or into another iteration have their budgets at once', async () => {
  const { system } = b.stint.server.dependencies.database;
  await save(system, told(1, 1, 'Atlas\\One'), told(2, 1, 'Atlas\\One'));
  await b.attach(await b.addBudget('Sprint one'), { iterationPath: 'Atlas\\One' });
  await b.attach(await b.addBudget('Item one'), { workItemId: 1 });
  await save(system, told(3, 1, 'Atlas\\One\\Week'), told(4, 1, 'Atlas', 3));
  expect([await budgetOf(3), await budgetOf(4)]).toEqual([
    ['Sprint one', 'InheritedFromIteration'],
    [null, 'NoBudget'],
  ]);
  await save(system, told(3, 2, 'Atlas\\Two', 1));
  expect([await budgetOf(3), await budgetOf(4)]).toEqual([
    ['Item one', 'InheritedFromParent'],
    ['Item one', 'InheritedFromParent'],
  ]);
});

test('attaching waits for a move that is being stored, and sees it', async () => {
  await b.addItems([{ id: 11 }, { id: 12 }, { id: 13, parent: 12 }]);
  const id = await b.addBudget('Parent');
  const db = b.stint.server.dependencies.database.organization(b.stint.organizationId);
  const attaching = await db.transaction().execute(async (transaction) => {
    await saveParents(transaction, b.stint.organizationId, [
      { childId: 12, parentId: 11, active: true, changedAt: '2026-01-01T00:00:00Z' },
    ]);
    const answer = b.attach(id, { workItemId: 11 });
    expect(await b.answeredOrWaiting(answer)).toBe('waiting');
    return { answer };
  });
  expect((await attaching.answer).status).toBe(200);
  expect(await budgetOf(13)).toEqual(['Parent', 'InheritedFromParent']);
});

test('things attached by many at the same moment have one budget, and nobody fails otherwise', async () => {
  await b.addItems([{ id: 21 }, { id: 22, parent: 21 }]);
  const budgets: string[] = [];
  for (let index = 0; index < 8; index += 1) budgets.push(await b.addBudget(`Rival ${index}`));
  const answers = await Promise.all(
    budgets.map((id) => b.ask('PUT', `budgets/${id}/assignments`, { assignments: [{ workItemId: 21 }] })),
  );
  const counts = [200, 409].map((wanted) => answers.filter(({ status }) => status === wanted).length);
  expect(counts).toEqual([1, 7]);
  const moved = await Promise.all(budgets.map((id) => b.attach(id, { workItemId: 21, move: true })));
  expect(new Set(moved.map(({ status }) => status))).toEqual(new Set([200]));
  const [name, type] = await budgetOf(22);
  expect([name, type]).toEqual([expect.stringMatching(/^Rival/), 'InheritedFromParent']);
});
