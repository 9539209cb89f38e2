import { describe, expect, it, onTestFinished } from 'vitest';
import { startDemoSimulator, wantsSimulator } from './demo.ts';
import { eventually, openBench } from './testing.ts';

describe('the simulator of the demo', () => {
  it('is read like any Azure DevOps, also after it came back at another address', async () => {
    const { stint, follow, search } = await openBench();
    const { dependencies } = stint.server;
    const first = await startDemoSimulator(dependencies, stint.organizationId, 0);
    if (!first) throw new Error('no simulator');
    follow();
    await eventually(async () => expect(await search('1001')).toHaveLength(1));
    await rename(first.url, 'Zeppelin');
    await eventually(async () => expect(await search('zeppelin')).toHaveLength(1));
    await first.stop();

    const second = await startDemoSimulator(dependencies, stint.organizationId, 0);
    if (!second) throw new Error('no simulator');
    onTestFinished(() => second.stop());
    await eventually(async () => expect(await search('zeppelin')).toEqual([]));
    await rename(second.url, 'Balloon');
    await eventually(async () => expect(await search('balloon')).toHaveLength(1));
    const status = await stint.ask(stint.people.administrator, 'GET', '/api/rest/connection');
    expect(status.body).toMatchObject({ data: { url: second.url } });
  });

  it('takes a free port when its own is taken', async () => {
    const { stint, simulator } = await openBench();
    const taken = Number(new URL(simulator.url).port);
    const other = await startDemoSimulator(stint.server.dependencies, stint.organizationId, taken);
    expect(Number(new URL(other?.url ?? '').port)).not.toBe(taken);
    await other?.stop();
  });

  it('leaves a connection of the organization alone', async () => {
    const { stint, connect } = await openBench();
    const { dependencies } = stint.server;
    await connect();
    expect(await wantsSimulator(dependencies, stint.organizationId)).toBe(true);
    await dependencies.database.system
      .updateTable('azure_devops_connection')
      .set({ url: 'https://dev.azure.com/contoso' })
      .execute();
    expect(await wantsSimulator(dependencies, stint.organizationId)).toBe(false);
    expect(await startDemoSimulator(dependencies, stint.organizationId, 0)).toBeNull();
  });
});

async function rename(simulatorUrl: string, title: string): Promise<void> {
  await fetch(new URL('/_simulator/workitems/1001', simulatorUrl), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  });
}
