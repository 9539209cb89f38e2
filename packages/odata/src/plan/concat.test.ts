import { describe, expect, it } from 'vitest';
import { useShop } from './testing/use-shop.ts';

const shop = useShop();

/** The names of the properties of each row, in the order of the rows. */
async function namesOf(apply: string, rest = ''): Promise<string[]> {
  const { rows } = await shop.page(`Products?$apply=${apply}${rest}`, { pageSize: 10_000 });
  const names = rows.map((row) => Object.keys(row as object).join());
  return names.filter((name, index) => name !== names[index - 1]);
}

describe('rows of concat', () => {
  it('have what their branch has, and no more', async () => {
    const apply = 'concat(aggregate(Price with sum as Total),groupby((Colour),aggregate($count as N)))';
    expect(await namesOf(apply)).toEqual(['Total', 'Colour,N']);
    const { rows } = await shop.page(`Products?$apply=${apply}&$filter=Colour eq null and Total eq null`);
    expect(rows).toEqual([{ Colour: null, N: expect.any(Number) }]);
  });

  it('have nested values of their branch alone', async () => {
    const apply = 'concat(groupby((Category/Name)),groupby((Category/Id,Colour)),topcount(1,Price))';
    const { rows } = await shop.page(`Products?$apply=${apply}&$select=Category,Colour,Id`, {
      pageSize: 10_000,
    });
    expect(rows[0]).toEqual({ Category: { Name: expect.any(String) } });
    expect(rows.at(-2)).toMatchObject({ Category: { Id: expect.any(Number) } });
    expect(rows.slice(-2).map((row) => Object.keys(row as object))).toEqual([
      ['Category', 'Colour'],
      ['Colour', 'Id'],
    ]);
  });

  it('within a branch of another are as they were', async () => {
    const inner = 'concat(aggregate(Price with max as High),aggregate(Price with min as Low))';
    expect(await namesOf(`concat(aggregate($count as N),${inner})`)).toEqual(['N', 'High', 'Low']);
    expect(await namesOf(`concat(${inner},aggregate($count as N))`)).toEqual(['High', 'Low', 'N']);
    expect(await namesOf(`concat(${inner},${inner}/top(1))`)).toEqual(['High', 'Low', 'High']);
  });

  it('all have what is computed of them, also where they are limited before', async () => {
    const apply = 'concat(aggregate(Price with max as High),aggregate(Price with min as Low))/top(2)';
    expect(await namesOf(`${apply}/compute(1 add 1 as Two)`)).toEqual(['High,Two', 'Low,Two']);
    expect(await namesOf(`${apply}/filter(Low ne null)`, '&$orderby=Low')).toEqual(['Low']);
  });

  it('are as they were where all branches have the same', async () => {
    expect(await namesOf('concat(top(1),skip(3)/top(1))', '&$select=Id,Name')).toEqual(['Id,Name']);
  });

  it('can be grouped together', async () => {
    const apply = 'concat(aggregate(Price with max as P),groupby((Colour),aggregate(Price with max as P)))';
    const { rows } = await shop.page(`Products?$apply=${apply}/aggregate(P with countdistinct as N)`);
    expect(rows).toEqual([{ N: expect.any(Number) }]);
  });
});
