import { expect, test } from 'vitest';
import { nextSorting, sortRows } from './sort-rows.ts';

const columns = [
  { field: 'User.Name' },
  { field: ['A', 'B'], formatter: 'MathExpression', format: { expression: '{0} / {1}' } },
];
const rows = [
  { User: { Name: 'Bob' }, A: 4, B: 2 },
  { User: null, A: 9, B: 3 },
  { User: { Name: 'Ann' }, A: 1, B: 0 },
];
const names = (column: number, direction: 'ascending' | 'descending') =>
  sortRows(rows, columns, { column, direction }).map(({ A }) => A);

test('rows are sorted by what a column shows; nothing comes last either way', () => {
  expect(names(0, 'ascending')).toEqual([1, 4, 9]);
  expect(names(0, 'descending')).toEqual([4, 1, 9]);
  expect(names(1, 'ascending')).toEqual([4, 9, 1]);
  expect(names(1, 'descending')).toEqual([9, 4, 1]);
  expect(sortRows(rows, columns, null)).toBe(rows);
});

test('a head leads from ascending over descending back', () => {
  const once = nextSorting(null, 1);
  expect(once).toEqual({ column: 1, direction: 'ascending' });
  expect(nextSorting(once, 1)).toEqual({ column: 1, direction: 'descending' });
  expect(nextSorting(nextSorting(once, 1), 1)).toBeNull();
  expect(nextSorting(once, 0)).toEqual({ column: 0, direction: 'ascending' });
});
