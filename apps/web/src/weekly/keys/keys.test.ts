import { addDays, type WallDate, type WallTime } from '@stint/domain';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Keys } from '../../shell/keys/read-key.ts';
import type { CalendarEntry } from '../entry.ts';
import { columnsOf } from '../layout/columns.ts';
import { readCalendarKey } from './read-calendar-key.ts';
import { type Cursor, cursorAfter, cursorOf, stopAt, stopsOf } from './stops.ts';

const MONDAY = '2026-11-16' as WallDate;
const DAYS = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(MONDAY, days));

const entry = (id: string, start: string, length: number, hasClockTime = true): CalendarEntry => ({
  id,
  start: `2026-11-${start}:00` as WallTime,
  length,
  hasClockTime,
  billableLength: null,
  workItemId: null,
  workItem: null,
  comment: '',
  activityTypeId: '',
});
const daysOf = (entries: CalendarEntry[]) =>
  columnsOf(DAYS, { entries, events: [], running: null }, 'Europe/Berlin').map(stopsOf);
const at = (days: ReturnType<typeof daysOf>, date: string, hours: number) =>
  stopAt(days, { date: date as WallDate, clock: hours * 3600, key: null });

test('half hours that an entry covers are no stops of their own', () => {
  const days = daysOf([entry('a', '16T09:10', 5400)]);
  const around = days[0]?.filter(({ from }) => from >= 9 * 3600 && from <= 11 * 3600);
  expect(around?.map(({ kind, from }) => [kind, from / 3600])).toEqual([
    ['slot', 9],
    ['entry', 9 + 1 / 6],
    ['slot', 11],
  ]);
});

test('a clock time leads to the entry that covers it, else to its half hour', () => {
  const days = daysOf([entry('a', '16T09:10', 5400)]);
  expect(at(days, '2026-11-16', 10)?.id).toBe('a');
  expect(at(days, '2026-11-17', 10.2)).toMatchObject({ kind: 'slot', from: 36_000 });
  expect(at(days, '2026-12-17', 10)).toBeNull();
});

test('to the side keys keep the time, and may leave the days that are shown', () => {
  const days = daysOf([entry('a', '16T09:00', 3600)]);
  const stop = at(days, '2026-11-16', 9);
  const right = stop && cursorAfter('ArrowRight', stop, days);
  expect(right).toEqual({ date: '2026-11-17', clock: 32_400, key: null });
  expect(stop && cursorAfter('ArrowLeft', stop, days)?.date).toBe('2026-11-15');
  expect(stop && cursorAfter('End', stop, days)?.date).toBe('2026-11-22');
  expect(stop && cursorAfter('x', stop, days)).toBeNull();
});

const anyEntries = fc.array(
  fc.record({
    quarter: fc.integer({ min: 0, max: 95 }),
    length: fc.integer({ min: 60, max: 30_000 }),
    timed: fc.boolean(),
  }),
  { maxLength: 15 },
);

test('Down leads past every entry of a day to its end, Up all the way back', () => {
  fc.assert(
    fc.property(anyEntries, (wishes) => {
      const entries = wishes.map(({ quarter, length, timed }, index) => {
        const time = timed ? new Date(quarter * 900_000).toISOString().slice(11, 16) : '00:00';
        return entry(`e${index}`, `16T${time}`, length, timed);
      });
      const days = daysOf(entries);
      const walk = (key: string, from: Cursor) => {
        const seen: string[] = [];
        for (let cursor: Cursor | null = from; cursor; ) {
          const stop = stopAt(days, cursor);
          if (!stop || seen.at(-1) === stop.key) break;
          seen.push(stop.key);
          cursor = cursorAfter(key, stop, days);
        }
        return seen;
      };
      const first = days[0]?.[0];
      const last = days[0]?.at(-1);
      if (!first || !last) throw new Error('a day has stops');
      const down = walk('ArrowDown', cursorOf(first));
      expect(down).toEqual(days[0]?.map(({ key }) => key));
      for (const { id } of entries) expect(down).toContain(`${id} ${MONDAY}`);
      expect(walk('ArrowUp', cursorOf(last))).toEqual(down.toReversed());
    }),
  );
});

const press = (key: string, more: Partial<Keys> = {}): Keys => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
});

test('arrows go; with Alt they move, with Shift the end, with both the start', () => {
  expect(readCalendarKey(press('ArrowDown'))).toEqual({ kind: 'go', key: 'ArrowDown' });
  expect(readCalendarKey(press('ArrowDown', { altKey: true }))).toEqual({ kind: 'move', by: 900 });
  expect(readCalendarKey(press('ArrowLeft', { altKey: true }))).toEqual({ kind: 'moveDays', days: -1 });
  expect(readCalendarKey(press('ArrowUp', { shiftKey: true }))).toEqual({ kind: 'end', by: -900 });
  expect(readCalendarKey(press('ArrowUp', { shiftKey: true, altKey: true }))).toEqual({
    kind: 'start',
    by: -900,
  });
});

test('letters and other keys act, those of the browser stay its own', () => {
  expect(readCalendarKey(press('N'))).toEqual({ kind: 'add' });
  expect(readCalendarKey(press('Backspace'))).toEqual({ kind: 'remove' });
  expect(readCalendarKey(press('c', { ctrlKey: true }))).toEqual({ kind: 'copy' });
  expect(readCalendarKey(press('v', { metaKey: true }))).toEqual({ kind: 'paste' });
  expect(readCalendarKey(press('d', { ctrlKey: true }))).toBeNull();
  expect(readCalendarKey(press('v', { ctrlKey: true, shiftKey: true }))).toBeNull();
  expect(readCalendarKey(press('ArrowRight', { shiftKey: true }))).toBeNull();
  expect(readCalendarKey(press('s'))).toBeNull();
});
