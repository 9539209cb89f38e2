import { afterEach, expect, test, vi } from 'vitest';
import { watchScreenLock } from './screen-lock.ts';

afterEach(() => vi.unstubAllEnvs());

test('a computer without a session bus is told as one that does not tell of its lock', async () => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere/bus');
  const heard: boolean[] = [];
  const failed = vi.fn();
  watchScreenLock((isLocked) => heard.push(isLocked), failed);
  await expect.poll(() => failed.mock.calls.length).toBeGreaterThan(0);
  expect(heard).toEqual([]);
});
