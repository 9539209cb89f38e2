import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSorting, sortedBy } from './sort-by.ts';

const same = <Value>(value: Value) => value;

test('texts are sorted as people count, and what has no value comes last both ways', () => {
  const rows = ['Sprint 10', null, 'Sprint 9', 'sprint 1'];
  expect(sortedBy(rows, same, false, 'en')).toEqual(['sprint 1', 'Sprint 9', 'Sprint 10', null]);
  expect(sortedBy(rows, same, true, 'en')).toEqual(['Sprint 10', 'Sprint 9', 'sprint 1', null]);
});

test('numbers are sorted as numbers, whichever way they came', () => {
  const numbers = fc.array(fc.double({ noNaN: true }));
  fc.assert(
    fc.property(numbers, (rows) => {
      const sorted = sortedBy(rows, same, true, 'en');
      expect(sorted.length).toBe(rows.length);
      expect(sorted.every((value, index) => index === 0 || (sorted[index - 1] ?? 0) >= value)).toBe(true);
    }),
  );
});

test('a column is sorted one way, the other, and not at all', () => {
  const first = nextSorting({ column: 'name', isDescending: false }, 'effort', true);
  expect(first).toEqual({ column: 'effort', isDescending: true });
  const second = nextSorting(first, 'effort', true);
  expect(second).toEqual({ column: 'effort', isDescending: false });
  expect(nextSorting(second, 'effort', true)).toBeNull();
});
