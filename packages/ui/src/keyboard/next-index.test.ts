import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextIndex } from './next-index.ts';

test.each([
  ['ArrowDown', 3, 10],
  ['ArrowUp', 10, 3],
  ['ArrowUp', 3, 3],
  ['ArrowRight', 3, 4],
  ['ArrowRight', 6, 6],
  ['ArrowLeft', 7, 7],
  ['ArrowLeft', 8, 7],
  ['Home', 12, 7],
  ['End', 9, 13],
  ['ArrowDown', 34, 34],
  ['x', 3, null],
])('in rows of seven %s leads from %i to %s', (key, index, target) => {
  expect(nextIndex(key, index, { count: 35, columns: 7 })).toBe(target);
});

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowUp', -1, 2],
  ['ArrowDown', 2, 2],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['ArrowLeft', 1, null],
])('in a list of three %s leads from %i to %s', (key, index, target) => {
  expect(nextIndex(key, index, { count: 3, columns: 1 })).toBe(target);
});

test('no key leads outside', () => {
  const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
  fc.assert(
    fc.property(key, fc.nat(50), fc.integer({ min: 1, max: 9 }), fc.nat(50), (key, count, columns, at) => {
      const next = nextIndex(key, Math.min(at, count - 1), { count, columns });
      if (next !== null) expect(next >= 0 && next < count).toBe(true);
    }),
  );
});
