import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS } from './columns.ts';
import { GROUPINGS } from './groupings.ts';
import { layoutViewOf, readView } from './read-view.ts';
import { FIRST_VIEW } from './view.ts';

test('what is no view is null', () => {
  for (const found of [null, undefined, 7, 'x', []]) expect(readView(found)).toBeNull();
});

test('what is missing is as in the first view', () => {
  expect(readView({})).toEqual(FIRST_VIEW);
});

test('what cannot be shown is left out', () => {
  const view = readView({
    columns: [{ field: 'Nothing' }, { field: 'Comment', width: 1e9 }, { field: 'Comment' }, 3],
    sort: [{ field: 'x' }, { field: 'Comment', isDescending: 'yes' }],
    groupBy: ['User/Name', 'User/Name', 'PeriodLength', null],
    filters: {
      userIds: ['7', "') or 1 eq 1"],
      timeframe: { filterType: 'Sometime' },
      isBillable: 'no',
      search: 5,
    },
  });
  expect(view).toEqual({
    columns: [{ field: 'Comment', width: 1200 }],
    sort: [{ field: 'Comment', isDescending: false }],
    groupBy: ['User/Name'],
    filters: FIRST_VIEW.filters,
  });
});

const subset = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 5 });

test('every view comes back from a layout as it was', () => {
  const views = fc.record({
    columns: fc
      .uniqueArray(fc.constantFrom(...COLUMNS.map(({ field }) => field)), { minLength: 1 })
      .map((fields) => fields.map((field) => ({ field, width: 100 }))),
    sort: subset(COLUMNS.map(({ field }) => field)).map((fields) =>
      fields.map((field) => ({ field, isDescending: field.length % 2 === 0 })),
    ),
    groupBy: subset(GROUPINGS.map(({ field }) => field)),
    filters: fc.record({
      timeframe: fc.constantFrom(
        { filterType: 'All' },
        { filterType: 'Custom', from: '2026-01-02', to: '2026-02-01' },
      ),
      userIds: fc.array(fc.uuid(), { maxLength: 3 }),
      projects: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
      workItemTypes: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
      activityTypeIds: fc.array(fc.uuid(), { maxLength: 3 }),
      budgetIds: fc.array(fc.uuid(), { maxLength: 3 }),
      isBillable: fc.constantFrom(true, false, null),
      search: fc.string({ maxLength: 200 }),
    }),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(readView(JSON.parse(JSON.stringify(layoutViewOf(view))))).toEqual(view);
    }),
  );
});

test('no input breaks it', () => {
  fc.assert(fc.property(fc.jsonValue(), (found) => void readView(found)));
});
