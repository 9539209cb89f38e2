import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laterTimeOfDay, readTimeOfDay } from './time-of-day.ts';

describe('a time of day is read', () => {
  test.each([
    ['9', '09:00'],
    ['9h', '09:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    [' 9:30 ', '09:30'],
    ['9.30', '09:30'],
    ['21h30', '21:30'],
    ['15:01:09', '15:01:09'],
    ['15:01:00', '15:01'],
    ['9:30 pm', '21:30'],
    ['9:30 a. m.', '09:30'],
    ['9p', '21:00'],
    ['12 am', '00:00'],
    ['12:15 PM', '12:15'],
    ['0', '00:00'],
    ['23:59', '23:59'],
  ])('%s as %s', (text, time) => expect(readTimeOfDay(text)).toBe(time));

  test.each(['', 'soon', '24', '24:00', '9:60', '9:3', '13 pm', '0 am', '12345', '-9', '9:30:61', '9:30 xm'])(
    '%s not at all',
    (text) => expect(readTimeOfDay(text)).toBeNull(),
  );

  test('whatever is read stays as it is when it is read again', () =>
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), fc.nat(59), (...parts) => {
        const text = parts.map((part) => String(part).padStart(2, '0')).join(':');
        const time = readTimeOfDay(text) ?? '';
        expect(`${time}:00`.slice(0, 8)).toBe(text);
        expect(readTimeOfDay(time)).toBe(time);
      }),
    ));
});

test('minutes are counted around the clock', () => {
  expect(laterTimeOfDay('09:57', 5)).toBe('10:02');
  expect(laterTimeOfDay('23:58:30', 5)).toBe('00:03');
  expect(laterTimeOfDay('00:02', -5)).toBe('23:57');
});
