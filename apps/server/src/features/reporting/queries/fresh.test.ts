import { expect, test } from 'vitest';
import { type Row, useService } from './use-service.ts';

const service = useService();

type Figures = Record<string, string | number> & { Budget?: { Id: string } };

const json = async (url: string, version = 'v3.3-beta') =>
  JSON.parse((await service.ask('admin', url, { version })).text) as Figures;

async function write(method: 'POST' | 'DELETE', path: string, body?: object): Promise<Row> {
  const { status, text } = await service.ask('admin', `/api/rest/${path}?api-version=3.2`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  expect(status).toBe(200);
  return (JSON.parse(text) as { data: Row }).data;
}

/** What the sets tell of an item of which nothing is below, of its root, its budget and its iteration. */
async function figures() {
  const item = await json('workItems(1001)?$select=TrackedItself,TrackedTotal,Budget,System_IterationPath');
  const root = await json('workItems(1001)/Root?$select=System_Id');
  const hierarchy = await json(`workItemsHierarchy(${root['System_Id']})?$select=TrackedTotal`);
  const level = await json('workItemsHierarchyAllLevels(1001)?$select=TrackedItself');
  const budget = await json(`budgets(${item.Budget?.Id})?$select=Tracked`);
  const iteration = await service.rows(
    `iterations?$filter=Path eq '${item['System_IterationPath']}'&$select=Tracked`,
  );
  const sum = await service.rows(
    `users(${service.idOf('admin')})/Worklogs?$apply=aggregate(PeriodLength with sum as Seconds)`,
  );
  return [
    item['TrackedItself'],
    item['TrackedTotal'],
    hierarchy['TrackedTotal'],
    level['TrackedItself'],
    budget['Tracked'],
    iteration[0]?.['Tracked'],
    sum[0]?.['Seconds'],
  ].map(Number);
}

const sets = ['workLogsOnly', 'workLogsWorkItems', 'workLogsOnlyWithDeleted', 'workLogsWorkItemsWithDeleted'];

test('a worklog is in every set the moment its write is answered, and out of them when it is deleted', async () => {
  const before = await figures();
  const id = String((await write('POST', 'workLogs', { length: 1234, workItemId: 1001 }))['id']);
  for (const set of sets) expect(await json(`${set}(${id})`)).toMatchObject({ PeriodLength: 1234 });
  expect(await figures()).toEqual(before.map((seconds) => seconds + 1234));

  await write('DELETE', `workLogs/${id}`);
  const statuses = [];
  for (const set of sets)
    statuses.push((await service.ask('admin', `${set}(${id})`, { version: 'v3.3-beta' })).status);
  expect(statuses).toEqual([404, 404, 200, 200]);
  expect(await json(`workLogsOnlyWithDeleted(${id})/IsDeleted`)).toMatchObject({ value: true });
  expect(await figures()).toEqual(before);
});
