import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { addDays, daysBetween } from '../time/wall.ts';
import {
  type FirstWeekRule,
  type Weekday,
  weekdayOf,
  weekNumber,
  weekStart,
  weeksTouching,
} from './weeks.ts';

const date = (text: string) => text as WallDate;
const anyDate = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(date('1950-01-01'), days));
const anyWeekday = fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6);

test.each([
  ['2026-03-02', 1, '2026-03-02'],
  ['2026-03-08', 1, '2026-03-02'],
  ['2026-03-08', 0, '2026-03-08'],
  ['2026-03-06', 6, '2026-02-28'],
  ['2026-01-01', 1, '2025-12-29'],
] as const)('the week of %s that begins on weekday %i starts on %s', (day, firstDay, start) => {
  expect(weekStart(date(day), firstDay)).toBe(start);
});

test.each<[string, FirstWeekRule, Weekday, number, number]>([
  ['2026-01-01', 'firstFourDays', 1, 2026, 1],
  ['2025-12-29', 'firstFourDays', 1, 2026, 1],
  ['2027-01-03', 'firstFourDays', 1, 2026, 53],
  ['2021-01-03', 'firstFourDays', 1, 2020, 53],
  ['2021-01-04', 'firstFourDays', 1, 2021, 1],
  ['2027-01-01', 'firstDay', 0, 2027, 1],
  ['2026-12-31', 'firstDay', 0, 2027, 1],
  ['2026-01-04', 'firstDay', 0, 2026, 2],
  ['2026-01-04', 'firstFullWeek', 1, 2025, 52],
  ['2026-01-05', 'firstFullWeek', 1, 2026, 1],
])('%s by %s from weekday %i lies in %i, week %i', (day, firstWeek, firstDay, year, week) => {
  expect(weekNumber(date(day), { firstDay, firstWeek })).toEqual({ year, week });
});

test('without rules it is Monday and ISO 8601', () => {
  expect(weekStart(date('2026-03-08'))).toBe('2026-03-02');
  expect(weekNumber(date('2026-03-08'))).toEqual({ year: 2026, week: 10 });
});

test('the weeks of a range begin before it and end after it', () => {
  expect(weeksTouching(date('2026-03-08'), date('2026-03-16'))).toEqual([
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
  ]);
  expect(weeksTouching(date('2026-03-08'), date('2026-03-08'), 0)).toEqual(['2026-03-08']);
  expect(weeksTouching(date('2026-03-10'), date('2026-03-09'))).toEqual([]);
});

test('a week starts on its weekday, at most six days before each of its days', () => {
  fc.assert(
    fc.property(anyDate, anyWeekday, (day, firstDay) => {
      const start = weekStart(day, firstDay);
      expect(weekdayOf(start)).toBe(firstDay);
      expect([0, 1, 2, 3, 4, 5, 6]).toContain(daysBetween(start, day));
    }),
  );
});

test('week numbers count on by one, or begin anew with a year', () => {
  const rule = fc.constantFrom<FirstWeekRule>('firstFourDays', 'firstDay', 'firstFullWeek');
  fc.assert(
    fc.property(anyDate, anyWeekday, rule, (day, firstDay, firstWeek) => {
      const rules = { firstDay, firstWeek };
      const now = weekNumber(day, rules);
      const next = weekNumber(addDays(day, 7), rules);
      expect(now.week).toBeGreaterThanOrEqual(1);
      expect(now.week).toBeLessThanOrEqual(53);
      const expected =
        next.week === 1 ? { year: now.year + 1, week: 1 } : { year: now.year, week: now.week + 1 };
      expect(next).toEqual(expected);
    }),
  );
});
