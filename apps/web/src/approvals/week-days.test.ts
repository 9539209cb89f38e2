import type { WorkLog } from '@stint/contract';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOfWeek } from './week-days.ts';

const worklog = (timestamp: string, length: number) => ({ timestamp, length }) as WorkLog;

test('an entry counts on the day on which it begins, as it does for the week', () => {
  const days = daysOfWeek([
    worklog('2026-11-16T09:00:00', 3600),
    worklog('2026-11-16T23:00:00', 7200),
    worklog('2026-11-22T23:30:00', 5400),
  ]);
  expect(days.map(({ date, lengthSeconds }) => [date, lengthSeconds])).toEqual([
    ['2026-11-16', 10_800],
    ['2026-11-22', 5400],
  ]);
});

test('the days add up to the whole', () => {
  const entry = fc.record({
    timestamp: fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}T08:00:00`),
    length: fc.integer({ min: 1, max: 100_000 }),
  });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const sum = (lengths: number[]) => lengths.reduce((total, length) => total + length, 0);
      const days = daysOfWeek(entries as WorkLog[]);
      expect(sum(days.map(({ lengthSeconds }) => lengthSeconds))).toBe(
        sum(entries.map(({ length }) => length)),
      );
    }),
  );
});
