import { calls } from '@stint/contract';
import { expect, test } from 'vitest';
import { addWorkItems } from '../work-items/testing.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();

test.each([
  ['search', '"pump"', 'pump'],
  ['search', 1349, '1349'],
  ['search', '"1349"', '1349'],
  ['searchByQuery', { query: 'pump' }, 'pump'],
  ['searchByQuery', { query: 1349 }, '1349'],
  ['SearchByQuery/', { Query: 'pump', more: true }, 'pump'],
])('%s %j finds work items in groups', async (path, body, query) => {
  const { database } = t.stint.server.dependencies;
  const title = `Repair the pump ${path}${JSON.stringify(body)}`;
  const known = await database.system.selectFrom('work_item').select('id').where('id', '=', 1349).execute();
  if (known.length === 0)
    await addWorkItems(database.system, t.stint.organizationId, [{ id: 1349, title, effort: 3 }]);
  const found = await t.me.ask(
    path === 'search' ? calls.searchWorkItems : calls.searchWorkItemsByQuery,
    path,
    body,
  );
  expect(found).toEqual({
    query,
    count: 1,
    workItems: [
      {
        groupName: expect.any(String) as string,
        workItem: expect.objectContaining({ id: 1349, effort: 3 }) as object,
      },
    ],
  });
});

test('a known work item stands in the state and in the last worklogs', async () => {
  const { database } = t.stint.server.dependencies;
  await addWorkItems(database.system, t.stint.organizationId, [
    { id: 50, title: 'Parent' },
    { id: 51, title: 'Child', parent_id: 50 },
  ]);
  const started = await t.me.post('startTracking', { tfsId: 51 });
  const workItem = {
    id: 51,
    title: 'Child',
    color: '',
    teamProject: 'Atlas',
    type: 'Task',
    workItemLink: '',
    effort: null,
    parent: { id: 50, title: 'Parent', type: 'Task', color: '' },
  };
  expect(started).toMatchObject({ track: { workItem }, trackSettings: { responseState: 'OK' } });
  expect((await t.me.post('stopTracking')).track.workItem).toEqual(workItem);
  expect(await t.me.ask(calls.listLatestTracks, 'latest')).toMatchObject({ workLogs: [{ workItem }] });
});
