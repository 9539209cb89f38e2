import { describe, expect, it } from 'vitest';
import { median, percentile } from './statistics.ts';

describe('percentile', () => {
  it('takes the nearest rank, whatever the order', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0.5, 0.95, 1].map((share) => percentile(hundred, share))).toEqual([50, 95, 100]);
  });

  it('answers the only value', () => {
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('refuses an empty list', () => {
    expect(() => median([])).toThrow('Nothing was measured.');
  });
});
