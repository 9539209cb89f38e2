import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClientTime } from './client-time.ts';
import { wallOfEpoch } from './wall.ts';

test.each([
  ['2026-03-02', '2026-03-02T00:00:00'],
  ['2026-03-02T10:28:00', '2026-03-02T10:28:00'],
  ['2026-03-02t10:28', '2026-03-02T10:28:00'],
  ['2026-03-02 10:28:00', '2026-03-02T10:28:00'],
  ['2026-03-02T10:28:00.1', '2026-03-02T10:28:00.100'],
  ['2026-03-02T10:28:00.1239999', '2026-03-02T10:28:00.123'],
  ['2026-03-02T10:28:00.0000000', '2026-03-02T10:28:00'],
  ['  2026-03-02  ', '2026-03-02T00:00:00'],
  ['2024-02-29', '2024-02-29T00:00:00'],
  ['5/29/2021, 10:12:00 AM', '2021-05-29T10:12:00'],
  ['5/29/2021, 10:12:00\u202fPM', '2021-05-29T22:12:00'],
  ['5/29/2021, 10:12:00\u00a0pm', '2021-05-29T22:12:00'],
  ['5/29/2021 10:12 AM', '2021-05-29T10:12:00'],
  ['05/09/2021, 1:02PM', '2021-05-09T13:02:00'],
  ['5/29/2021, 12:00:00 AM', '2021-05-29T00:00:00'],
  ['5/29/2021, 12:00:00 PM', '2021-05-29T12:00:00'],
  ['5/29/2021', '2021-05-29T00:00:00'],
])('%j is the wall time %s', (text, wall) => {
  expect(readClientTime(text)).toEqual({ kind: 'wall', wall });
});

test.each([
  ['2026-03-02T10:28:00Z', '2026-03-02T10:28:00.000Z'],
  ['2026-03-02T10:28:00.1234567z', '2026-03-02T10:28:00.123Z'],
  ['2026-03-02T10:28:00+01:00', '2026-03-02T09:28:00.000Z'],
  ['2026-03-02T10:28:00 01:00', '2026-03-02T09:28:00.000Z'],
  ['2026-03-02T10:28:00-0530', '2026-03-02T15:58:00.000Z'],
  ['2026-03-02T10:28+14', '2026-03-01T20:28:00.000Z'],
])('%j is the instant %s', (text, expected) => {
  expect(readClientTime(text)).toEqual({ kind: 'instant', instant: Date.parse(expected) });
});

describe('what cannot be read is refused with a reason', () => {
  test.each([
    ['2026-02-30', 'no day 30 in month 02 of 2026'],
    ['2025-02-29T10:00:00Z', 'no day 29'],
    ['2026-13-01', 'no day 01 in month 13'],
    ['2/30/2026, 1:00:00 AM', 'no day 30'],
    ['1899-12-31', 'between 1900 and 9999'],
    ['2026-03-02T24:00:00', 'between 00:00:00 and 23:59:59'],
    ['2026-03-02T10:60:00', 'between 00:00:00 and 23:59:59'],
    ['2026-03-02T10:00:60', 'between 00:00:00 and 23:59:59'],
    ['5/29/2021, 13:00:00 PM', 'between 1 and 12'],
    ['5/29/2021, 0:00:00 AM', 'between 1 and 12'],
    ['2026-03-02T10:28:00+15:00', 'offset'],
    ['2026-03-02T10:28:00+01:75', 'offset'],
    ['9999-12-31T23:59:59-01:00', 'in every zone'],
    ['1900-01-01T00:00:00Z', 'in every zone'],
  ])('%j: %s', (text, part) => {
    expect(readClientTime(text)).toMatchObject({ kind: 'error', reason: expect.stringContaining(part) });
  });

  test.each([
    '',
    'now',
    '2026-3-2',
    '2026-03-02Z',
    '2026-03-02T10',
    '02.03.2026',
    '1772447280000',
    '+012026-01-01',
    '5/29/21',
    '29/5',
    '5/29/2021, 14:00:00',
  ])('%j', (text) => {
    expect(readClientTime(text)).toMatchObject({ kind: 'error' });
  });
});

test('a text that is no time comes back shortened, with the form that would be read', () => {
  expect(readClientTime(` ${'x'.repeat(50)} `)).toEqual({
    kind: 'error',
    reason: `"${'x'.repeat(40)}" is not a time; write 2026-03-02T10:28:00, with Z or an offset if it is an instant`,
  });
});

test('the bounds of instants and offsets are times themselves', () => {
  const epochOf = (text: string) => ({ kind: 'instant', instant: Date.parse(text) });
  expect(readClientTime('1900-01-02T00:00:00Z')).toEqual(epochOf('1900-01-02T00:00:00Z'));
  expect(readClientTime('9999-12-31T00:00:00Z')).toEqual(epochOf('9999-12-31T00:00:00Z'));
  expect(readClientTime('2026-03-02T10:00:00+05:59')).toEqual(epochOf('2026-03-02T10:00:00+05:59'));
});

test('the American form stands alone, with any number of blanks before its time', () => {
  expect(readClientTime('on 5/29/2021')).toMatchObject({ kind: 'error' });
  expect(readClientTime('5/29/2021,   10:12:00 AM')).toEqual({ kind: 'wall', wall: '2021-05-29T10:12:00' });
});

test('what JavaScript itself writes is read: toISOString and toLocaleString en-US', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(9999, 11, 31) }), (epoch) => {
      const date = new Date(epoch);
      expect(readClientTime(date.toISOString())).toEqual({ kind: 'instant', instant: epoch });
      const wholeSecond = wallOfEpoch(Math.floor(epoch / 1000) * 1000);
      expect(readClientTime(date.toLocaleString('en-US', { timeZone: 'UTC' }))).toEqual({
        kind: 'wall',
        wall: wholeSecond,
      });
    }),
  );
});

test('no text at all makes it throw', () => {
  const pieces = fc.constantFrom(
    '2026',
    '-02',
    '-30',
    'T',
    '10',
    ':00',
    'Z',
    '+',
    '99',
    '/',
    ', ',
    'AM',
    '.1234567',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      (text) => {
        expect(['wall', 'instant', 'error']).toContain(readClientTime(text).kind);
      },
    ),
  );
});
