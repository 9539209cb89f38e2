import { expect, test } from 'vitest';
import { fetchedRange, isDragging } from './fetched-range.ts';

const seen = { from: 1_000, to: 1_030 };

test.each([
  [0, { from: 960, to: 1_070 }],
  [50, { from: 960, to: 1_180 }],
  [-50, { from: 850, to: 1_070 }],
  [350, { from: 960, to: 1_330 }],
])('after a move by %i lines more is fetched where it leads to', (moved, range) => {
  expect(fetchedRange(seen, moved)).toEqual(range);
});

test('nothing before the first line is fetched', () => {
  expect(fetchedRange({ from: 10, to: 40 }, -20).from).toBe(0);
});

test('a leap is dragging, whichever way, and a wheel is not', () => {
  expect([401, -401, 400, -50, 0].map(isDragging)).toEqual([true, true, false, false, false]);
});
