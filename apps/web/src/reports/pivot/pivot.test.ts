import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf, pivot } from './pivot.ts';

const rows = [
  { User: { Name: 'Bob' }, Day: '2026-11-02', Length: 60 },
  { User: { Name: 'Ann' }, Day: '2026-11-01', Length: 30 },
  { User: { Name: 'Bob' }, Day: '2026-11-01', Length: 5 },
  { User: null, Day: '2026-11-01', Length: 1 },
];

test('sums by row and column, with totals', () => {
  expect(pivot(rows, { rows: 'User.Name', columns: 'Day', measure: 'Length' })).toEqual({
    columns: ['2026-11-01', '2026-11-02'],
    rows: [
      { name: '', values: [1, null], total: 1 },
      { name: 'Ann', values: [30, null], total: 30 },
      { name: 'Bob', values: [5, 60], total: 65 },
    ],
    totals: [36, 60],
    total: 96,
  });
});

test('without a measure rows are counted, without columns there is one', () => {
  expect(pivot(rows, { rows: 'Day', columns: null, measure: null })).toMatchObject({
    columns: [''],
    rows: [{ values: [3] }, { values: [1] }],
    total: 4,
  });
});

test('totals of rows and columns are the sum of all', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'd');
  const table = fc.array(fc.record({ R: names, C: names, V: fc.integer({ min: -999, max: 999 }) }));
  fc.assert(
    fc.property(table, (given) => {
      const made = pivot(given, { rows: 'R', columns: 'C', measure: 'V' });
      const sum = given.reduce((total, { V }) => total + V, 0);
      expect(made.total).toBe(sum);
      expect(made.totals.reduce((total, each) => total + each, 0)).toBe(sum);
    }),
  );
});

test('fields are told apart by what they hold', () => {
  const [first] = [
    {
      Id: '0199a0b0-0000-7000-8000-000000000000',
      WorkItemId: 5,
      User: { Name: 'A' },
      Length: 3,
      IsBillable: true,
    },
  ];
  expect(fieldsOf([first])).toEqual({
    dimensions: ['WorkItemId', 'User.Name', 'IsBillable'],
    measures: ['Length'],
  });
});
