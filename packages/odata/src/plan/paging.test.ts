import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenOf } from './order/token.ts';
import { planned } from './testing/planned.ts';
import { useShop } from './testing/use-shop.ts';

const shop = useShop();

interface Product {
  readonly Id: number;
  readonly Price: number;
  readonly Weight: number | null;
  readonly Colour: string | null;
  readonly ReleasedOn: string | null;
  readonly SoldAt: string | null;
}

const COLOURS = ['Red', 'Green', 'Blue', 'Yellow'];

/** What a value is compared by: enumerations by their numbers. */
function rank(value: unknown): number | string | null {
  if (typeof value === 'string' && COLOURS.includes(value)) return COLOURS.indexOf(value);
  return value as number | string | null;
}

function compare(left: unknown, right: unknown): number {
  const [one, other] = [rank(left), rank(right)];
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}

const PROPERTIES = ['Price', 'Weight', 'Colour', 'ReleasedOn', 'SoldAt', 'Id'] as const;
const orders = fc.uniqueArray(fc.record({ name: fc.constantFrom(...PROPERTIES), descending: fc.boolean() }), {
  maxLength: 4,
  selector: ({ name }) => name,
});
const filters = fc.constantFrom(
  { text: null, keeps: () => true },
  { text: 'Price gt 20', keeps: ({ Price }: Product) => Price > 20 },
  { text: 'Weight ne null', keeps: ({ Weight }: Product) => Weight !== null },
  {
    text: "Colour eq 'Red' or Colour eq null",
    keeps: ({ Colour }: Product) => Colour === 'Red' || Colour === null,
  },
  {
    text: 'not (ReleasedOn lt 2024-01-10)',
    keeps: ({ ReleasedOn }: Product) => !(ReleasedOn !== null && ReleasedOn < '2024-01-10'),
  },
);

async function allProducts(): Promise<Product[]> {
  const { rows } = await shop.page(`Products?$select=${PROPERTIES.join()}`, { pageSize: 10_000 });
  return rows as Product[];
}

describe('pages', () => {
  it('come to all rows in their order, none twice, for any filter, order and size', async () => {
    const all = await allProducts();
    await fc.assert(
      fc.asyncProperty(
        orders,
        filters,
        fc.integer({ min: 1, max: 30 }),
        fc.option(fc.integer({ min: 0, max: 70 })),
        fc.integer({ min: 0, max: 9 }),
        async (order, filter, size, top, skip) => {
          const items = order.map(({ name, descending }) => `${name}${descending ? ' desc' : ''}`);
          const options = [
            `$select=${PROPERTIES.join()}`,
            `$skip=${skip}`,
            ...(items.length > 0 ? [`$orderby=${items.join()}`] : []),
            ...(filter.text === null ? [] : [`$filter=${filter.text}`]),
            ...(top === null ? [] : [`$top=${top}`]),
          ];
          const pages = await shop.pages(`Products?${options.join('&')}`, size);
          const sorted = all.filter(filter.keeps).toSorted((left, right) => {
            for (const { name, descending } of order) {
              const difference = compare(left[name], right[name]);
              if (difference !== 0) return descending ? -difference : difference;
            }
            return left.Id - right.Id;
          });
          expect(pages.flat()).toEqual(sorted.slice(skip, top === null ? undefined : skip + top));
          for (const page of pages.slice(0, -1)) expect(page).toHaveLength(size);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of groups come to all groups', async () => {
    const target = 'Products?$apply=groupby((Category/Name,Colour),aggregate(Price with sum as Total))';
    const [whole] = await shop.pages(target, 10_000);
    for (const suffix of ['', '&$orderby=Total desc', '&$orderby=Colour desc,Category/Name']) {
      const pages = await shop.pages(`${target}${suffix}`, 7);
      const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
      expect(sorted(pages.flat())).toEqual(sorted(whole ?? []));
    }
  });

  it('of values wider than their type says come to all of them', async () => {
    const options = '$compute=Shelf mul 100000000 as Wide,Rating divby 3 as Third&$select=Id,Wide,Third';
    for (const order of ['Wide desc', 'Third', 'Third desc,Wide']) {
      const [whole] = await shop.pages(`Products?${options}&$orderby=${order}`, 10_000);
      const pages = await shop.pages(`Products?${options}&$orderby=${order}`, 5);
      expect(pages.flat()).toEqual(whole);
    }
    const sums = 'Products?$apply=groupby((Stock),aggregate(Rating divby 3 with sum as R))&$orderby=R';
    const [groups] = await shop.pages(sums, 10_000);
    expect((await shop.pages(sums, 5)).flat()).toEqual(groups);
  });

  it('of totals and of concatenated rows have none twice', async () => {
    for (const apply of [
      'groupby((rollup($all,Category/Name,Colour)),aggregate($count as N))',
      'concat(topcount(9,Price),groupby((Colour),aggregate(Price with sum as Price)))',
    ]) {
      const [whole] = await shop.pages(`Products?$apply=${apply}`, 10_000);
      const pages = await shop.pages(`Products?$apply=${apply}`, 4);
      expect(pages.flat()).toEqual(whole);
    }
  });

  it('neither repeat nor lose rows while others come and go', async () => {
    const { client } = shop.database();
    const before = (await shop.page('Products?$select=Id&$orderby=Price desc', { pageSize: 10_000 })).rows;
    const seen: unknown[] = [];
    let next: string | null = null;
    let id = 5000;
    do {
      const token: string = next === null ? '' : `&$skiptoken=${next}`;
      const page = await shop.page(`Products?$select=Id&$orderby=Price desc${token}`, { pageSize: 6 });
      seen.push(...page.rows);
      ({ next } = page);
      id += 1;
      await client.query(
        `insert into shop.product select (jsonb_populate_record(p, jsonb_build_object('id', $1::int, 'price', 99999.99))).* from shop.product p where p.id = 1`,
        [id],
      );
    } while (next !== null);
    await client.query('delete from shop.product where id > 5000');
    expect(seen).toEqual(before);
  });
});

describe('a $skiptoken', () => {
  const order = () => {
    const plan = planned('Products?$orderby=ReleasedOn desc,Price');
    if (plan.kind !== 'rows' || !plan.page) throw new Error('no page');
    return plan.page.order;
  };
  const place = { size: 5, left: null, after: ['2024-01-01', '1.5', '7'] };

  it('is taken back as it was made', () => {
    const token = tokenOf(place, order());
    const target = `Products?$orderby=ReleasedOn desc,Price&$select=Id&$skiptoken=${token}`;
    expect(planned(target).statement.values).toEqual(['2024-01-01', '1.5', '7']);
  });

  it.each([
    ['of another order', 'Products?$orderby=Name', ['2024-01-01', '1.5', '7']],
    [
      'with a value of another form',
      'Products?$orderby=ReleasedOn desc,Price',
      ['2024-01-01', "1'); drop", '7'],
    ],
    ['with a null where there is none', 'Products?$orderby=ReleasedOn desc,Price', ['2024-01-01', null, '7']],
    ['with too few values', 'Products?$orderby=ReleasedOn desc,Price', ['2024-01-01', '1.5']],
  ])('%s is refused', (_, target, after) => {
    const token = tokenOf({ ...place, after }, order());
    expect(() => planned(`${target}&$skiptoken=${token}`)).toThrow('$skiptoken');
  });

  it('of any other text is refused', () => {
    fc.assert(
      fc.property(fc.base64String({ minLength: 1 }), (text) => {
        const token = encodeURIComponent(text);
        expect(() => planned(`Products?$skiptoken=${token}`)).toThrow('$skiptoken');
      }),
    );
  });

  it('does not make pages larger than the largest', () => {
    const token = tokenOf({ ...place, size: 1_000_000 }, order());
    const plan = planned(`Products?$orderby=ReleasedOn desc,Price&$skiptoken=${token}`);
    expect(plan.kind === 'rows' && plan.page?.size).toBe(10_000);
  });
});
