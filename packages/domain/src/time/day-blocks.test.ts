import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant, seconds, type WallTime } from '../brands.ts';
import { clockChangeOf } from './clock-change.ts';
import { toInstant } from './convert.ts';
import { dayBlocks } from './day-blocks.ts';

const BERLIN = 'Europe/Berlin';
const at = (text: string) => toInstant(text as WallTime, BERLIN);
const blocks = (start: string, length: number) =>
  dayBlocks(at(start), seconds(length), BERLIN).map(({ date, seconds: share, from, to }) => [
    date,
    share,
    from / 3600,
    to / 3600,
  ]);

test('an entry lies where the clock showed', () => {
  expect(blocks('2026-11-18T09:30:00', 5400)).toEqual([['2026-11-18', 5400, 9.5, 11]]);
});

test('across midnight it reaches to the end of one day and begins with the next', () => {
  expect(blocks('2026-11-18T23:00:00', 7200)).toEqual([
    ['2026-11-18', 3600, 23, 24],
    ['2026-11-19', 3600, 0, 1],
  ]);
});

test('until midnight it does not touch the next day', () => {
  expect(blocks('2026-11-18T23:00:00', 3600)).toEqual([['2026-11-18', 3600, 23, 24]]);
});

test('over a skipped hour it is taller than its time', () => {
  expect(blocks('2026-03-29T01:30:00', 3600)).toEqual([['2026-03-29', 3600, 1.5, 3.5]]);
});

test('over an hour that comes twice it reaches as far as the clock came', () => {
  expect(blocks('2026-10-25T02:30:00', 3600)).toEqual([['2026-10-25', 3600, 2.5, 3]]);
  expect(blocks('2026-10-25T01:00:00', 4 * 3600)).toEqual([['2026-10-25', 14_400, 1, 4]]);
});

test('in any zone blocks stay within their days and add up to the length', () => {
  const start = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
  const zone = fc.constantFrom(BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
  const length = fc.integer({ min: 1, max: 200_000 });
  fc.assert(
    fc.property(start, length, zone, (minute, whole, name) => {
      const found = dayBlocks(instant(minute * 60_000), seconds(whole), name);
      expect(found.reduce((sum, block) => sum + block.seconds, 0)).toBe(whole);
      for (const { date, from, to, seconds: share } of found) {
        expect(from >= 0 && from <= to && to <= 86_400).toBe(true);
        if (clockChangeOf(date, name) === null) expect(to - from).toBe(share);
      }
    }),
  );
});
