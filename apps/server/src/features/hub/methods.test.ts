import { beforeEach, describe, expect, test } from 'vitest';
import type { Json, TestPerson } from '../../testing/test-server.ts';
import { useHub } from './testing/use-hub.ts';

const t = useHub();

/** One question to the clock, as REST asks it and as the hub does, in all forms of the arguments. */
interface Question {
  method: string;
  rest: readonly [method: 'GET' | 'POST', path: string, body?: unknown];
  hub: readonly (readonly unknown[])[];
  /** What must have happened before. */
  running?: boolean;
}

const none = '00000000-0000-0000-0000-000000000000';
const start = { timeZone: 60, tfsId: 1349, remark: 'x', activityTypeId: '', isBillable: true };
const questions: readonly Question[] = [
  { method: 'current', rest: ['GET', 'current'], hub: [[], [true], [{ expand: 'true' }], [null], ['']] },
  {
    method: 'latest',
    rest: ['GET', 'latest/5'],
    hub: [[5], ['5'], [{ count: 5 }], [{ $count: '5' }]],
    running: true,
  },
  {
    method: 'selected',
    rest: ['POST', 'selected', { tfsId: 7, remark: 'next', activityTypeId: none, calculateTotals: true }],
    hub: [
      [{ tfsId: '7', remark: 'next', activityTypeId: none }],
      [7, 'next', none, true],
      ['7', 'next', none],
    ],
  },
  {
    method: 'startTracking',
    rest: ['POST', 'startTracking', start],
    hub: [
      [start],
      [{ TfsId: '1349', TIMEZONE: '60', remark: 'x', isBillable: 'true' }],
      [60, 1349, 'x', '', true],
    ],
  },
  {
    method: 'stopTracking',
    rest: ['POST', 'stopTracking/1'],
    hub: [[1], ['1'], [{ reason: 1 }], [{ $reason: '1' }]],
    running: true,
  },
  {
    method: 'stopTracking',
    rest: ['POST', 'stopTracking', '""'],
    hub: [[], [''], [null], [0], [{}]],
    running: true,
  },
  { method: 'idleCheck', rest: ['POST', 'idleCheck/1'], hub: [[1], ['1'], [{ option: 1 }]] },
  { method: 'idleCheck', rest: ['POST', 'idleCheck/0'], hub: [[0], []], running: true },
  { method: 'activityCheck', rest: ['POST', 'activityCheck'], hub: [[], [''], [null], [{}]], running: true },
  { method: 'activityCheck', rest: ['POST', 'activityCheck'], hub: [[]] },
  {
    method: 'adjust',
    rest: ['POST', 'adjust', { remark: 'other', activityTypeId: none, tfsId: 8, isBillable: false }],
    hub: [['other', none, 8, false], [{ remark: 'other', activityTypeId: none, tfsId: '8' }]],
    running: true,
  },
  { method: 'adjust', rest: ['POST', 'adjust', { remark: 'too late' }], hub: [['too late']] },
  {
    method: 'search',
    rest: ['POST', 'search', '"1001"'],
    hub: [['1001'], [1001], [{ query: 1001 }], [{ Query: '1001' }]],
  },
  { method: 'search', rest: ['POST', 'search', '""'], hub: [[], ['']] },
];

const spellings = (method: string): readonly (readonly [hub: string, method: string])[] => [
  ['trackingHub', method],
  ['TRACKINGHUB', method.toUpperCase()],
  ['trackingHub/v3.2', method.toLowerCase()],
  ['trackinghub/V3.0', `v3.1:${method}`],
  ['trackingHub', `V3.3-beta:${method}`],
];

/** What differs between two people who did the same. */
function impersonal(answer: Json): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      ['userId', 'userName', 'userUniqueName', 'workLogId', 'id'].includes(key) && value !== null
        ? key
        : value,
    ),
  );
}

let others = 0;
async function somebody(running = false): Promise<TestPerson> {
  others += 1;
  const person = await t.stint.addPerson(t.stint.organizationId, `other${others}`, 'Team');
  await t.stint.ask(person, 'POST', '/api/tracking/client/idleCheck/0');
  if (!running) return person;
  const body = { timeZone: 60, tfsId: 7, remark: 'before' };
  await t.stint.ask(person, 'POST', '/api/tracking/client/startTracking', body);
  return person;
}

describe('REST and hub answer the same question with the same state', () => {
  beforeEach(() => {
    t.now += 60_000;
  });

  test.each(questions.map((question) => [question.method, question.rest[1], question] as const))(
    '%s (%s)',
    async (method, _path, { rest, hub, running }) => {
      const [verb, path, body] = rest;
      const asking = await somebody(running);
      const { status, body: answer } = await t.stint.ask(asking, verb, `/api/tracking/client/${path}`, body);
      expect(status).toBe(200);
      for (const args of hub) {
        const { connection } = await t.connect(await somebody(running));
        expect(impersonal(await connection.invoke<Json>(method, ...args))).toEqual(impersonal(answer));
      }
    },
  );
});

describe('every spelling of hub and method', () => {
  test.each([...new Set(questions.map(({ method }) => method)), 'ping'].flatMap(spellings))(
    '%s %s',
    async (hub, method) => {
      const { connection } = await t.connect(t.me, { hub });
      const answer = await connection.invoke<Json>(method);
      const { data, ...top } = answer;
      expect(data).toEqual(top);
    },
  );

  test('a ping answers the state that REST shows', async () => {
    await t.stint.ask(t.me, 'POST', '/api/tracking/client/startTracking', start);
    const { connection } = await t.connect(t.me);
    const pinged = await connection.invoke<Json>('ping');
    expect(pinged).toEqual((await t.stint.ask(t.me, 'GET', '/api/tracking/client/current')).body);
  });

  test('version 2.1 writes states as numbers, in answers and pushes', async () => {
    const client = await t.connect(t.me, { hub: 'trackingHub/v2.1' });
    const answer = await client.connection.invoke<Json>('startTracking', start);
    expect(answer['track']).toMatchObject({ trackingState: 0 });
    await expect.poll(() => client.of('trackingChanged')).toMatchObject([[{ track: { trackingState: 0 } }]]);
    const modern = await client.connection.invoke<Json>('v3.2:current');
    expect(modern['track']).toMatchObject({ trackingState: 'tracking' });
  });

  test.each(['trackingHub/v9.9', 'trackingHub/3.2', 'trackingHubs', 'trackingHub/v3.2/x', 'chat'])(
    'there is no hub %s',
    async (hub) => {
      await expect(t.connect(t.me, { hub })).rejects.toThrow(/404/);
    },
  );

  test.each(['start', 'v9.9:current', 'v3.2:', 'v3.2:nothing', 'constructor', '__proto__', 'searchByQuery'])(
    'there is no method %s',
    async (method) => {
      const { connection } = await t.connect(t.me);
      await expect(connection.invoke(method)).rejects.toThrow(`Unknown hub method '${method}'`);
      expect(await connection.invoke('current')).toHaveProperty('track');
    },
  );
});
