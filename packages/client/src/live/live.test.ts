import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type LoopbackHub, loopbackHub } from '../testing/loopback-hub.ts';
import { type TcpProxy, tcpProxy } from '../testing/tcp-proxy.ts';
import { type Live, live } from './live.ts';
import type { LiveState } from './pushes.ts';

interface Setting {
  hub: LoopbackHub;
  proxy: TcpProxy;
  client: Live;
  states: LiveState[];
  /** Timestamps of the states that were handed on. */
  stamps: number[];
  told: unknown[][];
}

/** A client whose way to the hub can be cut; silence counts as death after a second instead of half a minute. */
async function setting(): Promise<Setting> {
  const hub = await loopbackHub();
  onTestFinished(() => hub.close());
  const proxy = await tcpProxy(hub.port);
  onTestFinished(() => proxy.close());
  const states: LiveState[] = [];
  const stamps: number[] = [];
  const told: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void told.push([name, ...args]);
  const client = live({
    baseUrl: `http://127.0.0.1:${proxy.port}`,
    version: '3.2',
    silence: 1_000,
    onState: (state) => void states.push(state),
    on: {
      trackingChanged: ({ timestamp }) => void stamps.push(timestamp),
      activityCheckEnded: ({ timestamp }) => void stamps.push(timestamp),
      workLogChanged: note('workLogChanged'),
      weeksChanged: note('weeksChanged'),
      activityCheckStarted: note('activityCheckStarted'),
      settingsChanged: note('settingsChanged'),
      disconnected: note('disconnected'),
    },
  });
  onTestFinished(() => client.stop());
  return { hub, proxy, client, states, stamps, told };
}

const online = ({ client }: Setting) => expect.poll(client.state, { timeout: 10_000 }).toBe('online');

test('asks for the clock when it has connected, and hands on what it is told', async () => {
  const now = await setting();
  await online(now);
  expect(now.stamps).toEqual([1]);
  now.hub.push('trackingChanged', { timestamp: 2 });
  now.hub.push('workLogChanged', null, 'changed');
  now.hub.push('weeksChanged');
  now.hub.push('activityCheckStarted', 30);
  now.hub.push('activityCheckEnded', { timestamp: 3 });
  now.hub.push('settingsChanged', { a: 1 });
  now.hub.push('disconnected', 'bye');
  await expect.poll(() => now.told.length).toBe(5);
  expect(now.told).toEqual([
    ['workLogChanged', null, 'changed'],
    ['weeksChanged'],
    ['activityCheckStarted', 30],
    ['settingsChanged', { a: 1 }],
    ['disconnected', 'bye'],
  ]);
  expect(now.stamps).toEqual([1, 2, 3]);
});

test('a state that is older than one before is dropped', async () => {
  const now = await setting();
  await online(now);
  for (const timestamp of [5, 4, 5, 6]) now.hub.push('trackingChanged', { timestamp });
  await expect.poll(() => now.stamps).toEqual([1, 5, 5, 6]);
});

test('methods answer, and refuse with the server’s sentence', async () => {
  const now = await setting();
  await online(now);
  expect(await now.client.search('42')).toEqual({ query: '42' });
  await expect(now.client.stopTracking()).rejects.toThrow('The organization is read-only.');
});

test('a connection that breaks is made again, and the clock asked for anew', async () => {
  const now = await setting();
  await online(now);
  now.proxy.become('refusing');
  await expect.poll(now.client.state).toBe('offline');
  await expect(now.client.current()).rejects.toThrow();
  now.hub.timestamp = 9;
  now.proxy.become('open');
  await online(now);
  expect(now.stamps).toEqual([1, 9]);
  expect(now.states).toEqual(['online', 'offline', 'online']);
});

test('a network that swallows everything is noticed by the silence, and left when it is back', async () => {
  const now = await setting();
  await online(now);
  now.proxy.become('dead');
  await expect.poll(now.client.state, { timeout: 10_000 }).toBe('offline');
  now.hub.timestamp = 9;
  now.proxy.become('open');
  await online(now);
  expect(now.stamps.at(-1)).toBe(9);
});

test('a short cut that nobody noticed loses nothing', async () => {
  const now = await setting();
  await online(now);
  now.hub.timestamp = 9;
  now.proxy.become('dead');
  now.hub.push('trackingChanged', { timestamp: 9 });
  await sleep(300);
  now.proxy.become('open');
  now.client.check();
  await expect.poll(() => now.stamps.at(-1), { timeout: 10_000 }).toBe(9);
});

test('a server that is started anew is found again', async () => {
  const now = await setting();
  await online(now);
  await now.hub.close();
  await expect.poll(now.client.state).toBe('offline');
  const second = await loopbackHub();
  onTestFinished(() => second.close());
  second.timestamp = 20;
  now.proxy.leadTo(second.port);
  await online(now);
  expect(now.stamps.at(-1)).toBe(20);
});

test('who is not let in is told so, and comes in when that changes', async () => {
  const now = await setting();
  await online(now);
  now.hub.isOpen = false;
  now.proxy.become('refusing');
  now.proxy.become('open');
  await expect.poll(now.client.state, { timeout: 10_000 }).toBe('refused');
  now.hub.isOpen = true;
  now.client.check();
  await online(now);
});

test('stopped, it stays away', async () => {
  const now = await setting();
  await online(now);
  await now.client.stop();
  expect(now.client.state()).toBe('stopped');
  const asked = now.hub.asked();
  now.client.check();
  await sleep(600);
  expect(now.hub.asked()).toBe(asked);
});

test('stopped before it ever got through, it stays away', async () => {
  const client = live({ baseUrl: 'http://127.0.0.1:9', version: '3.2', on: {} });
  await expect.poll(client.state).toBe('offline');
  await client.stop();
  expect(client.state()).toBe('stopped');
});
