import type { WallDate } from '@stint/domain';
import { expect, test } from 'vitest';
import { dateTicks } from './date-ticks.ts';

const day = (text: string) => text as WallDate;

test('a short time is told by days, as many as there is room for', () => {
  expect(dateTicks(day('2026-11-16'), day('2026-11-18'), 8)).toEqual([
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
  ]);
  expect(dateTicks(day('2026-11-01'), day('2026-11-30'), 4)).toEqual([
    '2026-11-01',
    '2026-11-09',
    '2026-11-17',
    '2026-11-25',
  ]);
});

test('a long time is told by the beginnings of its months', () => {
  expect(dateTicks(day('2025-12-02'), day('2026-11-27'), 6)).toEqual([
    '2026-01-01',
    '2026-03-01',
    '2026-05-01',
    '2026-07-01',
    '2026-09-01',
    '2026-11-01',
  ]);
  expect(dateTicks(day('2026-01-01'), day('2026-06-30'), 0)).toEqual(['2026-01-01']);
});
