import { describe, expect, test } from 'vitest';
import type { Json } from '../../testing/test-server.ts';
import { setRules } from '../tracking/testing/tracker.ts';
import { useHub } from './testing/use-hub.ts';

const t = useHub();
const CLASSIC = encodeURIComponent('[{"name":"trackinghub"}]');
const limited = useHub({ quota: 'free' });

describe('faults of the arguments are errors with the sentence of REST', () => {
  test.each<[method: string, args: unknown[], path: string, body?: unknown]>([
    ['latest', [-1], 'latest/-1'],
    ['latest', ['many'], 'latest/many'],
    ['stopTracking', [2], 'stopTracking/2'],
    ['idleCheck', [3], 'idleCheck/3'],
    ['startTracking', [{ timeZone: 9000 }], 'startTracking', { timeZone: 9000 }],
    ['startTracking', [60, 'seven'], 'startTracking', { timeZone: 60, tfsId: 'seven' }],
    ['startTracking', [{ activityTypeId: 'x' }], 'startTracking', { activityTypeId: 'x' }],
    ['startTracking', [{ remark: 'a\0b' }], 'startTracking', { remark: 'a\0b' }],
    ['adjust', ['x'.repeat(40_000)], 'adjust', { remark: 'x'.repeat(40_000) }],
    ['selected', [-1], 'selected', { tfsId: -1 }],
    ['search', [[]], 'search', []],
    ['search', ['x'.repeat(500)], 'search', JSON.stringify('x'.repeat(500))],
  ])('%s %j', async (method, args, path, body) => {
    const verb = path.startsWith('latest') ? 'GET' : 'POST';
    const rest = await t.stint.ask(t.me, verb, `/api/tracking/client/${path}`, body);
    expect(rest.status).toBeGreaterThanOrEqual(400);
    const { connection } = await t.connect(t.me);
    const sentence = (rest.body['error'] as Json)['message'] as unknown as string;
    await expect(connection.invoke(method, ...args)).rejects.toThrow(sentence);
  });

  test.each<[method: string, args: unknown[], text: RegExp]>([
    ['activityCheck', [1], /activityCheck takes no argument/],
    ['current', [true, true], /current takes at most 1 argument, or one object/],
    ['startTracking', [60, 7, 'x', '', true, 'more'], /startTracking takes at most 5 arguments/],
    ['adjust', [{ remark: 'x' }, 'y'], /one object, or the values in their order/],
    ['startTracking', [[1, 2]], /timeZone/],
  ])('%s %j is told how it is called', async (method, args, text) => {
    const { connection } = await t.connect(t.me);
    await expect(connection.invoke(method, ...args)).rejects.toThrow(text);
    expect(await connection.invoke('current')).toHaveProperty('track');
  });
});

test('a business refusal is an answer with responseState', async () => {
  await setRules(t.stint, { workItemRequired: true });
  const { connection } = await t.connect(t.me);
  const refused = await connection.invoke<Json>('startTracking', { remark: 'no item' });
  expect(refused['trackSettings']).toMatchObject({ responseState: 'Error', responseMessage: /work item/i });
  const stopped = await connection.invoke<Json>('stopTracking');
  expect(stopped['trackSettings']).toMatchObject({ responseState: 'Warning' });
  await setRules(t.stint, {});
});

describe('operation states', () => {
  test('read-only: reads and pings are answered, writes are refused', async () => {
    const { connection } = await t.connect(t.me);
    await connection.invoke('startTracking', { remark: 'x' });
    await setRules(t.stint, { operation: 'readOnly', operationMessage: 'Licence ended.' });
    const current = await connection.invoke<Json>('current');
    expect(current['trackSettings']).toMatchObject({ isTrackingStartAllowed: false });
    expect(await connection.invoke('search', 'x')).toHaveProperty('workItems');
    expect(await connection.invoke('ping')).toHaveProperty('track');
    await expect(connection.invoke('stopTracking')).rejects.toThrow(/read-only.*Licence ended/);
    await setRules(t.stint, {});
  });

  test('maintenance: nobody connects, as REST answers nobody', async () => {
    await setRules(t.stint, { operation: 'maintenance', operationMessage: 'Back at noon.' });
    const { status, body } = await t.stint.ask(t.me, 'GET', '/api/tracking/client/current');
    const sentence = (body['error'] as Json)['message'] as unknown as string;
    for (const path of ['trackingHub/negotiate?negotiateVersion=1', `negotiate?connectionData=${CLASSIC}`]) {
      const headers = { authorization: `Bearer ${t.me.token}` };
      const answer = await fetch(`${t.url}/signalr/${path}`, { method: 'POST', headers });
      expect([answer.status, await answer.text()]).toEqual([status, sentence]);
    }
    await expect(t.connect(t.me, { skipNegotiation: true })).rejects.toThrow();
    await setRules(t.stint, {});
    expect(await (await t.connect(t.me)).connection.invoke('current')).toHaveProperty('track');
  });
});

test('the quota counts hub calls and REST calls together', async () => {
  const { connection } = await limited.connect(limited.me);
  const calls = Array.from({ length: 3 }, () => connection.invoke('current'));
  await Promise.all(calls);
  const answers = [];
  for (let asked = 0; asked < 2; asked += 1) {
    answers.push((await limited.stint.ask(limited.me, 'GET', '/api/rest/me')).status);
  }
  expect(answers).toEqual([200, 200]);
  await expect(connection.invoke('current')).rejects.toThrow(/quota "free".*try again in \d+ s/);
});
