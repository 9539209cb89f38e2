import { demoPeople } from '@stint/azure-devops-simulator';
import { describe, expect, it } from 'vitest';
import { connect } from './connect.ts';
import { openBench } from './harness.ts';

describe('an organization', () => {
  it('tells who the credential belongs to', async () => {
    const { azureDevOps } = await openBench();
    expect(await azureDevOps.whoAmI()).toEqual({
      instanceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      deployment: 'services',
      user: demoPeople[0],
    });
  });

  it('lists projects, their types with states and categories, and the people of their teams', async () => {
    const { azureDevOps } = await openBench();
    expect((await azureDevOps.projects()).map(({ name }) => name)).toEqual(['Atlas', 'Borealis']);
    const types = await azureDevOps.workItemTypes('Atlas');
    expect(types.map(({ name }) => name)).toEqual(['Epic', 'Feature', 'Product Backlog Item', 'Bug', 'Task']);
    expect(types.at(-1)?.states).toContainEqual({
      name: 'In Progress',
      color: '007acc',
      category: 'InProgress',
    });
    expect(await azureDevOps.people()).toEqual(demoPeople);
  });

  it('lists the iterations of a project with their days, as work items name them', async () => {
    const { azureDevOps } = await openBench();
    const iterations = await azureDevOps.iterations('Atlas');
    expect(iterations[0]).toEqual({ path: 'Atlas', startDate: null, finishDate: null });
    expect(iterations[1]).toEqual({
      path: 'Atlas\\Sprint 1',
      startDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      finishDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(iterations).toHaveLength(29);
    await expect(azureDevOps.iterations('Nowhere')).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('says notFound with the reason of the server for a project that is not there', async () => {
    const { azureDevOps } = await openBench();
    await expect(azureDevOps.workItemTypes('Nowhere')).rejects.toMatchObject({
      kind: 'notFound',
      message: expect.stringContaining('TF200016'),
    });
  });

  it('says notFound for an address that is no collection', async () => {
    const { simulator } = await openBench();
    const url = simulator.url.replace('/demo', '/other');
    const elsewhere = connect({ url, credential: { kind: 'pat', pat: 'simulator' } });
    await expect(elsewhere.whoAmI()).rejects.toMatchObject({ kind: 'notFound' });
    await expect(elsewhere.projects()).rejects.toMatchObject({ kind: 'notFound' });
  });

  it.each(['ftp://example.org/demo', 'no address', 'https://ann:secret@example.org/demo'])(
    'refuses the address %s',
    (url) => {
      expect(() => connect({ url, credential: { kind: 'pat', pat: 'x' } })).toThrow(
        expect.objectContaining({ kind: 'unreachable', message: expect.not.stringContaining('secret') }),
      );
    },
  );
});
