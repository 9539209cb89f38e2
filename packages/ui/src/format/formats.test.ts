import { DEFAULT_WEEK_RULES, readTimeOfDay, type WallDate, type WallTime } from '@stint/domain';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormatSettings } from './format-settings.ts';
import { createFormats } from './formats.ts';

const formats = (change: Partial<FormatSettings> = {}) =>
  createFormats({
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    durationFormat: 'HH:MM',
    weekRules: DEFAULT_WEEK_RULES,
    rounding: null,
    ...change,
  });
const day = (text: string) => text as WallDate;
const wall = (text: string) => text as WallTime;

describe('lengths', () => {
  test.each([
    ['HH:MM', 'en-GB', '1:31'],
    ['HH:MM:SS', 'de', '1:30:01'],
    ['0.0', 'de', '1,5'],
    ['0.00', 'en-US', '1.50'],
  ] as const)('5401 s as %s in %s are %s', (durationFormat, locale, text) => {
    expect(formats({ durationFormat, locale }).length(5401)).toBe(text);
  });

  test('are rounded to look at, never to edit', () => {
    const rounded = formats({ rounding: { minutes: 15, mode: 'up' } });
    expect([rounded.length(5401), rounded.exactLength(5401), rounded.exactLength(5400)]).toEqual([
      '1:45',
      '1:30:01',
      '1:30',
    ]);
  });

  test('a clock shows seconds, hours have no needless zeros', () => {
    expect([formats().percent(50.6), formats({ locale: 'de' }).percent(107)]).toEqual(['51%', '107\u00a0%']);
    expect([formats().clock(2832), formats().hours(5400), formats({ locale: 'fr' }).hours(29_520)]).toEqual([
      '0:47:12',
      '1.5 h',
      '8,2 h',
    ]);
  });
});

describe('days and times', () => {
  test.each([
    ['en-GB', 'Wed, 30 Dec 2020', '09:10'],
    ['en-US', 'Wed, Dec 30, 2020', '9:10 AM'],
    ['de', 'Mi., 30. Dez. 2020', '09:10'],
    ['pl', 'śr., 30 gru 2020', '09:10'],
  ])('in %s are %s and %s', (locale, date, time) => {
    const made = formats({ locale });
    expect(made.day(day('2020-12-30'), 'weekday')).toBe(date);
    expect(made.time(wall('2020-12-30T09:10:59')).replace('\u202f', ' ')).toBe(time);
  });

  test('some days in a row say the month once', () => {
    const from = day(`${new Date().getUTCFullYear()}-11-16`);
    const text = formats().days(from, from.replace('-16', '-22') as WallDate);
    expect(text.replaceAll('\u2009', ' ')).toBe('16 – 22 Nov');
  });

  test('the midnight at the end of a day is 24:00, or AM', () => {
    expect(formats().times(wall('2026-11-19T23:00:00'), null)).toBe('23:00 – 24:00');
    const american = formats({ locale: 'en-US' }).times(wall('2026-11-19T23:00:00'), null);
    expect(american.replaceAll('\u202f', ' ')).toBe('11:00 PM – 12:00 AM');
  });

  test('instants are told by the person’s clock', () => {
    expect(formats({ timeZone: 'Asia/Tokyo' }).dateTime('2026-11-19T23:30:00Z')).toBe('20 Nov 2026, 08:30');
  });

  test('days of the week are counted from Sunday', () => {
    expect([formats().weekday(0), formats().weekday(1), formats().weekday(6, 'long')]).toEqual([
      'Sun',
      'Mon',
      'Saturday',
    ]);
  });

  test('any day is written in any locale', () => {
    const locale = fc.constantFrom('en-GB', 'en-US', 'de-CH', 'fr', 'es', 'pl', 'ar-EG', 'th', 'ja');
    const offset = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(locale, offset, (chosen, days) => {
        const at = day(new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10));
        expect(formats({ locale: chosen }).day(at, 'full').length).toBeGreaterThan(5);
      }),
    );
  });
});

describe('a time of day to edit', () => {
  test.each([
    ['en-GB', '15:01', '15:01:09'],
    ['en-US', '3:01 PM', '3:01:09 PM'],
    ['de', '15:01', '15:01:09'],
  ])('is written in %s with its seconds, where it has some', (locale, short, long) => {
    const written = (time: string) =>
      formats({ locale })
        .exactTime(wall(`2026-11-18T${time}`))
        .replace(/\s/, ' ');
    expect([written('15:01:00'), written('15:01:09')]).toEqual([short, long]);
  });

  test.each(['en-GB', 'en-US', 'de', 'fr', 'es', 'pl', 'es-MX'])(
    'is read in %s as it was written',
    (locale) => {
      const { exactTime } = formats({ locale });
      fc.assert(
        fc.property(fc.nat(23), fc.nat(59), fc.constantFrom(0, 1, 59), (...parts) => {
          const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
          expect(readTimeOfDay(exactTime(wall(`2026-11-18T${time}`)))).toBe(time.replace(/:00$/, ''));
        }),
      );
    },
  );
});

test('hours in a column have as many decimals', () =>
  expect([formats().hours(5040, 2), formats().hours(3600, 2)]).toEqual(['1.40 h', '1.00 h']));
