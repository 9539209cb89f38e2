import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartData } from './chart-data.ts';
import { extentOf, linePoints, lyingBars, pathThrough, slicePath, uprightBars } from './geometry.ts';
import { scaleOf } from '../../components/charts/scale.ts';

const plot = { left: 40, top: 10, width: 400, height: 200 };

const charts = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), fc.boolean())
  .chain(([categories, count, isStacked]) =>
    fc
      .array(
        fc.array(fc.integer({ min: -500, max: 900 }), { minLength: categories, maxLength: categories }),
        {
          minLength: count,
          maxLength: count,
        },
      )
      .map(
        (values): ChartData => ({
          categories: Array.from({ length: categories }, (_, index) => `C${index}`),
          series: values.map((each, index) => ({
            name: `S${index}`,
            values: each,
            lane: isStacked ? 0 : index,
          })),
          unit: 'number',
          isByDate: false,
          colours: [],
        }),
      ),
  );

test('bars stay within the plot, have the length of their value, and none lies over another', () => {
  fc.assert(
    fc.property(charts, fc.boolean(), (data, isUpright) => {
      const { least, greatest } = extentOf(data);
      const scale = scaleOf(least, greatest, { count: 5, unit: 'number' });
      const bars = isUpright ? uprightBars(data, scale, plot) : lyingBars(data, scale, plot);
      const pixels = (isUpright ? plot.height : plot.width) / (scale.greatest - scale.least);
      for (const bar of bars) {
        expect(bar.x).toBeGreaterThanOrEqual(plot.left - 0.01);
        expect(bar.x + bar.width).toBeLessThanOrEqual(plot.left + plot.width + 0.01);
        expect(bar.y).toBeGreaterThanOrEqual(plot.top - 0.01);
        expect(bar.y + bar.height).toBeLessThanOrEqual(plot.top + plot.height + 0.01);
        const value = data.series[bar.series]?.values[bar.category] ?? 0;
        expect(isUpright ? bar.height : bar.width).toBeCloseTo(Math.abs(value) * pixels, 6);
      }
      const [a, b] = [bars[0], bars[1]];
      if (a && b) {
        const isApart =
          a.x + a.width <= b.x + 0.01 ||
          b.x + b.width <= a.x + 0.01 ||
          a.y + a.height <= b.y + 0.01 ||
          b.y + b.height <= a.y + 0.01;
        expect(isApart).toBe(true);
      }
    }),
  );
});

test('a line breaks where nothing is', () => {
  const scale = scaleOf(0, 10, { count: 5, unit: 'number' });
  const points = linePoints({ name: 'S', values: [0, 10, null, 5], lane: 0 }, scale, plot);
  expect(points).toEqual([{ x: 90, y: 210 }, { x: 190, y: 10 }, null, { x: 390, y: 110 }]);
  expect(pathThrough(points)).toBe('M90 210L190 10M390 110');
});

test('slices are rings or wedges, and a whole turn is seen', () => {
  expect(slicePath([50, 50], 40, 0, [0, 0.25])).toBe('M50 10A40 40 0 0 1 90 50L50 50Z');
  expect(slicePath([50, 50], 40, 20, [0, 0.75])).toBe('M50 10A40 40 0 1 1 10 50L30 50A20 20 0 1 0 50 30Z');
  expect(slicePath([50, 50], 40, 0, [0, 1])).not.toMatch(/^M50 10A40 40 0 1 1 50 10/);
});
