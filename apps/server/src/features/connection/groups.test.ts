import { describe, expect, it } from 'vitest';
import { makeGroup, rolesOf } from '../groups/testing.ts';
import { type Bench, eventually, openBench } from './testing.ts';

async function follow(bench: Bench): Promise<void> {
  await bench.connect();
  bench.follow();
}

/** The id by which Azure DevOps knows a group, as an administrator finds it. */
async function externalIdOf({ stint }: Bench, name: string): Promise<string> {
  const found = await stint.ask(
    stint.people.administrator,
    'GET',
    `/api/rest/groups/azureDevOps?$search=${encodeURIComponent(name)}`,
  );
  return String(found.body['data']?.[0 as unknown as string]?.['id']);
}

async function membersOf({ stint }: Bench, group: string): Promise<string[]> {
  const answer = await stint.ask(stint.people.administrator, 'GET', `/api/rest/groups/${group}/members`);
  return (answer.body['data'] as unknown as { uniqueName: string }[])
    .map(({ uniqueName }) => uniqueName)
    .sort();
}

function change({ simulator, control }: Bench, name: string, people: string[]): Promise<void> {
  const group = simulator.world.groups.find((each) => `[${each.scope}]\\${each.name}` === name);
  return control('PUT', `groups/${group?.id}`, { people });
}

describe('groups of Azure DevOps', () => {
  it('give their role to everybody in them, also by groups within them, and take it back', async () => {
    const bench = await openBench();
    const { stint } = bench;
    const cleo = await stint.addPerson(stint.organizationId, 'cleo', 'Team');
    await follow(bench);
    const externalId = await externalIdOf(bench, '[Atlas]\\Contrib');
    const wish = { name: 'Atlas', source: 'azureDevOps', externalId, role: 'Product' };
    const group = await makeGroup(stint, wish);
    await eventually(async () =>
      expect(await membersOf(bench, group)).toEqual(
        ['bob', 'cleo', 'dan', 'eve'].map((name) => `${name}@demo.local`),
      ),
    );
    expect(await rolesOf(stint, cleo)).toEqual(['Product', 'Team']);
    await change(bench, '[Atlas]\\Contributors', ['dan@demo.local']);
    await eventually(async () => expect(await membersOf(bench, group)).toEqual(['dan@demo.local']));
    expect(await rolesOf(stint, cleo)).toEqual(['Team', null]);
  });

  it('make people known before their first visit, in the time zone of the organization', async () => {
    const bench = await openBench();
    const { stint } = bench;
    const { system } = stint.server.dependencies.database;
    await system
      .updateTable('organization')
      .set({ settings: JSON.stringify({ timeZone: 'Europe/Oslo' }) })
      .where('id', '=', stint.organizationId)
      .execute();
    await change(bench, '[Atlas]\\Contributors', ['zoe@partner.example']);
    await follow(bench);
    const externalId = await externalIdOf(bench, '[Atlas]\\Contrib');
    await makeGroup(stint, { name: 'Atlas', source: 'azureDevOps', externalId, role: 'Team' });
    await eventually(async () => {
      const zoe = await system
        .selectFrom('person')
        .select(['role', 'own_role', 'time_zone', 'email'])
        .where('unique_name', '=', 'zoe@partner.example')
        .executeTakeFirst();
      expect(zoe).toEqual({
        role: 'Team',
        own_role: 'None',
        time_zone: 'Europe/Oslo',
        email: 'zoe@partner.example',
      });
    });
  });

  it('do not take the last administrator', async () => {
    const bench = await openBench();
    const { stint } = bench;
    const { administrator } = stint.people;
    const cleo = await stint.addPerson(stint.organizationId, 'cleo', 'Team');
    await follow(bench);
    const externalId = await externalIdOf(bench, 'Collection Admin');
    await change(bench, '[demo]\\Project Collection Administrators', ['cleo@demo.local', 'dan@demo.local']);
    const group = await makeGroup(stint, {
      name: 'Owners',
      source: 'azureDevOps',
      externalId,
      role: 'Administrator',
    });
    await eventually(async () => expect(await membersOf(bench, group)).toHaveLength(2));
    const body = { users: [{ id: administrator.id, role: { name: 'Team' } }] };
    await stint.ask(cleo, 'POST', '/api/rest/users/roles', body);
    await change(bench, '[demo]\\Project Collection Administrators', []);
    const { system } = stint.server.dependencies.database;
    await eventually(async () => {
      const kept = await system.selectFrom('audit_log').select('via').where('action', '=', 'keep').execute();
      expect(kept.map(({ via }) => via)).toEqual(['job', 'job']);
    });
    expect(await rolesOf(stint, cleo)).toEqual(['Administrator', 'Team']);
    const back = { users: [{ id: administrator.id, role: { name: 'Administrator' } }] };
    await stint.ask(cleo, 'POST', '/api/rest/users/roles', back);
    await eventually(async () => expect(await rolesOf(stint, cleo)).toEqual(['Team', null]));
  });

  it('stay as they are while they cannot be read, which administrators are told', async () => {
    const bench = await openBench();
    const { stint } = bench;
    await follow(bench);
    const externalId = await externalIdOf(bench, '[Atlas]\\Contrib');
    const group = await makeGroup(stint, { name: 'Atlas', source: 'azureDevOps', externalId, role: 'Team' });
    await eventually(async () => expect(await membersOf(bench, group)).toHaveLength(4));
    await bench.control('POST', 'faults', { status: 403, count: 100_000, path: '/graph/' });
    await eventually(async () => {
      const status = await stint.ask(stint.people.administrator, 'GET', '/api/rest/connection');
      expect(status.body['data']).toMatchObject({
        state: 'connected',
        message: expect.stringContaining('groups could not be read'),
      });
    });
    expect(await membersOf(bench, group)).toHaveLength(4);
  });

  it('cannot be chosen without a connection', async () => {
    const { stint } = await openBench();
    const answer = await stint.ask(stint.people.administrator, 'GET', '/api/rest/groups/azureDevOps');
    expect([answer.status, answer.body['error']?.['errorCode']]).toEqual([404, 'EntityNotFound']);
  });
});
