import { describe, expect, test } from 'vitest';
import { createServer } from '../../composition.ts';
import { createLog } from '../../log.ts';
import type { Json } from '../../testing/test-server.ts';
import { setRules } from '../tracking/testing/tracker.ts';
import { hubClient } from './testing/hub-client.ts';
import { useHub } from './testing/use-hub.ts';

const t = useHub();
const tracking = '/api/tracking/client';

const trackOf = (push: unknown[] | undefined) => (push?.[0] as Json | undefined)?.['track'];

test('what one device starts, changes and stops, all connections of the person are told', async () => {
  const one = await t.connect(t.me);
  const other = await t.connect(t.me, { hub: 'trackingHub/v3.2' });
  const started = await one.connection.invoke<Json>('startTracking', { remark: 'a' });
  await expect.poll(() => other.of('trackingChanged').length).toBe(1);
  expect(other.of('trackingChanged')[0]?.[0]).toEqual(started['data']);
  await t.stint.ask(t.me, 'POST', `${tracking}/adjust`, { remark: 'b' });
  await expect.poll(() => trackOf(one.of('trackingChanged').at(-1))).toMatchObject({ remark: 'b' });
  t.now += 60_000;
  await t.stint.ask(t.me, 'POST', `${tracking}/stopTracking`);
  for (const each of [one, other]) {
    await expect
      .poll(() => trackOf(each.of('trackingChanged').at(-1)))
      .toMatchObject({ trackingState: 'idle' });
    await expect.poll(() => each.of('workLogChanged')).toEqual([[expect.any(String), 'created']]);
    expect(each.of('trackingChanged')).toHaveLength(3);
  }
});

test('nobody else is told: not a colleague, not another organization', async () => {
  const colleague = await t.connect(t.stint.people.team);
  const stranger = await t.connect(t.stint.people.stranger, { before: '/other' });
  const mine = await t.connect(t.me);
  await mine.connection.invoke('startTracking', { remark: 'secret' });
  await mine.connection.invoke('stopTracking');
  await t.stint.ask(t.me, 'POST', '/api/rest/workLogs', { length: 60, comment: 'secret' });
  await expect.poll(() => mine.of('workLogChanged').length).toBe(2);
  // What was sent before is told before: a push of their own shows that nothing of mine came.
  for (const each of [colleague, stranger]) {
    await each.connection.invoke('startTracking', { remark: 'own' });
    await expect.poll(() => each.told.length).toBe(1);
    expect(trackOf(each.told[0]?.args)).toMatchObject({ remark: 'own' });
    await each.connection.invoke('stopTracking');
  }
});

describe('worklogs', () => {
  test('created, changed, deleted and restored by REST, each once', async () => {
    const client = await t.connect(t.me);
    const { body } = await t.stint.ask(t.me, 'POST', '/api/rest/workLogs', { length: 60, comment: 'a' });
    const id = (body['data'] as Json)['id'];
    await t.stint.ask(t.me, 'PATCH', `/api/rest/workLogs/${String(id)}`, { comment: 'b' });
    await t.stint.ask(t.me, 'DELETE', `/api/rest/workLogs/${String(id)}`);
    const kinds = ['created', 'changed', 'deleted'].map((kind) => [id, kind]);
    await expect.poll(() => client.of('workLogChanged')).toEqual(kinds);
  });

  test('booked by an administrator for the person', async () => {
    const client = await t.connect(t.me);
    const { administrator } = t.stint.people;
    await t.stint.ask(administrator, 'POST', '/api/rest/workLogs', {
      length: 60,
      comment: 'a',
      userId: t.me.id,
    });
    await expect.poll(() => client.of('workLogChanged')).toMatchObject([[expect.any(String), 'created']]);
  });

  test('a batch of a few tells each, one of many tells once that the list is to be read again', async () => {
    const client = await t.connect(t.me);
    const entry = (comment: string) => ({ length: 60, comment });
    await t.stint.ask(t.me, 'POST', '/api/rest/workLogs/batch', ['a', 'b', 'c'].map(entry));
    await expect.poll(() => client.of('workLogChanged').length).toBe(3);
    await t.stint.ask(
      t.me,
      'POST',
      '/api/rest/workLogs/batch',
      Array.from({ length: 300 }, () => entry('x')),
    );
    await expect.poll(() => client.of('workLogChanged').length).toBe(4);
    expect(client.of('workLogChanged')[3]).toEqual([null, 'changed']);
  });

  test('what was refused is not told', async () => {
    const client = await t.connect(t.me);
    const batch = [{ length: 60, comment: 'a' }, { length: -1 }];
    const { status } = await t.stint.ask(t.me, 'POST', '/api/rest/workLogs/batch', batch);
    expect(status).toBeGreaterThanOrEqual(400);
    await t.stint.ask(t.me, 'POST', '/api/rest/workLogs', { length: 60, comment: 'kept' });
    await expect.poll(() => client.told.length).toBe(1);
  });
});

describe('the activity check', () => {
  test('is told with its seconds, and its end with the state', async () => {
    await setRules(t.stint, { activityCheckEvery: 600, activityCheckAnswerWithin: 60 });
    const client = await t.connect(t.me);
    await client.connection.invoke('startTracking', { remark: 'x' });
    await expect.poll(() => client.of('trackingChanged').length).toBe(1);
    t.now += 610_000;
    await client.connection.invoke('current');
    await expect.poll(() => client.of('activityCheckStarted')).toEqual([[50]]);
    await client.connection.invoke('activityCheck');
    await expect.poll(() => client.of('activityCheckEnded').length).toBe(1);
    expect(trackOf(client.of('activityCheckEnded')[0])).toMatchObject({ trackingState: 'tracking' });
    await setRules(t.stint, {});
  });

  test('a ping is nothing that anybody is told', async () => {
    const client = await t.connect(t.me);
    await client.connection.invoke('startTracking', { remark: 'x' });
    await expect.poll(() => client.told.length).toBe(1);
    for (let count = 0; count < 5; count += 1) {
      t.now += 1000;
      await client.connection.invoke('ping');
    }
    await client.connection.invoke('adjust', 'y');
    await expect.poll(() => client.told.length).toBe(2);
    expect(trackOf(client.told[1]?.args)).toMatchObject({ remark: 'y' });
  });
});

describe('settings', () => {
  test('of the organization and of the person are told to whom they concern', async () => {
    const client = await t.connect(t.me);
    const { administrator } = t.stint.people;
    const made = await t.stint.ask(administrator, 'POST', '/api/rest/activityTypes', {
      name: `Live ${t.me.id}`,
      color: '00ff00',
    });
    expect(made.status).toBe(200);
    const typeId = String((made.body['data'] as Json)['id']);
    await expect.poll(() => client.of('settingsChanged').length).toBe(1);
    const [settings] = client.of('settingsChanged')[0] as Json[];
    expect(JSON.stringify(settings)).toContain(typeId);
    await t.stint.ask(t.me, 'PATCH', '/api/rest/me/settings', { defaultActivityTypeId: typeId });
    await expect
      .poll(() => client.of('settingsChanged').at(-1)?.[0])
      .toMatchObject({
        activityType: { defaultActivity: typeId },
      });
  });

  test('an organization that is closed for writing is told by a state, and goes on', async () => {
    const client = await t.connect(t.me);
    for (const [operation, isTrackingStartAllowed] of [
      ['readOnly', false],
      ['active', true],
    ] as const) {
      await setRules(t.stint, { operation });
      await expect
        .poll(() => client.of('trackingChanged').at(-1)?.[0])
        .toMatchObject({ trackSettings: { isTrackingStartAllowed } });
    }
    expect(client.of('disconnected')).toEqual([]);
    expect(await client.connection.invoke('current')).toHaveProperty('track');
  });
});

test('a server that stops says so before it closes', async () => {
  const { config, environment } = t.stint.server.dependencies;
  const server = await createServer({ config, environment, log: createLog('silent') });
  const client = hubClient(await server.app.listen({ port: 0, host: '127.0.0.1' }), t.me);
  await client.connection.start();
  await client.connection.invoke('current');
  await server.close();
  await expect.poll(() => client.connection.state).toBe('Disconnected');
  expect(client.told).toEqual([
    { method: 'disconnected', args: ['The server stops; it will be back in a moment.'] },
  ]);
});

test('who loses every role is told, and disconnected for good', async () => {
  const client = await t.connect(t.me);
  const closed = new Promise<void>((resolve) => client.connection.onclose(() => resolve()));
  const { administrator } = t.stint.people;
  const users = [{ id: t.me.id, role: { name: 'None' } }];
  await t.stint.ask(administrator, 'POST', '/api/rest/users/roles', { users });
  await closed;
  expect(client.of('disconnected')).toEqual([['You have no role in this organization any more.']]);
});

test('the timestamp never goes back, whatever is done from wherever', async () => {
  const clients = [await t.connect(t.me), await t.connect(t.me)];
  await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      const connection = clients[index % 2]?.connection;
      if (index % 3 === 0)
        await t.stint.ask(t.me, 'POST', `${tracking}/startTracking`, { remark: `${index}` });
      else if (index % 3 === 1) await connection?.invoke('adjust', `${index}`);
      else await connection?.invoke('stopTracking');
    }),
  );
  const final = await t.stint.ask(t.me, 'POST', `${tracking}/startTracking`, { remark: 'last' });
  for (const client of clients) {
    await expect.poll(() => trackOf(client.of('trackingChanged').at(-1))).toMatchObject({ remark: 'last' });
    const stamps = client.of('trackingChanged').map(([state]) => Number((state as Json)['timestamp']));
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
    expect(stamps.at(-1)).toBe(Number(final.body['timestamp']));
  }
});

test('a week tells its person and whoever may decide about it, and nobody else', async () => {
  const { manager, team } = t.stint.people;
  const [mine, boss, colleague] = [await t.connect(t.me), await t.connect(manager), await t.connect(team)];
  await t.stint.ask(t.me, 'POST', '/api/rest/timeApproval/week', { weekStart: '2026-02-23' });
  for (const each of [mine, boss]) await expect.poll(() => each.of('weeksChanged')).toEqual([[]]);
  await t.stint.ask(manager, 'POST', '/api/rest/timeApproval/week/approve', {
    userId: t.me.id,
    weekStart: '2026-02-23',
  });
  for (const each of [mine, boss]) await expect.poll(() => each.of('weeksChanged').length).toBe(2);
  await colleague.connection.invoke('startTracking', { remark: 'own' });
  await expect.poll(() => colleague.told.length).toBe(1);
  await colleague.connection.invoke('stopTracking');
});
