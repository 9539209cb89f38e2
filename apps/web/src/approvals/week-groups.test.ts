import type { WallDate } from '@stint/domain';
import { expect, test } from 'vitest';
import type { ManagedWeek } from './managed-week.ts';
import { groupByWeek, peopleOf } from './week-groups.ts';

const week = (name: string, start: string, lengthSeconds: number) =>
  ({
    person: { id: name, name },
    start: start as WallDate,
    end: start as WallDate,
    lengthSeconds,
  }) as ManagedWeek;
const weeks = [week('Zoe', '2026-11-16', 10), week('Ann', '2026-11-16', 5), week('Ann', '2026-11-09', 7)];

test('weeks of the same days stand together and add up', () => {
  expect(
    groupByWeek(weeks).map(({ start, lengthSeconds, weeks: { length } }) => [start, lengthSeconds, length]),
  ).toEqual([
    ['2026-11-16', 15, 2],
    ['2026-11-09', 7, 1],
  ]);
  expect(groupByWeek([])).toEqual([]);
});

test('people are named once, by name', () => {
  expect(peopleOf(weeks).map(({ name }) => name)).toEqual(['Ann', 'Zoe']);
});
