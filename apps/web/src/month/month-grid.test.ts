import {
  addDays,
  DEFAULT_WEEK_RULES,
  monthEnd,
  monthStart,
  type WallDate,
  type Weekday,
  weekdayOf,
} from '@stint/domain';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthGrid } from './month-grid.ts';

const date = (text: string) => text as WallDate;

test('November 2026 lies in six weeks that begin on Monday', () => {
  const grid = monthGrid(date('2026-11-18'), DEFAULT_WEEK_RULES);
  expect(grid.map(({ start, number }) => [start, number])).toEqual([
    ['2026-10-26', 44],
    ['2026-11-02', 45],
    ['2026-11-09', 46],
    ['2026-11-16', 47],
    ['2026-11-23', 48],
    ['2026-11-30', 49],
  ]);
  expect(grid[0]?.days.map(({ isInMonth }) => isInMonth).lastIndexOf(false)).toBe(5);
});

test('every day of a month stands in it once, each row begins on the first day of the week', () => {
  const month = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(date('1950-01-01'), days));
  const firstDay = fc.constantFrom<Weekday>(0, 1, 6);
  fc.assert(
    fc.property(month, firstDay, (at, first) => {
      const grid = monthGrid(at, { firstDay: first, firstWeek: 'firstFourDays' });
      const inMonth = grid.flatMap(({ days }) => days).filter((day) => day.isInMonth);
      expect(inMonth[0]?.date).toBe(monthStart(at));
      expect(inMonth.at(-1)?.date).toBe(monthEnd(at));
      expect(new Set(inMonth.map((day) => day.date)).size).toBe(inMonth.length);
      for (const { start, days } of grid) {
        expect(weekdayOf(start)).toBe(first);
        expect(days).toHaveLength(7);
        expect(days.filter(({ isWeekend }) => isWeekend)).toHaveLength(2);
      }
    }),
  );
});
