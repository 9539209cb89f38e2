import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths } from './widths.ts';

const id = { width: 70, longest: 4 };
const title = { width: undefined, longest: 40 };

test('a column that shares gets what is left', () => {
  expect(columnWidths([id, title], 800)).toEqual([70, 730]);
});

test('a wished width grows as far as its words need, within bounds', () => {
  const state = { width: 90, longest: 11 };
  expect(columnWidths([state, title], 800)[0]).toBe(110);
  expect(columnWidths([{ width: 90, longest: 80 }, title], 800)[0]).toBe(144);
});

test('columns share by what their texts need', () => {
  const [wide = 0, narrow = 0] = columnWidths([title, { width: undefined, longest: 8 }], 1_000);
  expect(wide).toBeGreaterThan(3 * narrow);
});

test('a room that is too small leaves words readable, and the table scrolls', () => {
  expect(columnWidths([id, title, { width: -1, longest: 2 }], 300)).toEqual([70, 220, 80]);
});

test('without a column that shares, all grow', () => {
  expect(columnWidths([id, id], 300)).toEqual([150, 150]);
});

test('widths fill the room exactly, or are more', () => {
  const wish = fc.record({
    width: fc.option(fc.integer({ min: -1, max: 700 }), { nil: undefined }),
    longest: fc.nat(200),
  });
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 12 }), fc.nat(2_000), (wishes, room) => {
      const sum = columnWidths(wishes, room).reduce((all, each) => all + each, 0);
      expect(sum).toBeGreaterThanOrEqual(room);
      expect(columnWidths(wishes, 0).every((width) => width >= 0)).toBe(true);
    }),
  );
});
