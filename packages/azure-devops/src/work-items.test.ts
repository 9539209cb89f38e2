import { describe, expect, it } from 'vitest';
import { openBench } from './harness.ts';

describe('work items', () => {
  it('are read with people, parent, UTC instants and all fields', async () => {
    const { azureDevOps } = await openBench();
    const [item] = await azureDevOps.readWorkItems([1001]);
    expect(item).toMatchObject({
      id: 1001,
      rev: 2,
      type: 'Task',
      title: 'Retry failed uploads',
      state: 'In Progress',
      project: 'Atlas',
      assignedTo: { uniqueName: 'cleo@demo.local', displayName: 'Cleo Winter' },
      parentId: 1004,
      changedAt: expect.stringMatching(/Z$/),
    });
    expect(item?.fields['Microsoft.VSTS.Scheduling.OriginalEstimate']).toBeTypeOf('number');
    expect(item?.fields['System.Description']).toContain('<div>');
  });

  it('are read in batches of 200, in the order of the ids, without unknown, deleted and doubled ones', async () => {
    const { azureDevOps, control } = await openBench();
    await control('DELETE', 'workitems/1300');
    const ids = [...Array.from({ length: 400 }, (_, index) => 1400 - index), 77, 1400, -3];
    const items = await azureDevOps.readWorkItems(ids);
    expect(items.map(({ id }) => id)).toEqual(ids.slice(0, 400).filter((id) => id !== 1300));
    expect(await azureDevOps.readWorkItems([])).toEqual([]);
  });

  it('are found by the beginnings of words in any order, and by their id', async () => {
    const { azureDevOps } = await openBench();
    const titles = async (words: string): Promise<string[]> =>
      (await azureDevOps.searchByTitle(words, 20)).map(({ title }) => title);
    expect(await titles('uplo fail retr')).toContain('Retry failed uploads');
    expect(await titles('1001')).toContain('Retry failed uploads');
    expect(await titles('o\'neill " ]')).toEqual([]);
    expect(await titles('  ')).toEqual([]);
    expect(await azureDevOps.searchByTitle('uploads', 3)).toHaveLength(3);
  });
});
