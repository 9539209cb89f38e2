import type { Widget } from '@stint/contract';
import type { DayRange, WallDate } from '@stint/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AdapterContext, adaptRows } from './adapters.ts';
import { bucketDays, bucketOf } from './date-buckets.ts';
import { numberAt, type ReportRow, withValue } from './rows.ts';

const context: AdapterContext = { days: null, firstDay: 1, noWorkItem: '(none)', others: 'Others' };
const days = (from: string, to: string) => ({ from, to }) as DayRange;

const byDay = (granularity: string, ...names: string[]): Widget => ({
  type: 'Columns',
  endpoint: 'workLogsOnly',
  xAxis: { type: 'date', granularity },
  series: { fieldX: 'WorklogDate.ShortDate', fieldY: 'PeriodLength' },
  dataAdapters: names.map((name) => ({ name })),
});
const on = (ShortDate: string, PeriodLength: number): ReportRow => ({
  WorklogDate: { ShortDate },
  PeriodLength,
});

const pie = (...dataAdapters: { name: string; count?: number; comment?: string }[]): Widget => ({
  type: 'Pie',
  endpoint: 'workLogsOnly',
  categoryField: 'WorkItem.Project',
  valueField: 'PeriodLength',
  dataAdapters,
});

test('NullToComment names what is missing, on any way to it', () => {
  const rows = [
    { WorkItem: { Project: 'Atlas' }, PeriodLength: 1 },
    { WorkItem: { Project: null }, PeriodLength: 2 },
    { WorkItem: null, PeriodLength: 3 },
  ];
  expect(adaptRows(pie({ name: 'NullToComment' }), rows, context)).toEqual([
    rows[0],
    { WorkItem: { Project: '(none)' }, PeriodLength: 2 },
    { WorkItem: { Project: '(none)' }, PeriodLength: 3 },
  ]);
  const named = adaptRows(pie({ name: 'NullToComment', comment: 'No project' }), rows, context);
  expect(named[2]).toEqual({ WorkItem: { Project: 'No project' }, PeriodLength: 3 });
  expect(rows[2]).toEqual({ WorkItem: null, PeriodLength: 3 });
});

test('days without time are 0, over the whole frame and in order', () => {
  const rows = [on('2026-03-30', 60), on('2026-03-28', 30)];
  const inFrame = { ...context, days: days('2026-03-28', '2026-03-31') };
  expect(adaptRows(byDay('day', 'FillMissingDatePoints'), rows, inFrame)).toEqual([
    on('2026-03-28', 30),
    on('2026-03-29', 0),
    on('2026-03-30', 60),
    on('2026-03-31', 0),
  ]);
  expect(adaptRows(byDay('day', 'FillMissingDatePoints'), rows, context)).toHaveLength(3);
});

test('weeks, months and years add up their days', () => {
  const rows = [on('2026-03-28', 30), on('2026-03-30', 60), on('2026-04-02', 5), on('2025-12-31', 1)];
  expect(adaptRows(byDay('Week'), rows, context)).toEqual([
    on('2026-03-23', 30),
    on('2026-03-30', 65),
    on('2025-12-29', 1),
  ]);
  expect(adaptRows(byDay('month', 'FillMissingDatePoints'), rows, context)).toEqual([
    on('2025-12-01', 1),
    on('2026-01-01', 0),
    on('2026-02-01', 0),
    on('2026-03-01', 90),
    on('2026-04-01', 5),
  ]);
});

test('Top keeps the greatest and adds up the rest', () => {
  const rows = [1, 9, 4, 6].map((PeriodLength) => ({
    WorkItem: { Project: `P${PeriodLength}` },
    PeriodLength,
  }));
  expect(adaptRows(pie({ name: 'Top', count: 2 }), rows, context)).toEqual([
    rows[1],
    rows[3],
    { WorkItem: { Project: 'Others' }, PeriodLength: 5 },
  ]);
});

test('an adapter that nobody knows changes nothing', () => {
  const rows = [on('2026-03-28', 30)];
  expect(adaptRows(byDay('day', 'Elsewhere', 'constructor'), rows, context)).toEqual(rows);
});

const dates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as WallDate);

test('no adapter of dates or of the greatest changes the sum', () => {
  const granularities = fc.constantFrom('day', 'week', 'month', 'year');
  const rows = fc.array(fc.tuple(dates, fc.nat(90_000)), { maxLength: 30 });
  fc.assert(
    fc.property(rows, granularities, (found, granularity) => {
      const given = found.map(([day, length]) => on(day, length));
      const sum = (some: readonly ReportRow[]) =>
        some.reduce((total, row) => total + numberAt(row, 'PeriodLength'), 0);
      expect(sum(adaptRows(byDay(granularity, 'FillMissingDatePoints'), given, context))).toBe(sum(given));
    }),
    { numRuns: 50 },
  );
});

test('buckets follow each other, and each day lies in one of them', () => {
  fc.assert(
    fc.property(
      dates,
      dates,
      fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
      fc.constantFrom(0 as const, 1 as const, 6 as const),
      (a, b, granularity, firstDay) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const buckets = bucketDays(from, to, granularity, firstDay);
        expect(buckets).toEqual([...new Set(buckets)].sort());
        expect(buckets).toContain(bucketOf(from, granularity, firstDay));
        if (buckets.length < 2_000) expect(buckets.at(-1)).toBe(bucketOf(to, granularity, firstDay));
      },
    ),
    { numRuns: 50 },
  );
});

test('a value is set at a path without touching what is beside it', () => {
  expect(withValue({ a: { b: 1, c: 2 } }, 'a.b', 3)).toEqual({ a: { b: 3, c: 2 } });
  expect(withValue({ a: null }, 'a.b', 3)).toEqual({ a: { b: 3 } });
});
