import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf, type Spread } from './lanes.ts';

const spread = (from: number, to: number): Spread => ({ from, to });

test('what does not overlap has the column for itself, also when it touches', () => {
  expect(lanesOf([spread(9, 10), spread(10, 11)])).toEqual([
    { lane: 0, lanes: 1, span: 1 },
    { lane: 0, lanes: 1, span: 1 },
  ]);
});

test('what overlaps stands side by side, and a lane is used again', () => {
  expect(lanesOf([spread(9, 12), spread(9, 10), spread(10, 11)])).toEqual([
    { lane: 0, lanes: 2, span: 1 },
    { lane: 1, lanes: 2, span: 1 },
    { lane: 1, lanes: 2, span: 1 },
  ]);
});

test('a block is as wide as there is room beside it', () => {
  const [, , , wide] = lanesOf([spread(9, 11), spread(9, 10), spread(9, 10), spread(10, 11)]);
  expect(wide).toEqual({ lane: 1, lanes: 3, span: 2 });
});

test('nothing covers anything else, nothing leaves the column, and order given does not matter', () => {
  const one = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 30 }))
    .map(([from, size]) => spread(from, Math.min(96, from + size)));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (spreads) => {
      const lanes = lanesOf(spreads);
      expect(lanes).toHaveLength(spreads.length);
      const boxes = spreads.map((each, index) => {
        const { lane, lanes: count, span } = lanes[index] ?? { lane: -1, lanes: 0, span: 0 };
        expect(lane >= 0 && span >= 1 && lane + span <= count).toBe(true);
        return { ...each, left: lane / count, right: (lane + span) / count };
      });
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1)) {
          const isAtOnce = a.from < b.to && b.from < a.to;
          const isBeside = a.right <= b.left + 1e-9 || b.right <= a.left + 1e-9;
          expect(!isAtOnce || isBeside).toBe(true);
        }
    }),
  );
});

test('no more lanes are used than are needed at some moment', () => {
  const one = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
    .map(([from, size]) => spread(from, from + size));
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 20 }), (spreads) => {
      const most = Math.max(
        ...spreads.map(({ from }) => spreads.filter((each) => each.from <= from && from < each.to).length),
      );
      expect(Math.max(...lanesOf(spreads).map(({ lanes }) => lanes))).toBe(most);
    }),
  );
});
