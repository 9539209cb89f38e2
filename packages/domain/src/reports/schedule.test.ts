import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../brands.ts';
import { toWallTime } from '../time/convert.ts';
import { nextRun, type Schedule } from './schedule.ts';

const daily: Schedule = {
  frequency: 'daily',
  weekday: null,
  monthDay: null,
  time: '08:00',
  zone: 'Europe/Berlin',
};

/** The wall time of the next run after a moment of UTC. */
const after = (now: string, schedule: Partial<Schedule> = {}) => {
  const planned = { ...daily, ...schedule };
  return toWallTime(nextRun(planned, instant(Date.parse(now))), planned.zone);
};

test.each<[string, Partial<Schedule>, string]>([
  ['2026-11-20T06:59:59Z', {}, '2026-11-20T08:00:00'],
  ['2026-11-20T07:00:00Z', {}, '2026-11-21T08:00:00'],
  ['2026-11-20T12:00:00Z', { frequency: 'weekly', weekday: 1 }, '2026-11-23T08:00:00'],
  ['2026-11-23T06:00:00Z', { frequency: 'weekly', weekday: 1 }, '2026-11-23T08:00:00'],
  ['2026-11-20T12:00:00Z', { frequency: 'monthly', monthDay: 1 }, '2026-12-01T08:00:00'],
  ['2026-02-10T12:00:00Z', { frequency: 'monthly', monthDay: 31 }, '2026-02-28T08:00:00'],
  ['2026-02-28T12:00:00Z', { frequency: 'monthly', monthDay: 31 }, '2026-03-31T08:00:00'],
  ['2026-03-28T20:00:00Z', { time: '02:30' }, '2026-03-29T03:30:00'],
  ['2026-11-20T12:00:00Z', { zone: 'Asia/Tokyo' }, '2026-11-21T08:00:00'],
])('after %s %j it is %s', (now, schedule, expected) => {
  expect(after(now, schedule)).toBe(expected);
});

test('runs follow each other, each after the one before', () => {
  const schedules = fc.record({
    frequency: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const),
    weekday: fc.integer({ min: 0, max: 6 }),
    monthDay: fc.integer({ min: 1, max: 31 }),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia'),
  });
  fc.assert(
    fc.property(
      schedules,
      fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (schedule, now) => {
        const first = nextRun(schedule, instant(now.getTime()));
        const second = nextRun(schedule, first);
        expect(first).toBeGreaterThan(now.getTime());
        const days = (second - first) / 86_400_000;
        const [least, most] = { daily: [0.9, 2.1], weekly: [6.9, 7.1], monthly: [27.9, 31.1] }[
          schedule.frequency
        ] as [number, number];
        expect(days).toBeGreaterThanOrEqual(least);
        expect(days).toBeLessThanOrEqual(most);
      },
    ),
  );
});
