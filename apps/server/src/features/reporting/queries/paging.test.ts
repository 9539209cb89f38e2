import { expect, test } from 'vitest';
import { live } from './raw.ts';
import { pageOf, type Row, useService } from './use-service.ts';

const service = useService();

test.each([
  '',
  '&$orderby=Timestamp desc',
  '&$orderby=Comment,PeriodLength desc',
  '&$orderby=WorkItemId desc',
])('next links lead through all worklogs, each once, while others are added%s', async (order) => {
  const before = live(service).map(({ id }) => id);
  const rows: Row[] = [];
  const options = { headers: { prefer: 'odata.maxpagesize=1500' } };
  let next: string | undefined = `workLogsOnly?$select=Id${order}`;
  while (next !== undefined) {
    const page = pageOf(await service.ask('admin', next, options));
    expect(page.value.length).toBeLessThanOrEqual(1500);
    rows.push(...page.value);
    next = page['@odata.nextLink']?.replace(/^https?:\/\/[^/]+/, '');
    const { status } = await service.ask('admin', '/api/rest/workLogs?api-version=3.2', {
      method: 'POST',
      body: JSON.stringify({ length: 60, comment: 'between two pages' }),
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(200);
  }
  const read = rows.map(({ Id }) => Id);
  expect(new Set(read).size).toBe(read.length);
  expect(new Set(read).isSupersetOf(new Set(before))).toBe(true);
});

test('pages have the size of their set, and a link to the next', async () => {
  const sizes = async (set: string) => {
    const page = pageOf(await service.ask('admin', set));
    return [page.value.length, page['@odata.nextLink'] !== undefined];
  };
  expect(await sizes('workLogsOnly')).toEqual([1000, true]);
  expect(await sizes('workLogsWorkItems')).toEqual([1000, true]);
  expect(await sizes('workItems')).toEqual([100, true]);
  expect(await sizes('workItemsHierarchyAllLevels')).toEqual([100, true]);
  expect(await sizes('budgets')).toEqual([service.budgets.length, false]);
});

test('parameters without a dollar go along in next links', async () => {
  const url = "workLogsOnly?$select=Id,WorkItemId&workItemsFilter=System_TeamProject eq 'Atlas'";
  const isAtlas = new Set(service.workItems.filter(({ project }) => project === 'Atlas').map(({ id }) => id));
  const rows = await service.rows(url);
  expect(rows.length).toBeGreaterThan(1000);
  expect(rows.every(({ WorkItemId }) => isAtlas.has(Number(WorkItemId)))).toBe(true);
});
