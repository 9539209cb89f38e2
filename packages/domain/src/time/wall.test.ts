import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seconds, type WallDate, type WallTime } from '../brands.ts';
import {
  addDays,
  addSeconds,
  dayOf,
  daysBetween,
  epochOfWall,
  isDay,
  readWallDate,
  readWallTime,
  wallOfEpoch,
} from './wall.ts';

const wall = (text: string) => text as WallTime;
const date = (text: string) => text as WallDate;

test('days are read when the calendar has them', () => {
  expect(readWallDate('2024-02-29')).toBe('2024-02-29');
  expect(readWallDate('1900-01-01')).toBe('1900-01-01');
  for (const text of [
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '1899-12-31',
    '2026-3-2',
    '2026-03-02T00:00:00',
    'on 2026-03-02',
    '12026-03-02',
    '',
  ]) {
    expect(readWallDate(text)).toBeNull();
  }
});

test('the calendar goes from 1900 to 9999', () => {
  expect([isDay(1900, 1, 1), isDay(9999, 12, 31)]).toEqual([true, true]);
  expect([isDay(1899, 12, 31), isDay(10_000, 1, 1)]).toEqual([false, false]);
});

test('wall times are read in one spelling', () => {
  expect(readWallTime('2026-03-02T10:12:38.107')).toBe('2026-03-02T10:12:38.107');
  expect(readWallTime('2026-03-02T10:12:38.5')).toBe('2026-03-02T10:12:38.500');
  expect(readWallTime('2026-03-02T10:12:38.000')).toBe('2026-03-02T10:12:38');
  expect(readWallTime('2026-03-02T10:12:38')).toBe('2026-03-02T10:12:38');
  expect(readWallTime('02026-03-02T10:12:38')).toBeNull();
  for (const text of [
    '2026-02-30T00:00:00',
    '2026-03-02T24:00:00',
    '2026-03-02T10:60:00',
    '2026-03-02T10:12',
    '2026-03-02T10:12:38Z',
  ]) {
    expect(readWallTime(text)).toBeNull();
  }
});

test('seconds are added across midnight, month and leap day', () => {
  expect(addSeconds(wall('2024-02-28T23:59:59'), seconds(1))).toBe('2024-02-29T00:00:00');
  expect(addSeconds(wall('2026-01-01T00:00:00.250'), seconds(-1))).toBe('2025-12-31T23:59:59.250');
});

test('days are added and counted', () => {
  expect(addDays(date('2024-02-28'), 2)).toBe('2024-03-01');
  expect(addDays(date('2026-01-01'), -1)).toBe('2025-12-31');
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      expect(daysBetween(date('2026-03-02'), addDays(date('2026-03-02'), days))).toBe(days);
    }),
  );
});

test('epoch and wall time are two spellings of the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(9999, 11, 31) }), (epoch) => {
      const text = wallOfEpoch(epoch);
      expect(epochOfWall(text)).toBe(epoch);
      expect(readWallTime(text)).toBe(text);
      expect(readWallDate(dayOf(text))).toBe(dayOf(text));
    }),
  );
});
