import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { untilStill } from './until-still.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong by all rules of WCAG 2.2 A and AA, or by some, once nothing moves any more. The page has no frames. */
export async function whatAxeFinds(page: Page, rules?: readonly string[]): Promise<string[]> {
  await untilStill(page);
  // Half a megabyte, which a document needs only once.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const runOnly = rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: TAGS };
  return await page.evaluate(violations, runOnly as axe.RunOnly);
}

/** Runs in the page. */
async function violations(runOnly: axe.RunOnly): Promise<string[]> {
  const { axe: own } = globalThis as unknown as { readonly axe: typeof axe };
  const { violations: found } = await own.run(document, { runOnly, resultTypes: ['violations'] });
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`,
  );
}
