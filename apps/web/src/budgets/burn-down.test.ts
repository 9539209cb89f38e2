import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { burnDown, burnDownByWeek } from './burn-down.ts';

const worklogs = [
  { timestamp: '2026-11-18T09:00:00', length: 3600 },
  { timestamp: '2026-11-16T23:30:00', length: 7200 },
  { timestamp: '2026-11-18T13:00:00', length: 1800 },
  { timestamp: '2026-11-23T13:00:00', length: 900 },
];

test('a budget goes down day by day, below nothing too', () => {
  expect(burnDown(10_000, worklogs)).toEqual([
    { date: '2026-11-16', trackedSeconds: 7200, leftSeconds: 2800 },
    { date: '2026-11-18', trackedSeconds: 5400, leftSeconds: -2600 },
    { date: '2026-11-23', trackedSeconds: 900, leftSeconds: -3500 },
  ]);
  expect(burnDown(100, [])).toEqual([]);
});

test('weeks begin as the organization says', () => {
  expect(burnDownByWeek(0, worklogs, 1).map(({ date }) => date)).toEqual(['2026-11-16', '2026-11-23']);
  expect(burnDownByWeek(0, worklogs, 3).map(({ date }) => date)).toEqual(['2026-11-11', '2026-11-18']);
});

test('what is left in the end is planned less all that was tracked', () => {
  const worklog = fc.record({
    timestamp: fc
      .integer({ min: 1, max: 28 })
      .map((day) => `2026-02-${String(day).padStart(2, '0')}T08:00:00`),
    length: fc.integer({ min: 1, max: 100_000 }),
  });
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(worklog, { minLength: 1 }), (planned, some) => {
      const all = some.reduce((sum, { length }) => sum + length, 0);
      for (const points of [burnDown(planned, some), burnDownByWeek(planned, some, 1)])
        expect(points.at(-1)?.leftSeconds).toBe(planned - all);
    }),
  );
});
