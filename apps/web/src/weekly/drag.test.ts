import type { WallDate, WallTime } from '@stint/domain';
import { expect, test } from 'vitest';
import { heldAt } from './drag.ts';
import type { CalendarEntry } from './entry.ts';
import { GUTTER_PIXELS, HOUR_PIXELS, pointAt } from './geometry.ts';
import { GHOST, withHeld } from './held.ts';

const point = (date: string, hours: number) => ({ date: date as WallDate, clock: hours * 3600 });
const entry = (start: string, hours: number, hasClockTime = true): CalendarEntry => ({
  id: 'a',
  start: start as WallTime,
  length: hours * 3600,
  hasClockTime,
  billableLength: null,
  workItemId: 7,
  workItem: null,
  comment: 'x',
  activityTypeId: '',
});
const how = { zone: 'Europe/Berlin', isCopy: false, isOnTop: false };

test('an entry keeps its distance from the hand, also when it is seized on the day after its start', () => {
  const late = entry('2026-11-16T23:00:00', 2);
  const held = heldAt(
    { kind: 'move', entry: late, at: point('2026-11-17', 0.5) },
    point('2026-11-18', 10.5),
    how,
  );
  expect(held?.place.start).toBe('2026-11-18T09:00:00');
});

test('an entry that began off the lines comes to lie on one', () => {
  const held = heldAt(
    { kind: 'move', entry: entry('2026-11-16T09:07:00', 1), at: point('2026-11-16', 9.5) },
    point('2026-11-16', 11.5),
    how,
  );
  expect(held?.place).toEqual({ ...entry('', 1), start: '2026-11-16T11:00:00' });
});

test('an entry without a time of day keeps to the top, or gets a time below it', () => {
  const grip = {
    kind: 'move',
    entry: entry('2026-11-16T00:00:00', 1, false),
    at: point('2026-11-16', 0),
  } as const;
  expect(heldAt(grip, point('2026-11-18', 0), { ...how, isOnTop: true })?.place).toMatchObject({
    start: '2026-11-18T00:00:00',
    hasClockTime: false,
  });
  expect(heldAt(grip, point('2026-11-18', 9.1), how)?.place).toMatchObject({
    start: '2026-11-18T09:00:00',
    hasClockTime: true,
  });
});

test('marking stays on the day on which it began', () => {
  const held = heldAt({ kind: 'mark', at: point('2026-11-16', 9) }, point('2026-11-18', 10), how);
  expect(held?.place).toEqual({ start: '2026-11-16T09:00:00', hasClockTime: true, length: 3600 });
});

test('a copy is shown beside the entry, a moved one in its place', () => {
  const one = entry('2026-11-16T09:00:00', 1);
  const place = { start: '2026-11-17T09:00:00' as WallTime, hasClockTime: true, length: 3600 };
  expect(withHeld([one], { entry: one, place, isCopy: false }).map(({ id, start }) => [id, start])).toEqual([
    ['a', '2026-11-17T09:00:00'],
  ]);
  expect(withHeld([one], { entry: one, place, isCopy: true }).map(({ id }) => id)).toEqual(['a', GHOST]);
});

test('a position of the window is a day and a time, the nearest one outside', () => {
  const box = { left: 100, top: 50, width: GUTTER_PIXELS + 200 };
  const days = ['2026-11-16', '2026-11-17'] as WallDate[];
  const at = (x: number, y: number) => pointAt(box, days, x, y);
  expect(at(100 + GUTTER_PIXELS + 150, 50 + HOUR_PIXELS * 9)).toEqual(point('2026-11-17', 9));
  expect(at(0, 0)).toEqual(point('2026-11-16', 0));
  expect(at(9999, 99_999)).toEqual(point('2026-11-17', 24));
});
