import type { TrackedWorkItem } from '@stint/contract';
import { expect, test } from 'vitest';
import {
  activeOf,
  exactMatch,
  flatten,
  groupSuggestions,
  movedBy,
  nextActive,
  NOT_MOVED,
} from './suggestions.ts';

const item = (id: number): TrackedWorkItem => ({
  id,
  title: `Title ${id}`,
  color: 'F2CB1D',
  teamProject: 'Atlas',
  type: 'Task',
  workItemLink: '',
  effort: null,
  parent: null,
});

test('suggestions are gathered by group, each item once', () => {
  const groups = groupSuggestions([
    { groupName: 'Assigned to me', workItem: item(1) },
    { groupName: 'Tracked before', workItem: item(1) },
    { groupName: 'Assigned to me', workItem: item(2) },
    { groupName: 'Tracked before', workItem: item(3) },
  ]);
  expect(groups.map((group) => [group.name, group.workItems.map(({ id }) => id)])).toEqual([
    ['Assigned to me', [1, 2]],
    ['Tracked before', [3]],
  ]);
  expect(flatten(groups)).toHaveLength(3);
});

test('arrow keys go round by way of the text itself', () => {
  expect([nextActive(-1, 1, 2), nextActive(0, 1, 2), nextActive(1, 1, 2)]).toEqual([0, 1, -1]);
  expect([nextActive(-1, -1, 2), nextActive(1, -1, 2), nextActive(0, -1, 2)]).toEqual([1, 0, -1]);
});

test('without suggestions there is nothing to go to', () => {
  expect([nextActive(-1, 1, 0), nextActive(-1, -1, 0)]).toEqual([-1, -1]);
});

test('a typed id takes its item, words take none', () => {
  const items = [item(10), item(101)];
  expect(exactMatch('101', items)).toBe(1);
  expect(exactMatch(' #10 ', items)).toBe(0);
  expect(exactMatch('Title 10', items)).toBe(-1);
  expect(exactMatch('1', items)).toBe(-1);
});

test('arrow keys that are pressed before the suggestions are there lead to the same one as after', () => {
  const items = [item(10), item(101), item(7)];
  for (const steps of [[1], [1, 1], [-1], [1, 1, -1], [1, -1]] as (1 | -1)[][]) {
    const led = (there: TrackedWorkItem[]) =>
      steps.reduce((moved, step) => movedBy(moved, step, '', there), NOT_MOVED);
    expect(activeOf(led([]), '', items)).toBe(activeOf(led(items), '', items));
  }
});

test('an arrow key goes on from the item whose id was typed, and from an early step', () => {
  const items = [item(10), item(101), item(7)];
  expect(activeOf(movedBy(NOT_MOVED, 1, '10', items), '10', items)).toBe(1);
  expect(activeOf(movedBy({ to: null, early: 1 }, 1, '', items), '', items)).toBe(1);
  expect(activeOf({ to: null, early: 1 }, '', [])).toBe(-1);
});
