import type { Seconds } from '../brands.ts';

/** At how many percent of its planned time a budget warns, if the organization says nothing else (product.md, Budgets). */
export const DEFAULT_BUDGET_THRESHOLDS: readonly number[] = Object.freeze([50, 75, 90, 100]);

/**
 * The highest threshold, in percent, that the tracked time has reached; 0 when none, or when nothing is planned. Lengths are seconds;
 * the arithmetic is on whole numbers, so exactly half of a budget is 50 percent.
 */
export function reachedThreshold(
  planned: Seconds,
  tracked: Seconds,
  thresholds: readonly number[] = DEFAULT_BUDGET_THRESHOLDS,
): number {
  if (planned <= 0) return 0;
  return Math.max(0, ...thresholds.filter((percent) => tracked * 100 >= planned * percent));
}
