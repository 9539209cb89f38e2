import { addDays, type WallDate, type WallTime } from '@stint/domain';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantsOf, type Place } from '../entry.ts';
import {
  beginningAt,
  begunBy,
  endedBy,
  endingAt,
  movedBy,
  movedDays,
  movedTo,
  nearest,
  placeBetween,
  snapped,
  STEP,
} from './place.ts';

const ZONE = 'Europe/Berlin';
const HOUR = 3600;
const point = (date: string, hours: number) => ({ date: date as WallDate, clock: hours * HOUR });
const place = (start: string, hours: number): Place => ({
  start: `${start}:00` as WallTime,
  hasClockTime: true,
  length: hours * HOUR,
});

test('what is marked keeps to quarters of an hour and is one long at least', () => {
  const between = (a: number, b: number) =>
    placeBetween(point('2026-11-18', a), point('2026-11-18', b), ZONE);
  expect(between(9.3, 10.1)).toEqual(place('2026-11-18T09:15', 1));
  expect(between(10.1, 9.3)).toEqual(place('2026-11-18T09:15', 1));
  expect(between(9.5, 9.5)).toEqual(place('2026-11-18T09:30', 0.25));
  expect(between(24, 24)).toEqual(place('2026-11-18T23:45', 0.25));
});

test('what is marked over a skipped hour is as long as the time was', () => {
  const between = (a: number, b: number) =>
    placeBetween(point('2026-03-29', a), point('2026-03-29', b), ZONE);
  expect(between(1.5, 3.5)).toEqual(place('2026-03-29T01:30', 1));
  expect(between(2, 2.1)).toEqual(place('2026-03-29T03:00', 0.25));
});

test('over an hour that comes twice it is an hour longer', () => {
  expect(placeBetween(point('2026-10-25', 1), point('2026-10-25', 4), ZONE)).toEqual(
    place('2026-10-25T01:00', 4),
  );
});

test('to another day and time an entry keeps its length', () => {
  expect(movedTo(place('2026-11-18T09:10', 1.5), point('2026-11-20', 14), ZONE)).toEqual(
    place('2026-11-20T14:00', 1.5),
  );
  expect(movedDays(place('2026-11-18T09:10', 1.5), -1, ZONE)).toEqual(place('2026-11-17T09:10', 1.5));
});

test('into a skipped hour it comes to lie after it, and finds its way back', () => {
  expect(movedTo(place('2026-03-28T02:30', 1), point('2026-03-29', 2.5), ZONE).start).toBe(
    '2026-03-29T03:30:00',
  );
  const before = place('2026-03-29T01:45', 1);
  const after = movedBy(before, STEP, ZONE);
  expect(after.start).toBe('2026-03-29T03:00:00');
  expect(movedBy(after, -STEP, ZONE)).toEqual(before);
});

test('through an hour that comes twice an entry can be moved', () => {
  let at = place('2026-10-25T01:45', 1);
  for (let step = 0; step < 6; step += 1) at = movedBy(at, STEP, ZONE);
  expect(at.start).toBe('2026-10-25T03:15:00');
});

describe('edges', () => {
  test('the end is put elsewhere, also behind midnight, a step from the start at least', () => {
    const entry = place('2026-11-18T22:00', 1);
    expect(endingAt(entry, point('2026-11-18', 24), ZONE).length).toBe(2 * HOUR);
    expect(endingAt(entry, point('2026-11-19', 1), ZONE).length).toBe(3 * HOUR);
    expect(endingAt(entry, point('2026-11-18', 20), ZONE).length).toBe(STEP);
  });

  test('the start is put elsewhere and the end stays', () => {
    const entry = place('2026-11-18T10:00', 2);
    expect(beginningAt(entry, point('2026-11-18', 9), ZONE)).toEqual(place('2026-11-18T09:00', 3));
    expect(beginningAt(entry, point('2026-11-18', 13), ZONE)).toEqual(place('2026-11-18T11:45', 0.25));
    expect(begunBy(entry, -STEP, ZONE)).toEqual(place('2026-11-18T09:45', 2.25));
    expect(begunBy(place('2026-11-18T10:00', 0.25), STEP, ZONE)).toEqual(place('2026-11-18T10:00', 0.25));
  });

  test('a short entry is not made shorter by keys, a long one to a step at least', () => {
    expect(endedBy({ ...place('2026-11-18T10:00', 0), length: 300 }, -STEP).length).toBe(300);
    expect(endedBy(place('2026-11-18T10:00', 0.5), -STEP).length).toBe(STEP);
    expect(endedBy(place('2026-11-18T10:00', 0.5), STEP).length).toBe(3 * STEP);
  });
});

test('snapping keeps within the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 100_000 }), (clock) => {
      for (const line of [snapped(clock), nearest(clock)]) {
        expect(line % STEP).toBe(0);
        expect(line >= 0 && line <= 86_400).toBe(true);
      }
    }),
  );
});

test('in any week of any zone: moving keeps the length, an edge moves itself only, nothing gets shorter than a step', () => {
  const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01' as WallDate, days));
  const zone = fc.constantFrom(ZONE, 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  const clock = fc.integer({ min: 0, max: 86_400 });
  fc.assert(
    fc.property(date, clock, clock, clock, zone, (day, a, b, c, name) => {
      const marked = placeBetween({ date: day, clock: a }, { date: day, clock: b }, name);
      if (marked === null) return;
      const target = { date: day, clock: c };
      expect(movedTo(marked, target, name).length).toBe(marked.length);
      const late = endingAt(marked, target, name);
      expect(late.start).toBe(marked.start);
      expect(late.length).toBeGreaterThanOrEqual(STEP);
      const early = beginningAt(marked, target, name);
      expect(early.length).toBeGreaterThanOrEqual(STEP);
    }),
  );
});

test('the end stays where it was when the start moves, but in an hour that comes twice', () => {
  const clock = fc.integer({ min: 0, max: 86_400 });
  fc.assert(
    fc.property(clock, clock, clock, (a, b, c) => {
      const day = '2026-11-18' as WallDate;
      const marked = placeBetween({ date: day, clock: a }, { date: day, clock: b }, ZONE);
      if (marked === null) return;
      const early = beginningAt(marked, { date: day, clock: c }, ZONE);
      expect(instantsOf(early, ZONE)[1]).toBe(instantsOf(marked, ZONE)[1]);
    }),
  );
});
