import { expect, test } from 'vitest';
import { shareInTime } from './frames.ts';

test('frames in time are all, whatever the clock’s jitter', () => {
  expect(shareInTime([16.6, 16.7, 16.8, 16.5])).toBe(1);
});

test('a frame of three times the length misses two', () => {
  expect(shareInTime([16.7, 50, 16.7])).toBe(3 / 5);
});
