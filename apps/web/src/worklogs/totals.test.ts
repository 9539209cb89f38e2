import type { WorkLog } from '@stint/contract';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalsByDay } from './totals.ts';

const worklog = (timestamp: string, length: number) => ({ timestamp, length }) as WorkLog;

test('days add up, also across midnight and on a day of 25 hours', () => {
  const totals = totalsByDay(
    [
      worklog('2026-10-24T23:00:00', 2 * 3600),
      worklog('2026-10-25T01:00:00', 3 * 3600),
      worklog('2026-10-25T00:00:00', 25 * 3600),
    ],
    'Europe/Berlin',
  );
  expect([...totals]).toEqual([
    ['2026-10-24', 3600],
    ['2026-10-25', 3600 + 10_800 + 90_000],
  ]);
});

test('all days together are all lengths together, in any zone', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu');
  const entry = fc
    .tuple(fc.integer({ min: 0, max: 400 * 86_400 }), fc.integer({ min: 1, max: 200_000 }))
    .map(([from, length]) =>
      worklog(new Date(Date.UTC(2026, 0, 1) + from * 1000).toISOString().slice(0, 19), length),
    );
  fc.assert(
    fc.property(fc.array(entry), zone, (worklogs, where) => {
      const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
      expect(sum(totalsByDay(worklogs, where).values())).toBe(sum(worklogs.map(({ length }) => length)));
    }),
  );
});
