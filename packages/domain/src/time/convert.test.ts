import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instant, type WallTime } from '../brands.ts';
import { toInstant, toWallTime, toWallTimeAtOffset } from './convert.ts';
import { epochOfWall, wallOfEpoch } from './wall.ts';
import { isTimeZone, offsetMinutes } from './zones.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
  'America/St_Johns',
  'Pacific/Apia',
];
const zone = fc.constantFrom(...zones);
const moments = fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2100, 0) }).map(instant);
const at = (text: string) => Date.parse(text) as Instant;
const wall = (text: string) => text as WallTime;

test('zone names are known in any letter case; offsets and nonsense are not names', () => {
  expect([...zones, 'europe/berlin', 'utc'].every(isTimeZone)).toBe(true);
  expect(['', 'Mars/Olympus', '+02:00', '-05:00', 'GMT+1', ' UTC', 'Europe'].some(isTimeZone)).toBe(false);
});

test.each([
  ['UTC', '2026-03-02T12:00:00Z', 0],
  ['Europe/Berlin', '2026-03-02T12:00:00Z', 60],
  ['Europe/Berlin', '2026-07-02T12:00:00Z', 120],
  ['America/New_York', '2026-01-02T12:00:00Z', -300],
  ['Asia/Kathmandu', '2026-01-02T12:00:00Z', 345],
  ['Australia/Lord_Howe', '2026-01-02T12:00:00Z', 660],
  ['Australia/Lord_Howe', '2026-07-02T12:00:00Z', 630],
  ['Africa/Monrovia', '1960-01-01T00:00:00Z', -44],
])('%s at %s is %i minutes east of UTC', (name, text, minutes) => {
  expect(offsetMinutes(name, at(text))).toBe(minutes);
});

describe('a wall time becomes an instant', () => {
  test.each([
    ['Europe/Berlin', '2026-03-02T10:28:00', '2026-03-02T09:28:00Z', 'an ordinary day'],
    ['Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:30:00Z', 'a gap moves forward, to 03:30'],
    ['Europe/Berlin', '2026-03-29T02:00:00', '2026-03-29T01:00:00Z', 'the first moment of a gap'],
    ['Europe/Berlin', '2026-03-29T03:00:00', '2026-03-29T01:00:00Z', 'the first moment after a gap'],
    ['Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z', 'an overlap means the earlier'],
    ['Europe/Berlin', '2026-10-25T03:00:00', '2026-10-25T02:00:00Z', 'the first moment after an overlap'],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00Z', 'a gap west of UTC'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00Z', 'an overlap west of UTC'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00Z', 'a gap of half an hour'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00Z', 'an overlap of half an hour'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00Z', 'a day that never was'],
    ['Asia/Kathmandu', '2026-03-02T10:28:00.125', '2026-03-02T04:43:00.125Z', 'milliseconds are kept'],
  ])('%s %s is %s: %s', (name, text, expected) => {
    expect(new Date(toInstant(wall(text), name)).toISOString()).toBe(new Date(expected).toISOString());
  });

  test('and the same wall time again, unless it was in a gap; the instant is never later than another with that wall time', () => {
    fc.assert(
      fc.property(moments, zone, (moment, name) => {
        const shown = toWallTime(moment, name);
        const back = toInstant(shown, name);
        expect(toWallTime(back, name)).toBe(shown);
        expect(back).toBeLessThanOrEqual(moment);
      }),
      { numRuns: 1000 },
    );
  });

  test('around every change of clocks too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1980, max: 2037 }), fc.nat(366 * 96), zone, (year, quarter, name) => {
        const text = wallOfEpoch(Date.UTC(year, 0, 1) + quarter * 900_000);
        const moved = epochOfWall(toWallTime(toInstant(text, name), name)) - epochOfWall(text);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(name === 'Pacific/Apia' ? 86_400_000 : 3_600_000);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a fixed offset is minutes east', () => {
  expect(toWallTimeAtOffset(at('2026-03-02T09:28:00Z'), 60)).toBe('2026-03-02T10:28:00');
  expect(toWallTimeAtOffset(at('2026-03-02T00:00:00Z'), -300)).toBe('2026-03-01T19:00:00');
});

test('an unknown zone is a RangeError', () => {
  expect(() => toWallTime(at('2026-03-02T00:00:00Z'), 'Mars/Olympus')).toThrow(RangeError);
});
