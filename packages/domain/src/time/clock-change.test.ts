import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { clockChangeOf } from './clock-change.ts';
import { dayLength } from './days.ts';
import { addDays } from './wall.ts';

const day = (text: string) => text as WallDate;

test.each([
  ['2026-03-29', 'Europe/Berlin', 7200, 10_800],
  ['2026-10-25', 'Europe/Berlin', 10_800, 7200],
  ['2026-04-05', 'Australia/Lord_Howe', 7200, 5400],
  ['2018-02-17', 'America/Sao_Paulo', 86_400, 82_800],
])('on %s in %s the clocks go from %i to %i', (date, zone, from, to) => {
  expect(clockChangeOf(day(date), zone)).toMatchObject({ from, to });
});

test.each([
  ['2026-03-28', 'Europe/Berlin'],
  ['2026-03-29', 'UTC'],
  ['2018-11-04', 'America/Sao_Paulo'],
])('on %s in %s nothing changes after the day began', (date, zone) => {
  expect(clockChangeOf(day(date), zone)).toBeNull();
});

test('the moment is told, also by the instant', () => {
  expect(clockChangeOf(day('2026-03-29'), 'Europe/Berlin')?.at).toBe(Date.UTC(2026, 2, 29, 1));
});

test('a day is shorter or longer by what the clocks jump', () => {
  const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('1980-01-01'), days));
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  fc.assert(
    fc.property(date, zone, (at, name) => {
      const change = clockChangeOf(at, name);
      const jump = change === null ? 0 : change.to - change.from;
      expect(dayLength(at, name)).toBe(86_400 - jump);
    }),
  );
});
