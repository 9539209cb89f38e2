import { live } from '@stint/client/live';
import { describe, expect, onTestFinished, test } from 'vitest';
import { setRules, workLogsOf } from '../tracking/testing/tracker.ts';
import { useHub } from './testing/use-hub.ts';

const t = useHub();

const message = 'Demo is in maintenance; please try later. Back at noon.';

test.each([[{}], [{ operation: 'readOnly' }]])(
  'begun after %j it ends all connections with its reason',
  async (before) => {
    await setRules(t.stint, before);
    const clients = [
      await t.connect(t.me),
      await t.connect(t.me),
      await t.connect(t.stint.people.administrator),
    ];
    const stranger = await t.connect(t.stint.people.stranger, { before: '/other' });
    await setRules(t.stint, { operation: 'maintenance', operationMessage: 'Back at noon.' });
    for (const { connection } of clients) await expect.poll(() => connection.state).toBe('Disconnected');
    expect(clients.map((client) => client.told.at(-1))).toEqual(
      clients.map(() => ({ method: 'disconnected', args: [message] })),
    );
    expect(await stranger.connection.invoke('current')).toHaveProperty('track');
    expect(stranger.told).toEqual([]);
    await setRules(t.stint, {});
  },
);

test('a client that stays connected by itself comes back when it is over', async () => {
  const states: string[] = [];
  const told: unknown[] = [];
  const client = live({
    baseUrl: t.url,
    version: '3.2',
    accessToken: () => t.me.token,
    on: { disconnected: (reason) => void told.push(reason) },
    onState: (state) => void states.push(state),
  });
  onTestFinished(() => client.stop());
  await expect.poll(client.state).toBe('online');
  await setRules(t.stint, { operation: 'maintenance', operationMessage: 'Back at noon.' });
  await expect.poll(client.state).toBe('offline');
  client.check();
  await setRules(t.stint, {});
  client.check();
  await expect.poll(client.state, { timeout: 10_000 }).toBe('online');
  expect([told, states]).toEqual([[message], ['online', 'offline', 'online']]);
});

test('who may come back is told so by the protocol', async () => {
  const frames: string[] = [];
  const socket = new WebSocket(
    `${t.url.replace('http', 'ws')}/signalr/trackingHub?access_token=${t.me.token}`,
  );
  socket.addEventListener('message', ({ data }) => void frames.push(...String(data).split('\x1e')));
  socket.addEventListener('open', () => socket.send('{"protocol":"json","version":1}\x1e'));
  await expect.poll(() => frames).toContain('{}');
  await setRules(t.stint, { operation: 'maintenance' });
  await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED);
  const closing = frames.find((frame) => frame.startsWith('{"type":7'));
  expect(JSON.parse(String(closing))).toMatchObject({ type: 7, allowReconnect: true });
  await setRules(t.stint, {});
});

// Last, because it is the only one that leaves behind when the organization came back.
describe('a device that pings', () => {
  const set = (operation: string) =>
    t.stint.ask(t.stint.people.administrator, 'PUT', '/api/rest/maintenance', { operation });

  async function throughMaintenance(): Promise<void> {
    await setRules(t.stint, { connectionGrace: 300 });
    const device = await t.connect(t.me);
    await device.connection.invoke('startTracking', { remark: 'x' });
    await device.connection.invoke('ping');
    t.now += 100_000;
    await set('maintenance');
    await expect.poll(() => device.connection.state).toBe('Disconnected');
    t.now += 7_200_000;
    await set('active');
    t.now += 299_000;
  }

  test('loses nothing when it comes back in time after it', async () => {
    await throughMaintenance();
    const back = await t.connect(t.me);
    expect(await back.connection.invoke('ping')).toMatchObject({
      track: { trackingState: 'tracking', currentTrackLength: 7_599 },
    });
  });

  test('is stopped at its last ping when it does not come back', async () => {
    await throughMaintenance();
    expect((await t.stint.ask(t.me, 'GET', '/api/tracking/client/current')).body['track']).toMatchObject({
      trackingState: 'tracking',
    });
    t.now += 1_000;
    expect((await t.stint.ask(t.me, 'GET', '/api/tracking/client/current')).body['track']).toMatchObject({
      stoppedTrackType: 2,
    });
    expect(await workLogsOf(t.stint, t.me)).toMatchObject([{ seconds: 0 }]);
  });
});
