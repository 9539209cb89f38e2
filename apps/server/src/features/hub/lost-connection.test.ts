import { expect, onTestFinished, test } from 'vitest';
import { createServer } from '../../composition.ts';
import { createLog } from '../../log.ts';
import type { Json } from '../../testing/test-server.ts';
import { setRules, workLogsOf } from '../tracking/testing/tracker.ts';
import type { HubClient } from './testing/hub-client.ts';
import { useHub } from './testing/use-hub.ts';

const t = useHub();

/** A server process that does jobs, as the one that goes on after another died. */
async function jobs(): Promise<void> {
  const { config, environment } = t.stint.server.dependencies;
  const server = await createServer({ config, environment, log: createLog('silent'), clock: () => t.now });
  onTestFinished(() => server.close());
  server.startJobs();
}

async function trackNow(): Promise<Json | undefined> {
  return (await t.stint.ask(t.me, 'GET', '/api/tracking/client/current')).body['track'];
}

test('a client that pinged and was cut off is stopped at its last ping, by whichever process is left', async () => {
  await setRules(t.stint, { connectionGrace: 300 });
  const watching = await t.connect(t.me);
  const device = await t.connect(t.me);
  await device.connection.invoke('startTracking', { remark: 'on the train' });
  t.now += 100_000;
  await device.connection.invoke('ping');
  await device.connection.stop();
  t.now += 301_000;
  await jobs();
  await expect
    .poll(() => watching.of('trackingChanged').at(-1)?.[0], { timeout: 10_000 })
    .toMatchObject({ track: { trackingState: 'clientInputRequired', stoppedTrackType: 2 } });
  expect(await workLogsOf(t.stint, t.me)).toMatchObject([{ seconds: 100, comment: 'on the train' }]);
});

test('one that comes back in time over another connection, or begins over REST, goes on', async () => {
  await setRules(t.stint, { connectionGrace: 300 });
  await t.stint.ask(t.me, 'POST', '/api/tracking/client/startTracking', { remark: 'x' });
  const first = await t.connect(t.me);
  await first.connection.invoke('ping');
  await first.connection.stop();
  t.now += 299_000;
  const second = await t.connect(t.me);
  await second.connection.invoke('ping');
  t.now += 299_000;
  expect(await trackNow()).toMatchObject({ trackingState: 'tracking', currentTrackLength: 598 });
  t.now += 2_000;
  expect(await trackNow()).toMatchObject({ stoppedTrackType: 2 });
  expect(await workLogsOf(t.stint, t.me)).toMatchObject([{ seconds: 299 }]);
});

test.each([
  ['hub', (device: HubClient) => device.connection.invoke('startTracking', { remark: 'short' })],
  ['REST', () => t.stint.ask(t.me, 'POST', '/api/tracking/client/startTracking', { remark: 'short' })],
])(
  'one that pinged while nothing ran, starts by %s and dies before its next ping is stopped',
  async (_way, start) => {
    await setRules(t.stint, { connectionGrace: 300 });
    const device = await t.connect(t.me);
    await device.connection.invoke('ping');
    t.now += 30_000;
    await start(device);
    await device.connection.stop();
    t.now += 299_000;
    expect(await trackNow()).toMatchObject({ trackingState: 'tracking' });
    t.now += 1_000;
    expect(await trackNow()).toMatchObject({ trackingState: 'clientInputRequired', stoppedTrackType: 2 });
    expect(await workLogsOf(t.stint, t.me)).toMatchObject([{ seconds: 0, comment: 'short' }]);
  },
);

test('one that never pinged is left alone, however long it is away', async () => {
  await setRules(t.stint, { connectionGrace: 300 });
  const device = await t.connect(t.me);
  await device.connection.invoke('startTracking', { remark: 'x' });
  await device.connection.stop();
  t.now += 86_400_000;
  expect(await trackNow()).toMatchObject({ trackingState: 'tracking' });
});

test('the ping of another app does not keep it alive', async () => {
  await setRules(t.stint, { connectionGrace: 300 });
  const device = await t.connect(t.me);
  await device.connection.invoke('startTracking', { remark: 'x' });
  await device.connection.invoke('ping');
  const made = await t.stint.ask(t.me, 'POST', '/api/rest/tokens', { name: 'phone' });
  const phone = await t.connect({ token: String((made.body['data'] as Json)['token']) });
  t.now += 200_000;
  await phone.connection.invoke('ping');
  t.now += 101_000;
  expect(await trackNow()).toMatchObject({ stoppedTrackType: 2 });
});
