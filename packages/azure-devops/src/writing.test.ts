import { describe, expect, it } from 'vitest';
import { openBench } from './harness.ts';

const remaining = 'Microsoft.VSTS.Scheduling.RemainingWork';
const completed = 'Microsoft.VSTS.Scheduling.CompletedWork';

describe('writing work items', () => {
  it('sets fields exactly, as one revision', async () => {
    const { azureDevOps } = await openBench();
    const hours = 29_521 / 3600;
    const written = await azureDevOps.setFields(1001, 2, { [remaining]: 0, [completed]: hours });
    expect(written).toMatchObject({ id: 1001, rev: 3 });
    const [item] = await azureDevOps.readWorkItems([1001]);
    expect(item).toMatchObject({ rev: 3, fields: { [remaining]: 0, [completed]: hours } });
  });

  it('is a conflict at another revision, and changes nothing', async () => {
    const { azureDevOps } = await openBench();
    await azureDevOps.setFields(1001, 2, { [completed]: 1 });
    await expect(azureDevOps.setFields(1001, 2, { [completed]: 2 })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const [item] = await azureDevOps.readWorkItems([1001]);
    expect(item).toMatchObject({ rev: 3, fields: { [completed]: 1 } });
  });

  it('is refused for a field that the type has not, with what Azure DevOps says', async () => {
    const { azureDevOps } = await openBench();
    const [parent] = await azureDevOps.readWorkItems([1004]);
    const attempt = azureDevOps.setFields(1004, parent?.rev ?? 0, { [completed]: 1 });
    await expect(attempt).rejects.toMatchObject({ message: expect.stringContaining('TF51535') });
  });

  it('reads a work item as it was, and none for a revision that there is not', async () => {
    const { azureDevOps } = await openBench();
    await azureDevOps.setFields(1001, 2, { [completed]: 7 });
    await azureDevOps.setFields(1001, 3, { [completed]: 8 });
    expect(await azureDevOps.readRevision(1001, 3)).toMatchObject({ rev: 3, fields: { [completed]: 7 } });
    expect(await azureDevOps.readRevision(1001, 99)).toBeNull();
    expect(await azureDevOps.readRevision(77, 1)).toBeNull();
  });

  it('knows which fields the items of a type have', async () => {
    const { azureDevOps } = await openBench();
    const types = await azureDevOps.workItemTypes('Atlas');
    const having = types.filter(({ fields }) => fields?.includes(completed)).map(({ name }) => name);
    expect(having).toEqual(['Task']);
  });
});
