import type { CDPSession, Page } from 'playwright-core';

/** Gives the milliseconds of processor time that the main thread of a page took since it was asked last. */
export async function mainThreadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  let before = await taskTime(session);
  return async () => {
    const now = await taskTime(session);
    const taken = now - before;
    before = now;
    return taken;
  };
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}
