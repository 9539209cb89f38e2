import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { addDays, daysBetween } from '../time/wall.ts';
import { type Weekday, weekdayOf, weekStart } from '../weeks/weeks.ts';
import { approvalStart, openFrom, weekEnd } from './dates.ts';

const date = (text: string) => text as WallDate;

test.each([
  ['2026-03-02', '2025-03-01'],
  ['2026-03-01', '2025-02-28'],
  ['2026-01-01', '2024-12-31'],
  ['2025-03-01', '2024-02-29'],
  ['2024-02-29', '2023-02-28'],
])('on %s approvals begin one year and a day back, on %s', (today, start) => {
  expect(approvalStart({ startDate: null }, date(today))).toBe(start);
});

test('an organization’s own start date counts instead', () => {
  expect(approvalStart({ startDate: date('2020-05-05') }, date('2026-03-02'))).toBe('2020-05-05');
});

test.each([
  // Sunday 8 March ends the week of 2 March
  ['2026-03-08', 1, 1, '2026-02-23'],
  ['2026-03-09', 1, 1, '2026-03-02'],
  ['2026-03-09', 2, 1, '2026-02-23'],
  ['2026-03-09', 1, 0, '2026-03-01'],
  ['2026-03-09', 52, 1, '2025-03-10'],
] as const)('on %s weeks that lock after %i weeks, begun on weekday %i, are open from %s', (...row) => {
  const [today, weeks, firstDay, first] = row;
  expect(openFrom(date(today), weeks, firstDay)).toBe(first);
});

test('without the rule nothing locks by age, and weeks begin on Monday', () => {
  expect(openFrom(date('2026-03-09'), null)).toBeNull();
  expect(openFrom(date('2026-03-08'), 1)).toBe('2026-02-23');
});

test('a week is open until so many whole weeks have passed since its last day', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(date('2020-01-01'), days));
  const firstDay = fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6);
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 20 }), firstDay, (day, lockAfterWeeks, firstDay) => {
      const end = weekEnd(weekStart(day, firstDay));
      const isOpen = (today: WallDate) => end >= (openFrom(today, lockAfterWeeks, firstDay) ?? end);
      expect(isOpen(addDays(end, 7 * lockAfterWeeks))).toBe(true);
      expect(isOpen(addDays(end, 7 * lockAfterWeeks + 1))).toBe(false);
      expect(weekdayOf(openFrom(day, lockAfterWeeks, firstDay) ?? day)).toBe(firstDay);
    }),
  );
});

test('a week has seven days', () => {
  expect(daysBetween(date('2026-03-02'), weekEnd(date('2026-03-02')))).toBe(6);
});
