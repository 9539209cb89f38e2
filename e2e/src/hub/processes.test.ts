import { type Live, live, type LiveState } from '@stint/client/live';
import { tcpProxy } from '@stint/client/testing';
import type { TrackingState } from '@stint/contract';
import { testDatabase } from '@stint/postgres/testing';
import { migrationsFolder } from '@stint/server/testing';
import { type TestRedis, testRedis } from '@stint/server/testing/redis';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { freePort, startStint, type StintProcess } from '../kill/stint-process.ts';
import { balancer } from './balancer.ts';
import { everyKind, type Device as HubDevice } from './devices.ts';

const TOKEN = 'hub-processes-hub-processes-hub-processes-1';

let redis: TestRedis;
beforeAll(async () => {
  redis = await testRedis();
});
afterAll(() => redis.kill());

/** A device of the administrator that `@stint/client` keeps connected, and what it was told. */
interface Device {
  client: Live;
  states: TrackingState[];
  changes: (string | null)[];
  online: LiveState[];
}

function device(baseUrl: string): Device {
  const seen: Omit<Device, 'client'> = { states: [], changes: [], online: [] };
  const client = live({
    baseUrl,
    version: '3.2',
    accessToken: () => TOKEN,
    onState: (state) => void seen.online.push(state),
    on: {
      trackingChanged: (state) => void seen.states.push(state),
      workLogChanged: (id) => void seen.changes.push(id),
    },
  });
  onTestFinished(() => client.stop());
  return { client, ...seen };
}

const online = ({ client }: Device) => expect.poll(client.state, { timeout: 20_000 }).toBe('online');
const remark = ({ states }: Device) => states.at(-1)?.track.remark;

describe.each([
  ['LISTEN/NOTIFY', () => ({})],
  ['Redis', () => ({ REDIS_URL: redis.url })],
])('two server processes on one database, told by %s', (_name, carrier) => {
  let processes: [StintProcess, StintProcess];
  let close: () => Promise<void>;
  let start: (port?: string) => Promise<StintProcess>;

  beforeAll(async () => {
    const database = await testDatabase(migrationsFolder);
    start = async (port) =>
      startStint({
        ...carrier(),
        DATABASE_URL: database.connectionString,
        STINT_PORT: port ?? (await freePort()),
        STINT_HOST: '127.0.0.1',
        STINT_BOOTSTRAP_TOKEN: TOKEN,
        STINT_SECRET_KEY: 'ab'.repeat(32),
      });
    // One after the other: the first makes the organization.
    processes = [await start(), await start()];
    close = async () => {
      await Promise.all(processes.map((each) => each.kill()));
      await database.drop();
    };
  });
  afterAll(() => close());

  test('a push crosses from one to the other', async () => {
    const [here, there] = processes.map(({ address }) => device(address)) as [Device, Device];
    await online(here);
    await online(there);
    await here.client.startTracking({ remark: 'here' });
    await expect.poll(() => remark(there)).toBe('here');
    await there.client.adjust({ remark: 'there' });
    await expect.poll(() => remark(here)).toBe('there');
    await here.client.stopTracking();
    for (const each of [here, there]) await expect.poll(() => each.changes.length).toBe(1);
    expect(there.changes).toEqual(here.changes);
  });

  test('a process that is killed: its clients go to the other, and the clock with them', async () => {
    const proxy = await tcpProxy(portOf(processes[0]));
    onTestFinished(() => proxy.close());
    const moving = device(`http://127.0.0.1:${proxy.port}`);
    const staying = device(processes[1].address);
    await online(moving);
    await online(staying);
    const started = await moving.client.startTracking({ remark: 'runs on' });
    await processes[0].kill();
    proxy.leadTo(portOf(processes[1]));
    await expect.poll(() => moving.online.includes('offline')).toBe(true);
    await online(moving);
    expect(moving.states.at(-1)?.track).toMatchObject({
      remark: 'runs on',
      trackingState: 'tracking',
      workLogId: started.track.workLogId,
      currentTrackStartedDateTime: started.track.currentTrackStartedDateTime,
    });
    await staying.client.adjust({ remark: 'and is seen' });
    await expect.poll(() => remark(moving)).toBe('and is seen');
    await moving.client.stopTracking();
    processes[0] = await start();
  });

  test('a process that is killed behind one address: its own come back on the other in step, those there notice nothing', async () => {
    const front = await balancer(processes.map(portOf));
    onTestFinished(() => front.close());
    const [own, others] = ([0, 1] as const).map((server) =>
      everyKind({ address: front.address, token: TOKEN }, server),
    ) as [HubDevice[], HubDevice[]];
    const all = [...own, ...others];
    onTestFinished(async () => void (await Promise.all(all.map((each) => each.stop()))));
    const shown = () => all.map((each) => [each.name, each.remark(), each.connects()]);
    const expected = (remark: string, ownConnects: number) =>
      all.map((each) => [each.name, remark, own.includes(each) ? ownConnects : 1]);
    await expect.poll(() => all.map((each) => each.connects())).toEqual(all.map(() => 1));

    const actor = device(processes[1].address);
    await online(actor);
    await actor.client.startTracking({ remark: 'before' });
    await expect.poll(shown).toEqual(expected('before', 1));
    await processes[0].kill();
    await actor.client.adjust({ remark: 'meanwhile' });
    await expect.poll(shown, { timeout: 20_000 }).toEqual(expected('meanwhile', 2));
    await actor.client.adjust({ remark: 'after' });
    await expect.poll(shown).toEqual(expected('after', 2));
    await actor.client.stopTracking();
    processes[0] = await start();
  });

  test('a process that is stopped tells its clients, and one that is started anew serves them again', async () => {
    const said: string[] = [];
    const client = live({
      baseUrl: processes[0].address,
      version: '3.2',
      accessToken: () => TOKEN,
      on: { disconnected: (reason) => void said.push(reason) },
    });
    onTestFinished(() => client.stop());
    await expect.poll(client.state, { timeout: 20_000 }).toBe('online');
    expect(await processes[0].stop()).toBe(0);
    await expect.poll(() => said).toEqual(['The server stops; it will be back in a moment.']);
    await expect.poll(client.state).toBe('offline');
    processes[0] = await start(String(portOf(processes[0])));
    await expect.poll(client.state, { timeout: 20_000 }).toBe('online');
  });
});

function portOf({ address }: StintProcess): number {
  return Number(new URL(address).port);
}
