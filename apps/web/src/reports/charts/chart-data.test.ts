import type { Widget } from '@stint/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartData, slicesOf } from './chart-data.ts';
import { scaleOf } from '../../components/charts/scale.ts';

const columns: Widget = {
  type: 'Columns',
  endpoint: 'workLogsOnly',
  yAxis: { type: 'duration' },
  series: { fieldX: 'User.Name', fieldY: 'PeriodLength' },
};
const row = (Name: string, PeriodLength: number, more: object = {}) => ({
  User: { Name },
  PeriodLength,
  ...more,
});

test('columns have a category for each name, and one series', () => {
  expect(chartData(columns, [row('Ann', 60), row('Bob', 30), row('Ann', 1)])).toMatchObject({
    categories: ['Ann', 'Bob'],
    series: [{ name: 'PeriodLength', values: [61, 30], lane: 0 }],
    unit: 'duration',
    isByDate: false,
  });
});

test('a colour field with colours paints, one with names makes series', () => {
  const painted = chartData({ ...columns, colorField: 'C' }, [
    row('Ann', 1, { C: 'c239b3' }),
    row('Bob', 2, { C: '#0f6cbd' }),
  ]);
  expect(painted.colours).toEqual(['c239b3', '0f6cbd']);
  const grouped = chartData({ ...columns, colorField: 'Project' }, [
    row('Ann', 1, { Project: 'Atlas' }),
    row('Ann', 2, { Project: 'Borealis' }),
    row('Bob', 3, { Project: 'Atlas' }),
  ]);
  expect(grouped.series.map(({ name, values }) => [name, values])).toEqual([
    ['Atlas', [1, 3]],
    ['Borealis', [2, null]],
  ]);
});

test('stacked bars share a lane, others begin one', () => {
  const lanes = (type: 'StackedBar' | 'Columns', stacked: (boolean | undefined)[]) =>
    chartData(
      {
        type,
        endpoint: 'budgets',
        series: {
          fieldX: 'N',
          seriesFields: stacked.map((each) => ({ field: 'A', ...(each !== undefined && { stacked: each }) })),
        },
      },
      [],
    ).series.map(({ lane }) => lane);
  expect(lanes('StackedBar', [undefined, undefined])).toEqual([0, 0]);
  expect(lanes('StackedBar', [false, false])).toEqual([0, 1]);
  expect(lanes('StackedBar', [true, false, true])).toEqual([0, 1, 1]);
  expect(lanes('Columns', [undefined, undefined, true])).toEqual([0, 1, 1]);
});

test('small slices become one, and none is lost', () => {
  const pie: Widget = {
    type: 'Pie',
    endpoint: 'workLogsOnly',
    categoryField: 'User.Name',
    valueField: 'PeriodLength',
  };
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { maxLength: 30 }), (values) => {
      const data = chartData(
        pie,
        values.map((value, index) => row(`P${index}`, value)),
      );
      const slices = slicesOf(data, 8, 'Others');
      expect(slices.length).toBeLessThanOrEqual(8);
      const sum = (some: readonly number[]) => some.reduce((total, each) => total + each, 0);
      expect(sum(slices.map(({ value }) => value))).toBe(sum(values));
    }),
  );
});

test('scales begin and end on a line, hold every value and 0, and have few lines', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e7, max: 1e7, noNaN: true }),
      fc.double({ min: 0.001, max: 1e7, noNaN: true }),
      fc.integer({ min: 2, max: 10 }),
      fc.constantFrom('duration' as const, 'number' as const),
      (least, greatest, count, unit) => {
        const scale = scaleOf(Math.min(least, greatest), greatest, { count, unit });
        const slack = 1e-9 * Math.max(1, Math.abs(least), greatest);
        expect(scale.least).toBeLessThanOrEqual(Math.min(least, 0) + slack);
        expect(scale.greatest).toBeGreaterThanOrEqual(greatest - slack);
        expect(scale.ticks).toContain(0);
        expect(scale.ticks).toEqual([...scale.ticks].sort((a, b) => a - b));
        expect(scale.ticks.length).toBeLessThanOrEqual(count + 3);
      },
    ),
  );
});

test.each([
  [[0, 30_000], 'duration', [0, 7_200, 14_400, 21_600, 28_800, 36_000]],
  [[0, 0], 'duration', [0, 900, 1_800, 2_700, 3_600]],
  [[0, 9], 'number', [0, 2, 4, 6, 8, 10]],
  [[-3, 4], 'number', [-4, -2, 0, 2, 4]],
] as const)('values from %j of %s stand between lines people count in', ([least, greatest], unit, ticks) => {
  expect(scaleOf(least, greatest, { count: 5, unit }).ticks).toEqual(ticks);
});
