import { expect, test } from 'vitest';
import { movedTo, readGridKey } from './grid-key.ts';

const keys = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test.each([
  [keys('ArrowDown'), { kind: 'move', to: 'down', extends: false }],
  [keys('PageUp', { shiftKey: true }), { kind: 'move', to: 'pageUp', extends: true }],
  [keys('a', { ctrlKey: true }), { kind: 'all' }],
  [keys('A', { metaKey: true }), { kind: 'all' }],
  [keys(' '), { kind: 'toggle' }],
  [keys('Delete'), { kind: 'delete' }],
  [keys('Enter'), { kind: 'edit' }],
  [keys('a'), null],
  [keys('Delete', { shiftKey: true }), null],
  [keys('ArrowLeft', { altKey: true }), null],
  [keys('toString'), null],
])('%j is read as %j', (pressed, wish) => {
  expect(readGridKey(pressed)).toEqual(wish);
});

test.each([
  ['up', 0, 0],
  ['down', 9, 9],
  ['down', -1, 0],
  ['pageDown', 2, 7],
  ['pageUp', 3, 0],
  ['last', 0, 9],
  ['first', 5, 0],
] as const)('%s from %i leads to %i', (to, from, target) => {
  expect(movedTo(to, from, { count: 10, page: 5 })).toBe(target);
});
