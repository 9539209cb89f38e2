import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

const reports = ['builtIn', 'a', 'b', 'c', 'theirs'].map((id) => ({ id }));
const ids = (order: readonly string[]) => inOrder(reports, order).map(({ id }) => id);

test('reports that are named change places among themselves, all others stay', () => {
  expect(ids(['c', 'a', 'b'])).toEqual(['builtIn', 'c', 'a', 'b', 'theirs']);
  expect(ids(['b', 'a', 'gone'])).toEqual(['builtIn', 'b', 'a', 'c', 'theirs']);
  expect(ids([])).toEqual(reports.map(({ id }) => id));
});
