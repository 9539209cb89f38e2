import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, seconds, type WallDate } from '../brands.ts';
import { toWallTime } from './convert.ts';
import { dayLength, splitAtMidnight } from './days.ts';
import { dayOf } from './wall.ts';

const date = (text: string) => text as WallDate;
const at = (text: string) => instant(Date.parse(text));

test.each([
  ['2026-03-28', 'Europe/Berlin', 24],
  ['2026-03-29', 'Europe/Berlin', 23],
  ['2026-10-25', 'Europe/Berlin', 25],
  ['2026-11-01', 'America/New_York', 25],
  ['2026-10-04', 'Australia/Lord_Howe', 23.5],
  ['2018-11-04', 'America/Sao_Paulo', 23],
  ['2011-12-30', 'Pacific/Apia', 0],
  ['2026-03-29', 'UTC', 24],
])('%s in %s has %d hours', (day, zone, hours) => {
  expect(dayLength(date(day), zone)).toBe(hours * 3600);
});

describe('splitting at midnight', () => {
  test('an entry within one day is one part', () => {
    const startedAt = at('2026-03-02T09:00:00Z');
    expect(splitAtMidnight(startedAt, seconds(3600), 'Europe/Berlin')).toEqual([
      { date: '2026-03-02', startedAt, seconds: 3600 },
    ]);
  });

  test('an entry that ends at midnight has no part on the next day', () => {
    expect(splitAtMidnight(at('2026-03-02T22:00:00Z'), seconds(3600), 'Europe/Berlin')).toHaveLength(1);
  });

  test('an entry over the long night has a middle day of 25 hours', () => {
    const parts = splitAtMidnight(at('2026-10-24T21:00:00Z'), seconds(27 * 3600), 'Europe/Berlin');
    expect(parts).toEqual([
      { date: '2026-10-24', startedAt: at('2026-10-24T21:00:00Z'), seconds: 3600 },
      { date: '2026-10-25', startedAt: at('2026-10-24T22:00:00Z'), seconds: 25 * 3600 },
      { date: '2026-10-26', startedAt: at('2026-10-25T23:00:00Z'), seconds: 3600 },
    ]);
  });

  test('a day that a zone skipped has no part', () => {
    const parts = splitAtMidnight(at('2011-12-30T09:00:00Z'), seconds(7200), 'Pacific/Apia');
    expect(parts.map((part) => part.date)).toEqual(['2011-12-29', '2011-12-31']);
  });

  test('clocks put back over midnight do not open the old day again', () => {
    const parts = splitAtMidnight(at('2005-10-30T02:30:30Z'), seconds(7200), 'America/St_Johns');
    expect(parts).toEqual([{ date: '2005-10-30', startedAt: at('2005-10-30T02:30:30Z'), seconds: 7200 }]);
    const later = splitAtMidnight(at('2005-10-30T02:40:00Z'), seconds(3600), 'America/St_Johns');
    expect(later.map((part) => part.date)).toEqual(['2005-10-30']);
  });

  test('an entry without length is one part without length', () => {
    const startedAt = at('2026-03-02T09:00:00Z');
    expect(splitAtMidnight(startedAt, seconds(0), 'UTC')).toEqual([
      { date: '2026-03-02', startedAt, seconds: 0 },
    ]);
  });

  test('parts follow each other, lie on their days and add up', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    );
    const starts = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2037, 0) }).map(instant);
    fc.assert(
      fc.property(starts, fc.nat(5 * 86_400), zones, (startedAt, length, zone) => {
        const parts = splitAtMidnight(startedAt, seconds(length), zone);
        expect(parts.reduce((sum, part) => sum + part.seconds, 0)).toBe(length);
        let cursor: number = startedAt;
        for (const part of parts) {
          expect(part.startedAt).toBe(cursor);
          expect(dayOf(toWallTime(part.startedAt, zone))).toBe(part.date);
          cursor += part.seconds * 1000;
        }
      }),
      { numRuns: 300 },
    );
  });
});
