import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createServer, type Server } from '../../composition.ts';
import { createLog } from '../../log.ts';
import { type TestRedis, testRedis } from '../../testing/redis.ts';
import { type Json, type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { setRules } from '../tracking/testing/tracker.ts';
import { type HubClient, hubClient } from './testing/hub-client.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await testRedis();
});
afterAll(() => redis.kill());

const remarkOf = (client: HubClient) =>
  (client.of('trackingChanged').at(-1)?.[0] as Json | undefined)?.['track']?.['remark'];

describe.each([
  ['LISTEN/NOTIFY', () => null],
  ['Redis', () => redis.url],
])('two server processes told by %s', (_name, redisUrl) => {
  let stint: TestServer;
  let urls: [string, string];
  let second: Server;
  let now = Date.parse('2026-03-02T08:00:00Z');
  let people = 0;

  async function serverBeside(): Promise<{ server: Server; url: string }> {
    const { config, environment } = stint.server.dependencies;
    const server = await createServer({ config, environment, log: createLog('silent'), clock: () => now });
    return { server, url: await server.app.listen({ port: 0, host: '127.0.0.1' }) };
  }

  beforeAll(async () => {
    stint = await testServer({
      environment: { redisUrl: redisUrl() },
      clock: () => now,
      log: createLog('silent'),
    });
    const first = await stint.server.app.listen({ port: 0, host: '127.0.0.1' });
    const beside = await serverBeside();
    second = beside.server;
    urls = [first, beside.url];
  });
  afterAll(async () => {
    await second.close();
    await stint.close();
  });

  async function somebody(): Promise<TestPerson> {
    people += 1;
    return stint.addPerson(stint.organizationId, `process${people}`, 'Team');
  }

  async function connect(url: string, person: TestPerson): Promise<HubClient> {
    const client = hubClient(url, person);
    await client.connection.start();
    return client;
  }

  test('what is done at one is pushed to the connections at both', async () => {
    const me = await somebody();
    const clients = [await connect(urls[0], me), await connect(urls[1], me)];
    await clients[0]?.connection.invoke('startTracking', { remark: 'hub' });
    for (const each of clients) await expect.poll(() => remarkOf(each)).toBe('hub');
    await stint.ask(me, 'POST', '/api/tracking/client/adjust', { remark: 'REST' });
    for (const each of clients) await expect.poll(() => remarkOf(each)).toBe('REST');
    await clients[1]?.connection.invoke('stopTracking');
    for (const each of clients) {
      await expect.poll(() => each.of('workLogChanged')).toEqual([[expect.any(String), 'created']]);
    }
  });

  test('what the clock brings about is pushed, whichever process found it', async () => {
    await setRules(stint, { longestTrack: 3600 });
    const me = await somebody();
    const client = await connect(urls[0], me);
    await client.connection.invoke('startTracking', { remark: 'long' });
    now += 7_200_000;
    const { server } = await serverBeside();
    onTestFinished(() => server.close());
    server.startJobs();
    await expect
      .poll(() => client.of('trackingChanged').at(-1)?.[0], { timeout: 10_000 })
      .toMatchObject({
        track: { trackingState: 'clientInputRequired', stoppedTrackType: 4 },
      });
  });

  test('a write that nobody’s process made (the command line, another release) is pushed too', async () => {
    const me = await somebody();
    const client = await connect(urls[1], me);
    await client.connection.invoke('startTracking', { remark: 'x' });
    await client.connection.invoke('stopTracking');
    const { system } = stint.server.dependencies.database;
    await system
      .updateTable('work_log')
      .set({ comment: 'by hand', version: sql<number>`version + 1` })
      .where('person_id', '=', me.id)
      .execute();
    await expect.poll(() => client.of('workLogChanged').at(-1)?.[1]).toBe('changed');
  });

  test('a push is sent if and only if its transaction commits', async () => {
    const me = await somebody();
    const client = await connect(urls[1], me);
    await client.connection.invoke('startTracking', { remark: 'x' });
    await client.connection.invoke('stopTracking');
    await expect.poll(() => client.of('workLogChanged').length).toBe(1);
    const { system } = stint.server.dependencies.database;
    const change = (comment: string, isKept: boolean) =>
      system
        .transaction()
        .execute(async (transaction) => {
          await transaction
            .updateTable('work_log')
            .set({ comment, version: sql<number>`version + 1` })
            .where('person_id', '=', me.id)
            .execute();
          if (!isKept) throw new Error('rolled back');
        })
        .catch(() => undefined);
    await change('lost', false);
    await change('kept', true);
    await expect.poll(() => client.of('workLogChanged').length).toBe(2);
  });

  test('nothing is told, and no event is left, where nobody is connected', async () => {
    const { system } = stint.server.dependencies.database;
    await system.deleteFrom('live_process').execute();
    const me = await somebody();
    await stint.ask(me, 'POST', '/api/rest/workLogs', { length: 60, comment: 'x' });
    expect(await system.selectFrom('live_event').selectAll().execute()).toEqual([]);
  });
});

describe('a carrier that breaks', () => {
  test('Redis comes back: what was missed is made good', async () => {
    const own = await testRedis();
    onTestFinished(() => own.kill());
    const stint = await testServer({ environment: { redisUrl: own.url }, log: createLog('silent') });
    onTestFinished(() => stint.close());
    const url = await stint.server.app.listen({ port: 0, host: '127.0.0.1' });
    const client = hubClient(url, stint.people.team);
    await client.connection.start();
    await own.kill();
    await stint.ask(stint.people.team, 'POST', '/api/tracking/client/startTracking', { remark: 'meanwhile' });
    await own.start();
    await expect.poll(() => remarkOf(client), { timeout: 10_000 }).toBe('meanwhile');
  });

  test('a connection opens while Redis is away, and is told once it is back', async () => {
    const own = await testRedis();
    onTestFinished(() => own.kill());
    await own.kill();
    const stint = await testServer({ environment: { redisUrl: own.url }, log: createLog('silent') });
    onTestFinished(() => stint.close());
    const url = await stint.server.app.listen({ port: 0, host: '127.0.0.1' });
    const client = hubClient(url, stint.people.team);
    await client.connection.start();
    await client.connection.invoke('startTracking', { remark: 'early' });
    await own.start();
    await expect.poll(() => remarkOf(client), { timeout: 10_000 }).toBe('early');
  });

  test('PostgreSQL breaks the listening connection: what was missed is made good', async () => {
    const stint = await testServer({ log: createLog('silent') });
    onTestFinished(() => stint.close());
    const url = await stint.server.app.listen({ port: 0, host: '127.0.0.1' });
    const client = hubClient(url, stint.people.team);
    await client.connection.start();
    await stint.ask(stint.people.team, 'POST', '/api/tracking/client/startTracking', { remark: 'a' });
    await expect.poll(() => remarkOf(client)).toBe('a');
    const owner = new Client(stint.database.connectionString);
    await owner.connect();
    await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'stint listen'`);
    await owner.end();
    await stint.ask(stint.people.team, 'POST', '/api/tracking/client/adjust', { remark: 'b' });
    await expect.poll(() => remarkOf(client), { timeout: 10_000 }).toBe('b');
    await expect
      .poll(() => client.of('workLogChanged').at(-1), { timeout: 10_000 })
      .toEqual([null, 'changed']);
  });
});
