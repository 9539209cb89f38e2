import { expect, test } from 'vitest';
import { isLike, isText } from './guards.ts';

test('a text is a text', () => {
  expect(['', 'x', null, 1, {}].map(isText)).toEqual([true, true, false, false, false]);
});

test('what was kept has the fields of its model, each of its kind', () => {
  const isPlan = isLike({ name: 'x', day: 1, people: ['a'] });
  expect(isPlan({ name: '', day: 0, people: [], more: true })).toBe(true);
  for (const found of [
    null,
    'x',
    [],
    { name: 'x', day: 1 },
    { name: 'x', day: '1', people: [] },
    { name: 'x', day: 1, people: [1] },
    { name: null, day: 1, people: [] },
  ])
    expect(isPlan(found)).toBe(false);
});
