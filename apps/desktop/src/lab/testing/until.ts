import { setTimeout as sleep } from 'node:timers/promises';

/** How long is waited for what should come about, in milliseconds: long, for a machine may be busy. */
export const PATIENCE = 60_000;

/** Waits until something is so, looking again and again; rejects when it does not come about in a minute. */
export async function until(isSo: () => Promise<boolean> | boolean, what = 'it'): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    if (await isSo()) return;
    if (Date.now() > end) throw new Error(`${what} did not come about in a minute`);
    await sleep(50);
  }
}
