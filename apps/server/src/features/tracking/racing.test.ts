import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createServer } from '../../composition.ts';
import { createLog } from '../../log.ts';
import { auditOf, MORNING, setRules, type Tracker, workLogsOf } from './testing/tracker.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();

/** The person's worklogs, which must not overlap; answers the seconds they add up to. */
async function bookedWithoutOverlap({ person }: Tracker): Promise<number> {
  let [free, sum] = [0, 0];
  for (const { started_at: startedAt, seconds } of await workLogsOf(t.stint, person)) {
    expect(Date.parse(startedAt)).toBeGreaterThanOrEqual(free);
    free = Date.parse(startedAt) + seconds * 1000;
    sum += seconds;
  }
  return sum;
}

test('of 50 racing starts on two servers one runs, and the others are booked one after the other', async () => {
  const { config, environment } = t.stint.server.dependencies;
  const clock = () => (t.now += 700);
  const second = await createServer({ config, environment, log: createLog('error'), clock });
  const appOf = (index: number) => (index % 2 === 0 ? t.stint.server.app : second.app);
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, index) =>
      appOf(index).inject({
        method: 'POST',
        url: '/api/tracking/client/startTracking?api-version=3.2',
        headers: { authorization: `Bearer ${t.me.person.token}` },
        payload: JSON.stringify({ tfsId: 1 + (index % 3), remark: `start ${index}` }),
      }),
    ),
  );
  expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 200));
  const states = answers.map((answer) => answer.json<{ timestamp: number; track: { workLogId: string } }>());
  expect(new Set(states.map((state) => state.timestamp)).size).toBe(50);
  const ids = states.map((state) => state.track.workLogId);
  const { track } = await t.me.get('current');
  expect(track.trackingState).toBe('tracking');
  const logs = await workLogsOf(t.stint, t.me.person);
  expect(new Set([...logs.map(({ id }) => id), track.workLogId])).toEqual(new Set(ids));
  expect(logs).toHaveLength(49);
  const booked = await bookedWithoutOverlap(t.me);
  const newest = states.toSorted((one, other) => other.timestamp - one.timestamp)[0];
  expect(newest?.track).toMatchObject({ workLogId: track.workLogId, totalMeTodayLength: booked });
  const actions = (await auditOf(t.stint, ids)).map(({ action }) => action);
  expect(actions.filter((action) => action === 'start')).toHaveLength(50);
  expect(actions.filter((action) => action === 'stop')).toHaveLength(49);
  await second.close();
});

test('starts, stops and reads that race never answer a fault', async () => {
  const paths = ['startTracking', 'stopTracking', 'adjust', 'activityCheck', 'selected', 'idleCheck/1'];
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const path = paths[index % paths.length] ?? '';
      return t.stint.ask(t.me.person, 'POST', `/api/tracking/client/${path}`, { tfsId: index, remark: 'x' });
    }),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await bookedWithoutOverlap(t.me);
});

const step = fc.record({
  wait: fc.oneof(fc.nat(5000), fc.nat(5_000_000)),
  call: fc.constantFrom(
    'startTracking',
    'startTracking',
    'stopTracking',
    'stopTracking/1',
    'adjust',
    'selected',
    'activityCheck',
    'idleCheck/0',
  ),
});
const rules = fc.record({
  longestTrack: fc.option(fc.integer({ min: 1, max: 4000 })),
  activityCheckEvery: fc.option(fc.integer({ min: 1, max: 4000 })),
  leastLength: fc.constantFrom(0, 0, 30),
});

test('whatever is called, what is booked and what runs never exceed the time that passed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), rules, async (steps, settings) => {
      t.now = MORNING;
      const tracker = await t.somebody();
      await setRules(t.stint, settings);
      let stamp = 0;
      for (const { wait, call } of steps) {
        t.now += wait;
        const answer = await t.stint.ask(tracker.person, 'POST', `/api/tracking/client/${call}`, {
          remark: 'x',
        });
        expect(answer.status).toBe(200);
        const timestamp = (await tracker.get('current')).timestamp;
        expect(timestamp).toBeGreaterThanOrEqual(stamp);
        stamp = timestamp;
      }
      const booked = await bookedWithoutOverlap(tracker);
      const { track } = await tracker.get('current');
      expect((booked + track.currentTrackLength) * 1000).toBeLessThanOrEqual(t.now - MORNING);
    }),
    { numRuns: 25 },
  );
  await setRules(t.stint, {});
});
