import {
  WorkItemErrorPolicy,
  WorkItemExpand,
} from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces.js';
import { describe, expect, it } from 'vitest';
import { openSimulator } from './harness.ts';

const title = (value: unknown) => ({ op: 'add', path: '/fields/System.Title', value });
const rev = (value: number) => ({ op: 'test', path: '/rev', value });

describe('work items through azure-devops-node-api', () => {
  it('are created with the first state of their type, changed, deleted and restored', async () => {
    const { tracking } = await openSimulator();
    const created = await tracking.createWorkItem(
      null,
      [title('Say hello')],
      'Borealis',
      'Product Backlog Item',
    );
    expect(created).toMatchObject({
      id: 1041,
      rev: 1,
      fields: { 'System.State': 'New', 'System.TeamProject': 'Borealis' },
    });
    const changes = [
      rev(1),
      title('Say goodbye'),
      { op: 'add', path: '/fields/System.AssignedTo', value: 'ann@demo.local' },
    ];
    const changed = await tracking.updateWorkItem(null, changes, 1041);
    expect(changed).toMatchObject({
      rev: 2,
      fields: { 'System.Title': 'Say goodbye', 'System.AssignedTo': { displayName: 'Ann Baker' } },
    });
    await tracking.deleteWorkItem(1041);
    expect(await tracking.getWorkItem(1041)).toBeNull();
    await tracking.restoreWorkItem({ isDeleted: false }, 1041);
    expect(await tracking.getWorkItem(1041)).toMatchObject({
      rev: 4,
      fields: { 'System.Title': 'Say goodbye' },
    });
  });

  it('answer 412 for a stale revision and stay as they are', async () => {
    const { tracking } = await openSimulator();
    await tracking.updateWorkItem(null, [title('First')], 1001);
    await expect(tracking.updateWorkItem(null, [rev(2), title('Second')], 1001)).rejects.toMatchObject({
      statusCode: 412,
      result: { typeKey: 'TestPatchOperationFailedException' },
    });
    expect(await tracking.getWorkItem(1001)).toMatchObject({ rev: 3, fields: { 'System.Title': 'First' } });
  });

  it.each([
    ['an empty title', title('')],
    ['a state of another type', { op: 'add', path: '/fields/System.State', value: 'Committed' }],
    ['an unknown person', { op: 'add', path: '/fields/System.AssignedTo', value: 'zoe@demo.local' }],
    ['a computed field', { op: 'add', path: '/fields/System.Id', value: 5 }],
    [
      'itself as parent',
      { op: 'add', path: '/relations/-', value: { rel: 'System.LinkTypes.Hierarchy-Reverse', url: '/1001' } },
    ],
  ])('refuse %s with nothing changed', async (_what, operation) => {
    const { tracking } = await openSimulator();
    await expect(tracking.updateWorkItem(null, [title('Changed'), operation], 1001)).rejects.toMatchObject({
      statusCode: 400,
    });
    expect(await tracking.getWorkItem(1001)).toMatchObject({
      rev: 2,
      fields: { 'System.Title': 'Retry failed uploads' },
    });
  });

  it('are read in one batch with Omit or Fail, chosen fields or relations', async () => {
    const { tracking } = await openSimulator();
    const fields = ['System.Id', 'System.Title'];
    expect(
      await tracking.getWorkItemsBatch({ ids: [1001, 7], fields, errorPolicy: WorkItemErrorPolicy.Omit }),
    ).toEqual([
      expect.objectContaining({
        id: 1001,
        fields: { 'System.Id': 1001, 'System.Title': 'Retry failed uploads' },
      }),
      null,
    ]);
    expect(
      await tracking.getWorkItemsBatch({ ids: [1001, 7], errorPolicy: WorkItemErrorPolicy.Fail }),
    ).toBeNull();
    const [item] = await tracking.getWorkItemsBatch({ ids: [1001], $expand: WorkItemExpand.Relations });
    expect(item?.relations).toMatchObject([
      { rel: 'System.LinkTypes.Hierarchy-Reverse', url: expect.stringMatching(/\/1004$/) },
    ]);
    const tooMany = Array.from({ length: 201 }, (_, index) => index + 1);
    await expect(tracking.getWorkItemsBatch({ ids: tooMany })).rejects.toMatchObject({ statusCode: 400 });
  });
});
