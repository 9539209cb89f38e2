import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Refuses what axe finds wrong by all rules of WCAG 2.2 AA, or by some. The page has no frames. */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  // Half a megabyte, which a page needs only once.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const runOnly = rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: TAGS };
  const violations = await page.evaluate(findViolations, runOnly as axe.RunOnly);
  expect(violations).toEqual([]);
}

/** Refuses what is wider than the window, and texts that are cut but where three dots say so. */
export async function expectUncut(page: Page): Promise<void> {
  // Lists that stand over the page follow it a moment later.
  await expect.poll(() => page.evaluate(cutTexts), { timeout: 10_000 }).toEqual([]);
}

/** Runs in the page. What fades or moves has come to its end before it is looked at. */
async function findViolations(runOnly: axe.RunOnly): Promise<string[]> {
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
  const { axe: own } = globalThis as unknown as { readonly axe: typeof axe };
  const { violations } = await own.run(document, { runOnly, resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`,
  );
}

/** Runs in the page: how far it is wider than the window, and the texts that do not fit into their element or stand beside the window. */
function cutTexts(): string[] {
  const beside = document.documentElement.scrollWidth - innerWidth;
  const cut = [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    const hasText = [...element.childNodes].some((each) => each.nodeType === 3 && each.textContent?.trim());
    if (!hasText || element.closest('option')) return [];
    const { textOverflow, display, clip, position } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isShown = box.width > 1 && display !== 'none' && !(position === 'absolute' && clip !== 'auto');
    if (!isShown) return [];
    const isCut =
      display !== 'inline' && element.scrollWidth > element.clientWidth + 1 && textOverflow !== 'ellipsis';
    return isCut || box.right > innerWidth + 1 || box.left < -1 ? [element.textContent ?? ''] : [];
  });
  return beside > 0 ? [`${beside} pixels wider than the window`, ...cut] : cut;
}
