import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { addDays, daysBetween } from '../time/wall.ts';
import { daysOfTimeframe, TIMEFRAMES } from './timeframes.ts';

const on = (day: string, filterType: string) => daysOfTimeframe({ filterType }, day as WallDate, 1);

test.each([
  ['Today', '2026-11-20', '2026-11-20'],
  ['Yesterday', '2026-11-19', '2026-11-19'],
  ['Week', '2026-11-16', '2026-11-22'],
  ['lastweek', '2026-11-09', '2026-11-15'],
  ['Month', '2026-11-01', '2026-11-30'],
  ['LastMonth', '2026-10-01', '2026-10-31'],
  ['Quarter', '2026-10-01', '2026-12-31'],
  ['LastQuarter', '2026-07-01', '2026-09-30'],
  ['YEAR', '2026-01-01', '2026-12-31'],
  ['LastYear', '2025-01-01', '2025-12-31'],
  ['Last7Days', '2026-11-14', '2026-11-20'],
  ['Last30Days', '2026-10-22', '2026-11-20'],
])('on 20 November 2026 %s is %s to %s', (name, from, to) => {
  expect(on('2026-11-20', name)).toEqual({ from, to });
});

test('months and quarters go over New Year', () => {
  expect(on('2026-01-31', 'LastMonth')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(on('2026-02-10', 'LastQuarter')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(on('2024-03-31', 'LastMonth')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
});

test('weeks begin on the organization’s day', () => {
  expect(daysOfTimeframe({ filterType: 'Week' }, '2026-11-22' as WallDate, 0)).toEqual({
    from: '2026-11-22',
    to: '2026-11-28',
  });
});

test.each([
  [{ filterType: 'Custom', from: '2026-01-05', to: '2026-01-09T23:00:00Z' }, '2026-01-05', '2026-01-09'],
  [{ filterType: 'Custom', from: '2026-01-09', to: '2026-01-05' }, '2026-01-05', '2026-01-09'],
])('%j', (timeframe, from, to) => {
  expect(daysOfTimeframe(timeframe, '2026-11-20' as WallDate, 1)).toEqual({ from, to });
});

test.each([
  null,
  { filterType: 'All' },
  { filterType: 'Sprint' },
  { filterType: 'Custom', from: null, to: '2026-01-05' },
  { filterType: 'Custom', from: '2026-13-45', to: '2026-01-05' },
])('%j is all time', (timeframe) => {
  expect(daysOfTimeframe(timeframe, '2026-11-20' as WallDate, 1)).toBeNull();
});

test('a frame that is not of the past holds today', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(...TIMEFRAMES), (days, name) => {
      const today = addDays('1990-01-01' as WallDate, days);
      const range = on(today, name);
      if (!range) throw new Error(name);
      expect(daysBetween(range.from, range.to)).toBeGreaterThanOrEqual(0);
      const isPast = name.startsWith('Last') && !name.endsWith('Days');
      if (isPast || name === 'Yesterday') expect(range.to < today).toBe(true);
      else expect(range.from <= today && today <= range.to).toBe(true);
    }),
  );
});
