import { type Seconds, seconds } from '../brands.ts';

export const ROUNDING_MODES = ['up', 'nearest', 'down'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** To how many whole minutes, from 1 on, and which way views and exports round (product.md, Rules > Tracking Details). */
export interface RoundingRule {
  readonly minutes: number;
  readonly mode: RoundingMode;
}

/**
 * Rounds seconds for views and exports; never use it on what is stored. Halves go away from zero, and a negative length (an overrun
 * budget) rounds as its positive twin does. Null leaves the length as it is.
 */
export function roundSeconds(length: Seconds, rule: RoundingRule | null): Seconds {
  if (rule === null) return length;
  const step = rule.minutes * 60;
  const size = Math.abs(length);
  const steps = { up: Math.ceil, nearest: Math.round, down: Math.floor }[rule.mode](size / step);
  return seconds(steps * step * Math.sign(length) + 0);
}
