import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, rangeOf, recentHour, startOf, withEnd } from './time-range.ts';

const zone = 'Europe/Berlin';
const range = { date: '2026-11-20', from: '09:10', lengthSeconds: 8100 };

test('from and duration give to', () => {
  expect(endOf(range, zone)).toBe('11:25');
});

test('from and to give the duration', () => {
  expect(withEnd(range, '10:00', zone).lengthSeconds).toBe(3000);
});

test('an end before the start lies on the next day', () => {
  expect(withEnd({ ...range, from: '23:00' }, '01:00', zone).lengthSeconds).toBe(7200);
  expect(withEnd(range, '09:10', zone).lengthSeconds).toBe(86_400);
});

test('on the day when clocks go back, from–to counts the hour twice', () => {
  expect(withEnd({ date: '2026-10-25', from: '01:00', lengthSeconds: 0 }, '04:00', zone).lengthSeconds).toBe(
    4 * 3600,
  );
});

test('seconds of a tracked entry are kept', () => {
  const tracked = rangeOf('2026-11-20T09:12:38', 95);
  expect(tracked.from).toBe('09:12:38');
  expect(endOf(tracked, zone)).toBe('09:14:13');
  expect(startOf(tracked)).toBe('2026-11-20T09:12:38');
});

test('what is not whole yet has no end', () => {
  expect(endOf({ ...range, from: '' }, zone)).toBe('');
  expect(endOf({ ...range, date: '2026-02-30' }, zone)).toBe('');
  expect(endOf({ ...range, lengthSeconds: null }, zone)).toBe('');
  expect(withEnd(range, '', zone).lengthSeconds).toBeNull();
});

test('a new entry is offered the hour up to now on full five minutes, within today', () => {
  expect(recentHour(Date.parse('2026-11-20T10:32:10Z'), zone)).toEqual({
    date: '2026-11-20',
    from: '10:30',
    lengthSeconds: 3600,
  });
  expect(recentHour(Date.parse('2026-11-20T23:20:00Z'), zone)).toMatchObject({
    date: '2026-11-21',
    from: '00:00',
  });
});

test('to and duration stay in step for every start and length within a day', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(minute, fc.integer({ min: 1, max: 1440 }), (start, length) => {
      const from = `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`;
      const given = { date: '2026-06-15', from, lengthSeconds: length * 60 };
      expect(withEnd(given, endOf(given, zone), zone)).toEqual(given);
    }),
  );
});
