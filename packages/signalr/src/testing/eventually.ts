import { setTimeout as delay } from 'node:timers/promises';

/** Resolves when the condition holds; rejects after ten seconds without it. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const last = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > last) throw new Error(`Never: ${holds.toString()}`);
    await delay(5);
  }
}
