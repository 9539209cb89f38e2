import { describe, expect, it } from 'vitest';
import { openBench } from './harness.ts';

async function bench(deployment: 'services' | 'server') {
  const { azureDevOps, simulator, control } = await openBench({ deployment });
  const named = async (name: string): Promise<string> => {
    const [found] = await azureDevOps.findGroups(name, 10);
    if (found === undefined) throw new Error(`no group ${name}`);
    return found.id;
  };
  const membersOf = async (name: string): Promise<string[]> => {
    const people = (await azureDevOps.groupMembers(await named(name))) ?? [];
    return people.map(({ uniqueName }) => uniqueName).sort();
  };
  const change = async (name: string, members: { people?: string[]; groups?: string[] }) => {
    const group = simulator.world.groups.find((each) => `[${each.scope}]\\${each.name}` === name);
    return control('PUT', `groups/${group?.id}`, members);
  };
  const idOf = (name: string): string =>
    simulator.world.groups.find((each) => `[${each.scope}]\\${each.name}` === name)?.id ?? '';
  return { azureDevOps, named, membersOf, change, idOf };
}

describe.each(['services', 'server'] as const)('groups of Azure DevOps %s', (deployment) => {
  it('are found by name, with their scope', async () => {
    const { azureDevOps } = await bench(deployment);
    expect(await azureDevOps.findGroups('contributors', 50)).toMatchObject([
      { name: '[Atlas]\\Contributors', description: expect.stringContaining('Members') },
      { name: '[Borealis]\\Contributors' },
    ]);
    expect(await azureDevOps.findGroups('contributors', 1)).toHaveLength(1);
    expect(await azureDevOps.findGroups('nothing like it', 50)).toEqual([]);
  });

  it('have the people of the groups within them', async () => {
    const { membersOf } = await bench(deployment);
    expect(await membersOf('[Atlas]\\Contributors')).toEqual([
      'bob@demo.local',
      'cleo@demo.local',
      'dan@demo.local',
      'eve@demo.local',
    ]);
    expect(await membersOf('[Borealis]\\Project Administrators')).toEqual([
      'admin@demo.local',
      'ann@demo.local',
    ]);
  });

  it('are read though they contain each other', async () => {
    const { membersOf, change, idOf } = await bench(deployment);
    await change('[Atlas]\\Atlas Team', {
      people: ['eve@demo.local'],
      groups: [idOf('[Atlas]\\Contributors')],
    });
    expect(await membersOf('[Atlas]\\Contributors')).toEqual(['bob@demo.local', 'eve@demo.local']);
  });

  it('have people who are in no team', async () => {
    const { azureDevOps, named, change } = await bench(deployment);
    await change('[Atlas]\\Contributors', { people: ['zoe@partner.example'] });
    expect(await azureDevOps.groupMembers(await named('[Atlas]\\Contributors'))).toEqual([
      {
        id: deployment === 'services' ? '' : expect.stringMatching(/^[0-9a-f-]{36}$/),
        uniqueName: 'zoe@partner.example',
        displayName: 'zoe@partner.example',
      },
    ]);
  });

  it('that are not there have no members', async () => {
    const { azureDevOps } = await bench(deployment);
    expect(await azureDevOps.groupMembers('11111111-1111-1111-1111-111111111111')).toBeNull();
  });

  it('tell what is wrong with the token', async () => {
    const { azureDevOps } = await openBench({ deployment, credential: { kind: 'pat', pat: 'wrong' } });
    await expect(azureDevOps.findGroups('x', 5)).rejects.toMatchObject({ kind: 'unauthorized' });
  });
});

it('All groups of Services are listed, page by page', async () => {
  const { azureDevOps } = await bench('services');
  expect(await azureDevOps.findGroups('', 50)).toHaveLength(7);
});
