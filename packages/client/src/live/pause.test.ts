import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseBefore } from './pause.ts';

test('pauses grow to half a minute and no further', () => {
  const longest = [0, 1, 2, 5, 6, 7, 100, 1e9].map((failures) => pauseBefore(failures, () => 1));
  expect(longest).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000, 30_000, 30_000]);
});

test('at least half of a pause is waited, the rest is left to chance', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const longest = pauseBefore(failures, () => 1);
      const pause = pauseBefore(failures, () => chance);
      expect(pause).toBeGreaterThanOrEqual(longest / 2);
      expect(pause).toBeLessThanOrEqual(longest);
    }),
  );
});
