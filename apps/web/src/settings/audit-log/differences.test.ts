import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

test('of a change only what changed is told, bookkeeping aside', () => {
  const before = { id: '1', length: 3600, comment: 'a', editedTimestamp: 'x', flags: { isBillable: false } };
  const after = { ...before, length: 1800, editedTimestamp: 'y', flags: { isBillable: true } };
  expect(differencesOf(before, after)).toEqual([
    { field: 'length', before: 3600, after: 1800 },
    { field: 'isBillable', before: false, after: true },
  ]);
});

test('what was made or deleted is told whole, but for what is empty', () => {
  const content = { name: 'a', comment: null, isLocked: false, length: 0 };
  expect(differencesOf(null, content).map(({ field }) => field)).toEqual(['name', 'length']);
  expect(differencesOf(content, null)[0]).toEqual({ field: 'name', before: 'a', after: undefined });
});

test('a field that came or went with a change is told', () => {
  expect(differencesOf({ a: 1 }, { b: 2 })).toEqual([
    { field: 'a', before: 1, after: undefined },
    { field: 'b', before: undefined, after: 2 },
  ]);
  expect(differencesOf({ a: null }, {})).toEqual([]);
});

test('an act without content has no differences', () => {
  expect(differencesOf(null, null)).toEqual([]);
});
