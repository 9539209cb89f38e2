import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shelfModel } from './testing/shelf-model.ts';
import { statementOf } from './testing/planned.ts';
import { useShop } from './testing/use-shop.ts';

const model = shelfModel({ isForFew: true });
const few = useShop(model);
const all = useShop(shelfModel({ isForFew: false }));

describe('what is made at less cost for few rows', () => {
  it.each([
    'Shelves?$select=Name,Worth',
    "Shelves?$filter=Parent/Name eq 'Tea'&$orderby=Name desc&$select=Id,Worth,Stock&$count=true",
    'Shelves?$compute=Worth mul 2 as Twice&$select=Twice&$top=2&$skip=1',
    'Shelves?$select=Id,Worth&$expand=Parent($select=Worth)',
  ])('is made for a page that was picked before: %s', (target) => {
    expect(statementOf(target, null, model)).toMatchSnapshot();
  });

  it('is made for as many rows as are wanted of all', () => {
    expect(statementOf('Shelves?$select=Worth&$top=5', Number.POSITIVE_INFINITY, model)).toMatchSnapshot();
  });

  it.each([
    'Shelves?$select=Name',
    'Shelves?$filter=Worth gt 50&$select=Worth',
    'Shelves?$orderby=Stock desc&$select=Worth',
    'Shelves?$compute=Worth mul 2 as Twice&$orderby=Twice',
    'Shelves?$select=Id&$expand=Parent($select=Worth)',
    'Shelves(1)?$select=Worth',
    'Shelves?$apply=aggregate(Worth with sum as Worth)',
    'Shelves?$apply=topcount(2,Worth)&$select=Name,Stock',
  ])('is made for all rows where nobody reads it, or it decides which rows come: %s', (target) => {
    expect(statementOf(target, null, model)).toMatchSnapshot();
  });

  it('is made for all rows where all are wanted', () => {
    expect(statementOf('Shelves?$select=Worth', Number.POSITIVE_INFINITY, model)).not.toContain(
      'odata_picked',
    );
  });
});

const filters = fc.constantFrom(
  '',
  'Worth gt 60',
  'Id gt 3',
  "contains(Name,'e')",
  'Parent/Worth ge 1',
  'Stock gt 9',
);
const orders = fc.constantFrom('', 'Name', 'Name desc', 'Worth desc', 'Parent/Name,Stock', 'Twice desc');
const applies = fc.constantFrom('', '', 'topcount(6,Worth)', 'filter(Stock gt 2)', 'orderby(Name)/top(7)');
const selects = fc.constantFrom('', 'Id', 'Worth', 'Name,Twice', 'Twice,Stock');

describe('pages', () => {
  it('are the same however their values are made', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ $filter: filters, $orderby: orders, $apply: applies, $select: selects }),
        fc.option(fc.integer({ min: 0, max: 9 })),
        fc.integer({ min: 1, max: 5 }),
        async (options, top, size) => {
          const written = Object.entries({ ...options, $top: top ?? '', $expand: 'Parent' })
            .filter(([, text]) => text !== '')
            .map(([name, text]) => `&${name}=${text}`)
            .join('');
          const target = `Shelves?$compute=Worth mul 2 as Twice${written}`;
          expect(await few.pages(target, size)).toEqual(await all.pages(target, size));
        },
      ),
      { numRuns: 150 },
    );
  });
});
