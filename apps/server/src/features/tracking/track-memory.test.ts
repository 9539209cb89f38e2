import { calls } from '@stint/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type Server } from '../../composition.ts';
import { createLog } from '../../log.ts';
import { createWorkLogs } from '../worklogs/service.ts';
import { createTracking } from './service.ts';
import { createTrackMemory } from './track-memory.ts';
import { auditOf, workLogsOf } from './testing/tracker.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();
let second: Server;

beforeAll(async () => {
  const { config, environment } = t.stint.server.dependencies;
  second = await createServer({ config, environment, log: createLog('error'), clock: () => t.now });
});
afterAll(() => second.close());

/** Asks the other server, which knows nothing of what the first one remembers. */
async function elsewhere(path: string, body: object = {}) {
  const answer = await second.app.inject({
    method: 'POST',
    url: `/api/tracking/client/${path}?api-version=3.2`,
    headers: { authorization: `Bearer ${t.me.person.token}` },
    payload: JSON.stringify(body),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ track: { tfsId: number | null; totalMeTodayLength: number } }>();
}

describe('a remembered track', () => {
  test('that another server has changed is read again: what runs there is ended and booked', async () => {
    const first = await t.me.post('startTracking', { remark: 'here' });
    t.now += 60_000;
    await elsewhere('startTracking', { remark: 'there', tfsId: 5 });
    t.now += 60_000;
    const again = await t.me.post('startTracking', { remark: 'here again' });
    t.now += 60_000;
    expect((await elsewhere('stopTracking')).track.totalMeTodayLength).toBe(180);
    const logs = await workLogsOf(t.stint, t.me.person);
    expect(logs.map(({ comment, seconds }) => [comment, seconds])).toEqual([
      ['here', 60],
      ['there', 60],
      ['here again', 60],
    ]);
    const ids = [first.track.workLogId ?? '', logs[1]?.id ?? '', again.track.workLogId ?? ''];
    const acts = await auditOf(t.stint, ids);
    expect(acts.map(({ action }) => action).toSorted()).toEqual(
      ['start', 'start', 'start', 'stop', 'stop', 'stop'].toSorted(),
    );
  });

  test('is not written over when its version fits and its stamp does not, as after a database was restored', async () => {
    await t.me.ask(calls.selectTrack, 'selected', { remark: 'next' });
    const { system } = t.stint.server.dependencies.database;
    const ofMe = sql`where person_id = ${t.me.person.id}::uuid`;
    const {
      rows: [older],
    } = await sql<{ state: string }>`select state::text as state from track ${ofMe}`.execute(system);
    t.now += 1_000;
    await t.me.post('startTracking', { remark: 'lost' });
    await sql`update track set state = jsonb_set(${older?.state}::jsonb, '{tracking,selected,comment}', '"kept"'),
      is_running = false ${ofMe}`.execute(system);
    t.now += 60_000;
    const stopped = await t.me.post('stopTracking');
    expect(stopped.track).toMatchObject({ trackingState: 'idle', remark: 'kept' });
    expect(await workLogsOf(t.stint, t.me.person)).toEqual([]);
  });

  test('shows time that was booked meanwhile, by whatever way', async () => {
    await t.me.post('startTracking', { tfsId: 77, remark: 'x' });
    const body = { length: 600, workItemId: 77, timestamp: '2026-03-02T07:00:00' };
    await t.stint.ask(t.me.person, 'POST', '/api/rest/workLogs', body);
    t.now += 60_000;
    const { track } = await t.me.post('stopTracking');
    expect(track).toMatchObject({ totalMeTodayLength: 660, totalMeLength: 660, totalTeamLength: 660 });
  });

  test('is not what a transaction wrote that was undone', async () => {
    await t.me.post('startTracking', { remark: 'before' });
    const { dependencies } = t.stint.server;
    const tracking = createTracking(dependencies, { workLogs: createWorkLogs(dependencies) });
    const organization = await dependencies.organizations.byId(t.stint.organizationId);
    const principal = await dependencies.principals.byToken(t.stint.organizationId, t.me.person.token);
    if (!organization || !principal) throw new Error('the person of the test is not known');
    const db = dependencies.database.organization(organization.id);
    const source = { personId: principal.id, via: 'tracking', address: null } as const;
    const asking = { db, organization, principal, source };
    const undone = db.transaction().execute(async (transaction) => {
      await tracking.adjust({ ...asking, db: transaction }, { remark: 'undone' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const { view } = await tracking.adjust(asking, { isBillable: true });
    expect(view.record.tracking.run?.details).toMatchObject({ comment: 'before', isBillable: true });
  });
});

test('many people are remembered, and one too many empties the memory rather than let it grow', () => {
  const memory = createTrackMemory();
  const versioned = (version: number) => ({ version }) as never;
  const whose = (number: number) => ({ organizationId: 'o', personId: `p${number}` });
  for (let number = 0; number < 10_000; number += 1) memory.keep(whose(number), versioned(number));
  expect(memory.recall(whose(0))).toEqual({ version: 0 });
  memory.keep(whose(10_000), versioned(10_000));
  expect(memory.recall(whose(0))).toBeNull();
  expect(memory.recall(whose(10_000))).toEqual({ version: 10_000 });
  memory.forget(whose(10_000));
  expect(memory.recall(whose(10_000))).toBeNull();
});
