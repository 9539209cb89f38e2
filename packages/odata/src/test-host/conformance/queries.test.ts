import { expect, test } from 'vitest';
import { useTestHost } from '../testing/use-test-host.ts';

// OData Protocol 4.01, 11.2.5 and 11.2.6, and what 13.1.3 (Advanced) asks for.

const host = useTestHost();

/** Rows of a query, as they come. */
async function rowsOf(url: string): Promise<unknown[]> {
  const answer = (await host.json(url)) as { value?: unknown[] };
  return answer.value ?? [answer];
}

test.each<[string, unknown[]]>([
  ['Products?$filter=Price gt 49&$select=Name', [{ Name: '50% off 36' }]],
  ['Products?$filter=Id in (3,1)&$select=Id', [{ Id: 1 }, { Id: 3 }]],
  ['Products?$filter=not (Id gt 2)&$select=Id', [{ Id: 1 }, { Id: 2 }]],
  ['Products?$filter=Size eq null and Id lt 4&$select=Id', [{ Id: 1 }, { Id: 3 }]],
  ['Products?$filter=Size/Width ge 80&$select=Id', [{ Id: 54 }, { Id: 56 }, { Id: 58 }]],
  ["Products?$filter=Colour eq 'Blue' and Id lt 7&$select=Id", [{ Id: 2 }, { Id: 6 }]],
  ["Products?$filter=Colour eq Shop.Colour'Blue' and Id lt 7&$select=Id", [{ Id: 2 }, { Id: 6 }]],
  ["Products?$filter=Features has 'Fragile,Frozen' and Id lt 9&$select=Id", [{ Id: 3 }, { Id: 7 }]],
  ["Products?$filter=Category/Parent/Name eq 'Drinks'&$select=Id&$top=1", [{ Id: 3 }]],
  ['Products?$filter=year(ReleasedOn) eq 2023 and day(ReleasedOn) eq 31&$select=Id', [{ Id: 6 }]],
  ["Products?$filter=Preparation gt duration'PT16H'&$select=Id", [{ Id: 58 }, { Id: 59 }]],
  ['Products?$filter=OpensAt lt 06:20:00&$select=Id', [{ Id: 1 }]],
  ['Products?$filter=SoldAt lt 2024-02-02T07:00:00Z&$select=Id', [{ Id: 1 }]],
  ['Products?$filter=Barcode eq 00000000-0000-4000-8000-000000000009&$select=Id', [{ Id: 9 }]],
  ["Products?$filter=Tags/any(t:t eq 'new') and Id lt 7&$select=Id", [{ Id: 3 }, { Id: 6 }]],
  ['Products?$filter=Scores/all(s:s gt 6) and Scores/$count gt 0&$select=Id', []],
  [
    'Orders?$filter=Lines/any(l:l/Quantity gt 8 and l/Note eq null)&$select=Id&$top=1',
    [{ Id: 5_000_000_004 }],
  ],
  ['Orders?$filter=Lines/$count eq 5&$select=Id&$top=1', [{ Id: 5_000_000_005 }]],
  [
    'Categories?$filter=Products/$count($filter=Price gt 45) gt 0&$select=Id',
    [{ Id: 1 }, { Id: 2 }, { Id: 6 }, { Id: 7 }],
  ],
  ['Products?$orderby=Price desc&$top=2&$select=Id', [{ Id: 36 }, { Id: 35 }]],
  ['Products?$orderby=Category/Name,Id desc&$top=2&$select=Id', [{ Id: 58 }, { Id: 51 }]],
  ['Products?$orderby=Lines/$count desc,Id&$top=1&$select=Id', [{ Id: 10 }]],
  [
    'Products?$orderby=Weight,Id&$top=2&$select=Id,Weight',
    [
      { Id: 5, Weight: null },
      { Id: 10, Weight: null },
    ],
  ],
  ['Products?$skip=57&$select=Id', [{ Id: 58 }, { Id: 59 }]],
  ['Products?$search=soap NOT 3 OR hammer 4&$select=Id&$top=1', [{ Id: 4 }]],
  ['Products?$compute=Price mul 2 as Double&$select=Double&$top=1', [{ Double: 2.74 }]],
  ['Products?$compute=Price mul 2 as Double&$filter=Double gt 98&$select=Id', [{ Id: 36 }]],
  ['products?$FILTER=id EQ 1&$select=ID', [{ Id: 1 }]],
  ['Products?filter=Id eq 1&select=Id', [{ Id: 1 }]],
])('%s', async (url, expected) => {
  expect(await rowsOf(url)).toEqual(expected);
});

test.each<[string, unknown]>([
  ['Categories(4)?$expand=Parent', { Id: 4, Name: 'Tea', Parent: { Id: 2, Name: 'Drinks' } }],
  ['Categories(1)?$expand=Parent', { Id: 1, Name: 'Food', Parent: null }],
  ['Categories(8)?$expand=Products', { Id: 8, Products: [] }],
  ['Categories(1)?$expand=Children($select=Name;$orderby=Name;$top=1)', { Children: [{ Name: 'Bakery' }] }],
  [
    'Categories(1)?$expand=Children($filter=Id gt 2;$count=true)',
    { 'Children@odata.count': 1, Children: [{ Id: 3 }] },
  ],
  ['Categories(1)?$expand=Children/$count', { 'Children@odata.count': 2 }],
  [
    'Categories(1)?$expand=Children/$ref',
    { Children: [{ '@odata.id': 'Categories(2)' }, { '@odata.id': 'Categories(3)' }] },
  ],
  [
    'Categories(1)?$select=Name&$expand=Children($select=Name;$levels=2)',
    {
      Name: 'Food',
      Children: [
        { Name: 'Drinks', Children: [{ Name: 'Tea' }] },
        { Name: 'Bakery', Children: [] },
      ],
    },
  ],
  ['Categories(4)?$expand=*', { Parent: { Id: 2 }, Children: [] }],
  ['Products(2)?$select=Size/Width,Supplier/Name', { Size: { Width: 3 }, Supplier: { Name: 'Bay Trading' } }],
  ['Products(1)?$select=*', { Id: 1, Name: 'Bread 1' }],
])('%s', async (url, expected) => {
  const answer = (await host.json(url)) as Record<string, unknown>;
  expect(answer).toMatchObject(expected as object);
});

test('$count=true counts what the filter lets through, whatever the page', async () => {
  expect(await host.json('Products?$filter=Price lt 10&$count=true&$top=1&$skip=1&$select=Id')).toMatchObject(
    {
      '@odata.count': 14,
      value: [{ Id: 2 }],
    },
  );
});
