import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seconds } from '../brands.ts';
import { reachedThreshold } from './thresholds.ts';

test.each([
  [1000, 0, 0],
  [1000, 499, 0],
  [1000, 500, 50],
  [1000, 749, 50],
  [1000, 750, 75],
  [1000, 899, 75],
  [1000, 900, 90],
  [1000, 999, 90],
  [1000, 1000, 100],
  [1000, 9000, 100],
  [3, 2, 50],
  [0, 500, 0],
  [-1, 500, 0],
])('of %i seconds planned, %i tracked have reached %i percent', (planned, tracked, percent) => {
  expect(reachedThreshold(seconds(planned), seconds(tracked))).toBe(percent);
});

test('thresholds may be any, in any order, also over 100', () => {
  expect(reachedThreshold(seconds(100), seconds(130), [120, 10, 150])).toBe(120);
  expect(reachedThreshold(seconds(100), seconds(100), [])).toBe(0);
});

test('a threshold is reached exactly at its share of the planned time', () => {
  const length = fc.integer({ min: 1, max: 2_000_000_000 });
  fc.assert(
    fc.property(length, length, fc.integer({ min: 1, max: 1000 }), (planned, tracked, percent) => {
      const isReached = BigInt(tracked) * 100n >= BigInt(planned) * BigInt(percent);
      expect(reachedThreshold(seconds(planned), seconds(tracked), [percent])).toBe(isReached ? percent : 0);
    }),
  );
});
