import { whatAxeFinds } from '@stint/ui/testing';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Refuses what axe finds wrong by all rules of WCAG 2.2 AA, or by some. */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  expect(await whatAxeFinds(page, rules)).toEqual([]);
}

/** Refuses what is wider than the window, and texts that are cut but where three dots say so. */
export async function expectUncut(page: Page): Promise<void> {
  // Lists that stand over the page follow it a moment later.
  await expect.poll(() => page.evaluate(cutTexts), { timeout: 10_000 }).toEqual([]);
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
