import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test.each([
  ['Cleo Winter', 'CW'],
  ['Anna Maria van der Berg', 'AB'],
  ['admin', 'A'],
  [' émile  zola ', 'ÉZ'],
  ['', ''],
])('%j has the initials %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
