import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seconds } from '../brands.ts';
import { ROUNDING_MODES, roundSeconds } from './rounding.ts';

test.each([
  [0, 15, 0, 0, 0],
  [1, 15, 900, 0, 0],
  [449, 15, 900, 0, 0],
  [450, 15, 900, 900, 0],
  [899, 15, 900, 900, 0],
  [900, 15, 900, 900, 900],
  [901, 15, 1800, 900, 900],
  [29_520, 6, 29_520, 29_520, 29_520],
  [89, 1, 120, 60, 60],
  [90, 1, 120, 120, 60],
  [5400, 60, 7200, 7200, 3600],
  [-450, 15, -900, -900, 0],
  [-901, 15, -1800, -900, -900],
])('%i seconds to %i minutes: up %i, nearest %i, down %i', (length, minutes, up, nearest, down) => {
  expect(ROUNDING_MODES.map((mode) => roundSeconds(seconds(length), { minutes, mode }))).toEqual([
    up,
    nearest,
    down,
  ]);
});

test('without a rule nothing is rounded', () => {
  expect(roundSeconds(seconds(29_521), null)).toBe(29_521);
});

test('a rounded length is whole steps, less than one away, and rounds to itself', () => {
  const length = fc.integer({ min: -1e9, max: 1e9 }).map(seconds);
  const rule = fc.record({
    minutes: fc.integer({ min: 1, max: 60 }),
    mode: fc.constantFrom(...ROUNDING_MODES),
  });
  fc.assert(
    fc.property(length, rule, (length, rule) => {
      const rounded = roundSeconds(length, rule);
      expect(Math.abs(rounded % (rule.minutes * 60))).toBe(0);
      expect(Math.abs(rounded - length)).toBeLessThan(rule.minutes * 60);
      expect(roundSeconds(rounded, rule)).toBe(rounded);
      if (rule.mode === 'up') expect(Math.abs(rounded)).toBeGreaterThanOrEqual(Math.abs(length));
      if (rule.mode === 'down') expect(Math.abs(rounded)).toBeLessThanOrEqual(Math.abs(length));
    }),
  );
});
