import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createServer, type Server } from '../../composition.ts';
import { createLog } from '../../log.ts';
import { createWorkLogs } from '../worklogs/service.ts';
import { trackingClock } from './clock-job.ts';
import { createTracking, type Tracking } from './service.ts';
import { auditOf, setRules, type Tracker, workLogsOf } from './testing/tracker.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();

/** One more server process on the same database, with its jobs running; it ends with the test, or when told. */
async function anotherServer(): Promise<Server> {
  const { config, environment } = t.stint.server.dependencies;
  const server = await createServer({ config, environment, log: createLog('silent'), clock: () => t.now });
  server.startJobs();
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= server.close());
  onTestFinished(close);
  return { ...server, close };
}

/** The status as it is stored: reading it over HTTP would let time pass by itself. */
async function storedStatus({ person }: Tracker): Promise<string> {
  const { system } = t.stint.server.dependencies.database;
  const row = await system
    .selectFrom('track')
    .select(sql<string>`state #>> '{tracking,status}'`.as('status'))
    .where('person_id', '=', person.id)
    .executeTakeFirstOrThrow();
  return row.status;
}

function untilStatus(trackers: readonly Tracker[], status: string): Promise<void> {
  return vi.waitFor(
    async () => {
      expect(await Promise.all(trackers.map(storedStatus))).toEqual(trackers.map(() => status));
    },
    { timeout: 20_000, interval: 50 },
  );
}

test('two servers end every overlong track once, and book it to its length', async () => {
  await setRules(t.stint, { longestTrack: 3600 });
  const trackers = await Promise.all(Array.from({ length: 40 }, () => t.somebody()));
  for (const each of trackers) await each.post('startTracking', { remark: 'x' });
  t.now += 10 * 3_600_000;
  await anotherServer();
  await anotherServer();
  await untilStatus(trackers, 'clientInputRequired');
  for (const each of trackers) {
    const logs = await workLogsOf(t.stint, each.person);
    expect(logs).toMatchObject([{ seconds: 3600 }]);
    const audit = await auditOf(t.stint, [logs[0]?.id ?? '']);
    expect(audit.map(({ action, via }) => [action, via])).toEqual([
      ['start', 'tracking'],
      ['stop', 'job'],
    ]);
  }
});

test('a track survives the death of its server, and what was due meanwhile happens as if on time', async () => {
  await setRules(t.stint, { activityCheckEvery: 600, activityCheckAnswerWithin: 60 });
  const first = await anotherServer();
  await first.app.inject({
    method: 'POST',
    url: '/api/tracking/client/startTracking?api-version=3.2',
    headers: { authorization: `Bearer ${t.me.person.token}` },
    payload: JSON.stringify({ remark: 'survives' }),
  });
  t.now += 100_000;
  expect((await t.me.post('activityCheck')).track.trackingState).toBe('tracking');
  await first.close();
  t.now += 86_400_000;
  await anotherServer();
  await untilStatus([t.me], 'clientInputRequired');
  expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([{ seconds: 100, comment: 'survives' }]);
  expect((await t.me.get('current')).track).toMatchObject({
    stoppedTrackType: 1,
    trackStatusChangeDate: '2026-03-02T09:12:40.1230000',
  });
});

test('asks for a sign of life and reminds of a clock that stands still', async () => {
  await setRules(t.stint, { activityCheckEvery: 600, idleCheckEvery: 600 });
  const idle = await t.somebody();
  await idle.post('idleCheck/0');
  t.now += 3_000_000;
  await t.me.post('startTracking', { remark: 'x' });
  t.now += 601_000;
  await anotherServer();
  await untilStatus([t.me], 'activityCheck');
  await untilStatus([idle], 'idleCheck');
});

test('rules that are changed while a track runs hold for it', async () => {
  await setRules(t.stint, {});
  await t.me.post('startTracking', { remark: 'x' });
  t.now += 7_200_000;
  const server = await anotherServer();
  await vi.waitFor(() => expect(server.dependencies.feed.isLive()).toBe(true), { timeout: 10_000 });
  await setRules(t.stint, { longestTrack: 3600 });
  await untilStatus([t.me], 'clientInputRequired');
  expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([{ seconds: 3600 }]);
});

test('goes on after the database has broken its connections', async () => {
  await setRules(t.stint, { longestTrack: 60 });
  await anotherServer();
  await t.me.post('startTracking', { remark: 'x' });
  t.now += 61_000;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usename = current_user`
    .execute(t.stint.server.dependencies.database.system)
    .catch(() => undefined);
  await untilStatus([t.me], 'clientInputRequired');
});

test('one record that fails does not keep the others waiting', async () => {
  await setRules(t.stint, { longestTrack: 60 });
  const { dependencies } = t.stint.server;
  const tracking = createTracking(dependencies, { workLogs: createWorkLogs(dependencies) });
  const [first, second] = [t.me, await t.somebody()];
  await first.post('startTracking', { remark: 'x' });
  await second.post('startTracking', { remark: 'y' });
  t.now += 61_000;
  const failing: Pick<Tracking, 'letTimePass'> = {
    async letTimePass(whose) {
      if (whose.personId === first.person.id) throw new Error('this one fails');
      await tracking.letTimePass(whose);
    },
  };
  const job = trackingClock({ ...dependencies, log: createLog('silent') }, failing);
  job.start();
  await untilStatus([second], 'clientInputRequired');
  await job.stop();
  expect(await storedStatus(first)).toBe('tracking');
});

test('a device that pings and then falls silent stops the track at its last ping', async () => {
  await setRules(t.stint, { connectionGrace: 60 });
  const { dependencies } = t.stint.server;
  const tracking = createTracking(dependencies, { workLogs: createWorkLogs(dependencies) });
  const organization = await dependencies.organizations.byId(t.stint.organizationId);
  const principal = await dependencies.principals.byToken(t.stint.organizationId, t.me.person.token);
  if (!organization || !principal) throw new Error('the person of the test is not known');
  const source = { personId: principal.id, via: 'tracking', address: null } as const;
  const asking = { db: dependencies.database.organization(organization.id), organization, principal, source };
  await tracking.start(asking, { remark: 'x' }, 'desktop');
  t.now += 30_000;
  await tracking.ping(asking, 'desktop');
  t.now += 45_000;
  await tracking.ping(asking, 'desktop');
  t.now += 61_000;
  expect((await t.me.get('current')).track).toMatchObject({
    trackingState: 'clientInputRequired',
    stoppedTrackType: 2,
  });
  expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([{ seconds: 75 }]);
});
