import type { Page } from 'playwright-core';

/** Waits until everything that fades or moves has come to its end, but what never does. */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
        );
    // A colour that has come to its end lets those begin to change that are inherited from it.
    for (let found = moving(); found.length > 0; found = moving())
      await Promise.allSettled(found.map(({ finished }) => finished));
  });
}
