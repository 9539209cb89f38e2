import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeColour, moved, PALETTE } from './order.ts';

test.each([
  [0, 2, ['b', 'c', 'a']],
  [2, 0, ['c', 'a', 'b']],
  [1, 1, ['a', 'b', 'c']],
  [1, 9, ['a', 'c', 'b']],
  [1, -1, ['b', 'a', 'c']],
  [7, 0, ['a', 'b', 'c']],
])('from %i to %i', (from, to, order) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(order);
});

test('moving loses nothing, and moving back undoes it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (things, one, other) => {
      const [from, to] = [one % things.length, other % things.length];
      const order = moved(things, from, to);
      expect(order.indexOf(things[from] ?? 0)).toBe(to);
      expect(moved(order, to, from)).toEqual(things);
    }),
  );
});

test('a free colour is one that nobody has, while there is one', () => {
  expect(freeColour([])).toBe(PALETTE[0]);
  expect(freeColour([PALETTE[0].toLowerCase(), PALETTE[1]])).toBe(PALETTE[2]);
  expect(PALETTE).toContain(freeColour([...PALETTE]));
});
