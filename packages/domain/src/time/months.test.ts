import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { addMonths, monthEnd, monthStart } from './months.ts';
import { addDays, daysBetween } from './wall.ts';

const date = (text: string) => text as WallDate;
const anyDate = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(date('1950-01-01'), days));

test.each([
  ['2026-11-18', '2026-11-01', '2026-11-30'],
  ['2026-02-28', '2026-02-01', '2026-02-28'],
  ['2024-02-01', '2024-02-01', '2024-02-29'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
])('the month of %s is %s to %s', (day, first, last) => {
  expect([monthStart(date(day)), monthEnd(date(day))]).toEqual([first, last]);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-11-30', 14, '2028-01-30'],
  ['2026-03-31', -25, '2024-02-29'],
  ['2026-12-05', 0, '2026-12-05'],
])('%s and %i months make %s', (day, months, later) => {
  expect(addMonths(date(day), months)).toBe(later);
});

test('months follow each other without a gap', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      expect(addDays(monthEnd(day), 1)).toBe(monthStart(addMonths(monthStart(day), 1)));
      expect(monthStart(day) <= day && day <= monthEnd(day)).toBe(true);
      expect([28, 29, 30, 31]).toContain(daysBetween(monthStart(day), monthEnd(day)) + 1);
    }),
  );
});

test('some months there and back lead to the same month', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -500, max: 500 }), (day, months) => {
      expect(monthStart(addMonths(addMonths(day, months), -months))).toBe(monthStart(day));
    }),
  );
});
