import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRID_COLUMNS, type Place, placesAfter, placesOf, readingOrder, widened } from './layout.ts';

const types = ['Number', 'Pie', 'Columns', 'FlatTable'] as const;
const widgets = fc.array(
  fc.record({
    type: fc.constantFrom(...types),
    x: fc.integer({ min: 0, max: 20 }),
    y: fc.integer({ min: 0, max: 30 }),
    w: fc.integer({ min: 0, max: 20 }),
    h: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 12 },
);

function expectSound(places: readonly Place[]): void {
  const isWithin = ({ x, y, w, h }: Place) => x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= GRID_COLUMNS;
  expect(places.filter((place) => !isWithin(place))).toEqual([]);
  const isOver = (a: Place, b: Place) =>
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  const pairs = places.flatMap((a, index) => places.slice(index + 1).map((b) => [a, b] as const));
  expect(pairs.filter(([a, b]) => isOver(a, b))).toEqual([]);
}

test('whatever widgets say, they stand within the grid and over no other, and stay so', () => {
  fc.assert(
    fc.property(widgets, (wished) => {
      const places = placesOf(wished);
      expectSound(places);
      const again = placesOf(wished.map((widget, index) => ({ ...widget, ...places[index] })));
      expect(again).toEqual(places);
    }),
  );
});

test('a moved widget keeps its column and size, others give way', () => {
  fc.assert(
    fc.property(widgets, fc.nat(), fc.nat(15), fc.nat(40), (wished, which, x, y) => {
      fc.pre(wished.length > 0);
      const before = placesOf(wished);
      const index = which % before.length;
      const place = before[index] as Place;
      const after = placesAfter(before, index, { ...place, x, y });
      expectSound(after);
      expect(after[index]).toMatchObject({
        x: Math.min(x, GRID_COLUMNS - place.w),
        w: place.w,
        h: place.h,
      });
    }),
  );
});

test('what says nothing comes below the rest, in its usual size', () => {
  expect(placesOf([{ type: 'Number', x: 0, y: 0, w: 3, h: 1 }, { type: 'FlatTable' }])).toEqual([
    { x: 0, y: 0, w: 3, h: 1 },
    { x: 0, y: 1, w: 12, h: 3 },
  ]);
});

test('widgets moved upon another push it down', () => {
  const places = placesOf([
    { type: 'Pie', x: 0, y: 0, w: 6, h: 2 },
    { type: 'Pie', x: 6, y: 0, w: 6, h: 2 },
  ]);
  expect(placesAfter(places, 1, { x: 0, y: 0, w: 6, h: 2 })).toEqual([
    { x: 0, y: 2, w: 6, h: 2 },
    { x: 0, y: 0, w: 6, h: 2 },
  ]);
  expect(readingOrder(placesAfter(places, 1, { x: 0, y: 0, w: 6, h: 2 }))).toEqual([1, 0]);
});

test('widgets made for eight cells fill twelve, without getting over each other', () => {
  const gallery = [
    { type: 'Number', x: 0, y: 0, w: 2, h: 1 },
    { type: 'Number', x: 2, y: 0, w: 3, h: 1 },
    { type: 'Pie', x: 5, y: 0, w: 3, h: 2 },
  ] as const;
  const wide = widened(gallery);
  expectSound(wide);
  expect(wide.map(({ x, w }) => [x, w])).toEqual([
    [0, 3],
    [3, 5],
    [8, 4],
  ]);
  expect(widened([{ type: 'Pie', x: 6, y: 0, w: 6, h: 2 }])).toEqual([
    { type: 'Pie', x: 6, y: 0, w: 6, h: 2 },
  ]);
});
