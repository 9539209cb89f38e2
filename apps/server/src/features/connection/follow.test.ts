import { describe, expect, it, onTestFinished } from 'vitest';
import { createServer } from '../../composition.ts';
import { createLog } from '../../log.ts';
import type { TestPerson, TestServer } from '../../testing/test-server.ts';
import { takeLeases } from './lease.ts';
import { eventually, openBench } from './testing.ts';

async function status(bench: Awaited<ReturnType<typeof openBench>>) {
  const { stint } = bench;
  const answer = await stint.ask(stint.people.administrator, 'GET', '/api/rest/connection');
  return answer.body['data'];
}

/** A bench whose first reading has ended. */
async function connected(prepare?: (stint: TestServer) => Promise<unknown>) {
  const bench = await openBench();
  await prepare?.(bench.stint);
  await bench.connect();
  const stop = bench.follow();
  await eventually(async () => expect(await status(bench)).toMatchObject({ state: 'connected' }));
  return { ...bench, stop, status: () => status(bench) };
}

describe('following Azure DevOps', () => {
  it('copies all work items with their types, hierarchy and meaning of states', async () => {
    const { stint, simulator, copy, status } = await connected();
    expect(await status()).toMatchObject({ workItems: simulator.world.items.size, message: null });
    const { system } = stint.server.dependencies.database;
    const items = await system
      .selectFrom('work_item')
      .select(['id', 'parent_id', 'state', 'state_category'])
      .execute();
    for (const { id, parent_id } of items) expect(parent_id).toBe(simulator.world.items.get(id)?.parentId);
    const categories = new Set(items.map((item) => `${item.state} ${item.state_category}`));
    expect([...categories]).toEqual(expect.arrayContaining(['To Do Proposed', 'Done Completed']));
    expect(await copy(1001)).toMatchObject({
      type: 'Task',
      project: 'Atlas',
      assigned_to: 'cleo@demo.local',
    });
    const answer = await stint.ask(stint.people.team, 'POST', '/api/tracking/client/search', '1001');
    expect(answer.body['workItems']).toMatchObject([
      {
        workItem: {
          id: 1001,
          color: expect.stringMatching(/^[0-9a-f]{6}$/i),
          workItemLink: `${simulator.url}/Atlas/_workitems/edit/1001`,
          parent: { id: simulator.world.items.get(1001)?.parentId },
        },
      },
    ]);
  });

  it('finds a changed title, under its old words no longer', async () => {
    const { control, search } = await connected();
    await control('PATCH', 'workitems/1001', { title: 'Zeppelin mooring' });
    await eventually(async () =>
      expect(await search('moor zepp')).toEqual(['In progress: Zeppelin mooring']),
    );
    await control('PATCH', 'workitems/1001', { title: 'Balloon' });
    await eventually(async () => expect(await search('balloon')).toHaveLength(1));
    expect(await search('zeppelin')).toEqual([]);
  });

  it('follows state, assignment, project and parent', async () => {
    let dan: TestPerson | undefined;
    const { control, copy, search } = await connected(async (stint) => {
      dan = await stint.addPerson(stint.organizationId, 'dan', 'Team');
    });
    await control('PATCH', 'workitems/1001', {
      title: 'Zeppelin',
      state: 'In Progress',
      project: 'Borealis',
      parentId: null,
    });
    await eventually(async () =>
      expect(await copy(1001)).toMatchObject({
        state_category: 'InProgress',
        project: 'Borealis',
        parent_id: null,
      }),
    );
    expect(await search('zeppelin')).toEqual(['In progress: Zeppelin']);
    const mine = { assignedTo: 'dan@demo.local', parentId: 1003 };
    await control('PATCH', 'workitems/1001', mine);
    await eventually(async () => expect(await search('zeppelin', dan)).toEqual(['Assigned to me: Zeppelin']));
    await eventually(async () => expect(await copy(1001)).toMatchObject({ parent_id: 1003 }));
  });

  it('takes a deleted item out of search and keeps its title', async () => {
    const { control, search, copy } = await connected();
    await control('PATCH', 'workitems/1001', { title: 'Zeppelin' });
    await eventually(async () => expect(await search('zeppelin')).toHaveLength(1));
    await control('DELETE', 'workitems/1001');
    await eventually(async () => expect(await search('zeppelin')).toEqual([]));
    expect(await copy(1001)).toMatchObject({ title: 'Zeppelin', deleted_at: expect.any(String) });
  });

  it('goes on serving while Azure DevOps is down, says so, and recovers by itself', async () => {
    const { control, search, status } = await connected();
    await control('PATCH', 'workitems/1001', { title: 'Zeppelin' });
    await eventually(async () => expect(await search('zeppelin')).toHaveLength(1));
    await control('POST', 'down', { down: true });
    await eventually(async () =>
      expect(await status()).toMatchObject({ state: 'unreachable', message: expect.any(String) }),
    );
    expect(await search('zeppelin')).toHaveLength(1);
    await control('PATCH', 'workitems/1001', { title: 'Balloon' });
    await control('POST', 'down', { down: false });
    await eventually(async () => expect(await search('balloon')).toHaveLength(1));
    await eventually(async () => expect(await status()).toMatchObject({ state: 'connected', message: null }));
  });

  it('slows down when it is asked to, without losing its state', async () => {
    const { control, status } = await connected();
    await control('POST', 'faults', { status: 429, retryAfter: 20, count: 1 });
    await eventually(async () =>
      expect(await status()).toMatchObject({ state: 'connected', message: expect.any(String) }),
    );
  });

  it('tells when the token is no longer accepted', async () => {
    const { control, status } = await connected();
    await control('POST', 'faults', { status: 401, count: 1000 });
    await eventually(async () => expect(await status()).toMatchObject({ state: 'unauthorized' }));
  });

  it('goes on after a restart where it has stopped', async () => {
    const { stint, stop, control, follow, search, copy } = await connected();
    await stop();
    const { system } = stint.server.dependencies.database;
    const before = await system.selectFrom('azure_devops_connection').selectAll().executeTakeFirstOrThrow();
    expect(before.revisions_token).not.toBeNull();
    // What was read before is not read again: this stays.
    await system.updateTable('work_item').set({ title: 'Only here' }).where('id', '=', 1002).execute();
    await control('PATCH', 'workitems/1001', { title: 'Zeppelin' });
    follow();
    await eventually(async () => expect(await search('zeppelin')).toHaveLength(1));
    expect(await copy(1002)).toMatchObject({ title: 'Only here' });
  });

  it('is shared by two server processes', async () => {
    const { stint, follow, control, search } = await connected();
    const { config, environment } = stint.server.dependencies;
    const second = await createServer({ config, environment, log: createLog('error') });
    onTestFinished(() => second.close());
    const stopSecond = follow(second);
    for (const word of ['Zeppelin', 'Balloon', 'Glider']) {
      await control('PATCH', 'workitems/1001', { title: word });
      await eventually(async () => expect(await search(word)).toHaveLength(1));
    }
    await stopSecond();
    await control('PATCH', 'workitems/1001', { title: 'Kite' });
    await eventually(async () => expect(await search('kite')).toHaveLength(1));
  });

  it('gives the lease to one of many who ask at once', async () => {
    const { stint, connect } = await openBench();
    await connect();
    const { system } = stint.server.dependencies.database;
    const leases = await Promise.all(Array.from({ length: 20 }, () => takeLeases(system, 4)));
    expect(leases.flat()).toHaveLength(1);
  });

  it('makes the people of Azure DevOps known without giving or taking rights', async () => {
    const { stint, simulator, connect, follow } = await openBench();
    const cleo = await stint.addPerson(stint.organizationId, 'cleo', 'Budget');
    const { system } = stint.server.dependencies.database;
    await connect();
    follow();
    const people = () =>
      system
        .selectFrom('person')
        .select(['id', 'unique_name', 'role', 'azure_devops_id'])
        .where('organization_id', '=', stint.organizationId)
        .where('azure_devops_id', 'is not', null)
        .execute();
    await eventually(async () => expect(await people()).toHaveLength(simulator.world.people.length));
    for (const { unique_name, role, id } of await people()) {
      if (unique_name === 'cleo@demo.local') expect({ id, role }).toEqual({ id: cleo.id, role: 'Budget' });
      else expect(role).toBe('None');
    }
    const organization = await system
      .selectFrom('organization')
      .select('azure_devops_collection_id')
      .where('id', '=', stint.organizationId)
      .executeTakeFirstOrThrow();
    expect(organization.azure_devops_collection_id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
