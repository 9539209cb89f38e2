import { expect, test } from 'vitest';
import { favouritesFirst } from './favourites-first.ts';

const types = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, color: '000000' }));
const order = (favourites: readonly string[]) => favouritesFirst(types, favourites).map(({ id }) => id);

test('favourites stand first, in the order of all', () => {
  expect(order(['d', 'b'])).toEqual(['b', 'd', 'a', 'c']);
  expect(order([])).toEqual(['a', 'b', 'c', 'd']);
  expect(order(['gone'])).toEqual(['a', 'b', 'c', 'd']);
});
