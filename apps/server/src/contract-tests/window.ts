import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the window that counts requests has at least so many seconds left, so that a test stays within it. */
export async function roomInWindow(windowSeconds: number, secondsNeeded: number): Promise<void> {
  const left = windowSeconds - ((Date.now() / 1000) % windowSeconds);
  if (left < secondsNeeded) await sleep(left * 1000 + 50);
}
