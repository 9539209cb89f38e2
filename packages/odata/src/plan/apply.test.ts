import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useShop } from './testing/use-shop.ts';

const shop = useShop();

interface Raw {
  readonly price: number;
  readonly stock: number;
  readonly rating: number | null;
  readonly colour: string | null;
  readonly category: string;
  readonly parent: string | null;
  readonly country: string | null;
}

/** The rows as they are in the tables, amounts in cents, joined here. */
async function rawRows(): Promise<Raw[]> {
  const { client } = shop.database();
  const { rows } = await client.query<Raw>(`
    select (p.price * 100)::int as price, p.reorder_at::int as stock, p.rating::float8 as rating,
      (array['Red', 'Green', 'Blue', 'Yellow'])[p.colour + 1] as colour,
      c.name as category, o.name as parent, s.country
    from shop.product p join shop.category c on c.id = p.category_id
      left join shop.category o on o.id = c.parent_id left join shop.supplier s on s.id = p.supplier_id
    where not p.is_hidden`);
  return rows;
}

const keys = {
  Colour: (row: Raw) => row.colour,
  'Category/Name': (row: Raw) => row.category,
  'Category/Parent/Name': (row: Raw) => row.parent,
  'Supplier/Country': (row: Raw) => row.country,
} as const;
type Key = keyof typeof keys;

const there = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
const sum = (values: readonly (number | null)[]) => there(values).reduce((total, value) => total + value, 0);
const orNull = (values: readonly (number | null)[], of: (values: readonly number[]) => number) =>
  there(values).length === 0 ? null : of(there(values));

/** Aggregates by their text, and what each comes to over rows. */
const aggregates: Record<string, (rows: readonly Raw[]) => number | null> = {
  '$count as N': (rows) => rows.length,
  'Price with sum as S': (rows) =>
    orNull(
      rows.map(({ price }) => price),
      sum,
    ),
  'ReorderAt with min as L': (rows) =>
    orNull(
      rows.map(({ stock }) => stock),
      (values) => Math.min(...values),
    ),
  'ReorderAt with max as H': (rows) =>
    orNull(
      rows.map(({ stock }) => stock),
      (values) => Math.max(...values),
    ),
  'ReorderAt with average as A': (rows) =>
    orNull(
      rows.map(({ stock }) => stock),
      (values) => sum(values) / values.length,
    ),
  'Colour with countdistinct as C': (rows) =>
    new Set(rows.map(({ colour }) => colour).filter((each) => each !== null)).size,
  'Supplier/Country with countdistinct as D': (rows) =>
    new Set(rows.map(({ country }) => country).filter((each) => each !== null)).size,
  'Rating with average as R': (rows) =>
    orNull(
      rows.map(({ rating }) => rating),
      (values) => sum(values) / values.length,
    ),
  'ReorderAt mul 2 add 1 with sum as M': (rows) =>
    orNull(
      rows.map(({ stock }) => stock),
      (values) => sum(values.map((value) => value * 2 + 1)),
    ),
};

function at(row: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], row);
}

function nameOf(aggregate: string): string {
  return aggregate.split(' as ')[1] ?? '';
}

/** Rounded, so that sums in another order are the same; money in cents. */
function rounded(name: string, value: unknown): number | null {
  if (value === null) return null;
  return Math.round(Number(value) * (name === 'S' ? 100 : 1) * 1e6) / 1e6;
}

const comparable = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();

describe('groupby with aggregates', () => {
  it('comes to what the raw rows come to, for any keys and aggregates', async () => {
    const raw = await rawRows();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...(Object.keys(keys) as Key[])), { maxLength: 4 }),
        fc.uniqueArray(fc.constantFrom(...Object.keys(aggregates)), { minLength: 1, maxLength: 5 }),
        fc.option(fc.constantFrom("Supplier/Country eq 'Italy'", "Category/Parent/Name eq 'Food'")),
        async (paths, chosen, filter) => {
          const step = `aggregate(${chosen.join()})`;
          const grouped = paths.length === 0 ? step : `groupby((${paths.join()}),${step})`;
          const apply = filter === null ? grouped : `filter(${filter})/${grouped}`;
          const { rows } = await shop.page(`Products?$apply=${apply}`, { pageSize: 10_000 });
          const kept = raw.filter(
            ({ country, parent }) =>
              filter === null || (filter.startsWith('Supplier') ? country === 'Italy' : parent === 'Food'),
          );
          const groups = Map.groupBy(kept, (row) => JSON.stringify(paths.map((path) => keys[path](row))));
          if (paths.length === 0 && groups.size === 0) groups.set('[]', []);
          const expected = [...groups].map(([key, members]) => [
            JSON.parse(key),
            ...chosen.map((each) => rounded('', aggregates[each]?.(members) ?? null)),
          ]);
          const found = rows.map((row) => [
            paths.map((path) => at(row, path)),
            ...chosen.map((each) => rounded(nameOf(each), at(row, nameOf(each)))),
          ]);
          // Prices are in cents on both sides.
          expect(comparable(found)).toEqual(comparable(expected));
        },
      ),
      { numRuns: 80 },
    );
  });

  it('rolls up from the end, with a total where it is asked for', async () => {
    const raw = await rawRows();
    const count = (of: (row: Raw) => unknown) => [...Map.groupBy(raw, (row) => JSON.stringify(of(row)))];
    const leaves = count(({ category, colour }) => [category, colour]);
    const categories = count(({ category }) => [category, null]);
    const expected = [...leaves, ...categories].map(([key, members]) => [...JSON.parse(key), members.length]);
    const apply = (all: string) =>
      `Products?$apply=groupby((rollup(${all}Category/Name,Colour)),aggregate($count as N))`;
    const read = (rows: readonly unknown[]) =>
      rows.map((row) => [at(row, 'Category/Name'), at(row, 'Colour'), at(row, 'N')]);
    const without = await shop.page(apply(''), { pageSize: 10_000 });
    expect(comparable(read(without.rows))).toEqual(comparable(expected));
    const withAll = await shop.page(apply('$all,'), { pageSize: 10_000 });
    expect(comparable(read(withAll.rows))).toEqual(comparable([...expected, [null, null, raw.length]]));
  });

  it('leaves wall time as it is, whatever the zone of the session', async () => {
    const { client } = shop.database();
    await client.query(`set timezone to 'America/New_York'`);
    const { rows: raw } = await client.query<{ first: string; newest: string }>(`
      select to_char(min(sold_at), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as first,
        replace(max(created_at at time zone 'UTC')::text, ' ', 'T') || 'Z' as newest
      from shop.product where not is_hidden`);
    const { first = '', newest = '' } = raw[0] ?? {};
    const rows = async (apply: string) => (await shop.page(`Products?$apply=${apply}`)).rows;
    const sold = 'aggregate(SoldAt with min as T)';
    expect(await rows(sold)).toEqual([{ T: first }]);
    expect(await rows(`${sold}/filter(T eq ${first})`)).toEqual([{ T: first }]);
    expect(await rows(`groupby((Colour),${sold})/${sold.replace('SoldAt', 'T')}`)).toEqual([{ T: first }]);
    const made = 'aggregate(CreatedAt with max as T)';
    expect(await rows(`concat(${sold},${made})`)).toEqual([{ T: first }, { T: newest }]);
    expect(await rows(`concat(${made},${sold})`)).toEqual([{ T: newest }, { T: first }]);
  });

  it('aggregates step by step', async () => {
    const raw = await rawRows();
    const daily = [...Map.groupBy(raw, ({ category }) => category).values()].map((rows) =>
      sum(rows.map(({ price }) => price)),
    );
    const { rows } = await shop.page(
      'Products?$apply=aggregate(Price with sum from Category/Name with max as M)',
    );
    expect(rows).toEqual([{ M: Math.max(...daily) / 100 }]);
  });
});

describe('the first rows by a value', () => {
  const prices = async (apply: string) => {
    const { rows } = await shop.page(`Products?$apply=${apply}&$select=Price`, { pageSize: 10_000 });
    return rows.map((row) => Math.round(Number(at(row, 'Price')) * 100));
  };

  it('are as many as asked for', async () => {
    const raw = (await rawRows()).map(({ price }) => price).toSorted((left, right) => right - left);
    expect(await prices('topcount(3,Price)')).toEqual(raw.slice(0, 3));
    expect(await prices('bottomcount(2,Price)')).toEqual(raw.toReversed().slice(0, 2));
  });

  it('are as many as asked for of each group', async () => {
    const raw = await rawRows();
    const groups = [...Map.groupBy(raw, ({ colour }) => colour)].map(([colour, rows]) => [
      colour,
      sum(
        rows
          .map(({ price }) => price)
          .toSorted((left, right) => right - left)
          .slice(0, 2),
      ),
    ]);
    const target = 'Products?$apply=groupby((Colour),topcount(2,Price)/aggregate(Price with sum as S))';
    const { rows } = await shop.page(target);
    expect(
      comparable(rows.map((row) => [at(row, 'Colour'), Math.round(Number(at(row, 'S')) * 100)])),
    ).toEqual(comparable(groups));
    const whole = await shop.page('Products?$apply=groupby((Colour),topcount(2,Price))', { pageSize: 100 });
    expect(whole.rows).toHaveLength(groups.length * 2);
  });

  it('come to a sum, or to a share of the sum', async () => {
    const raw = (await rawRows()).map(({ price }) => price).toSorted((left, right) => right - left);
    const until = (values: readonly number[], amount: number) => {
      let before = 0;
      return values.filter((value) => {
        const isKept = before < amount;
        before += value;
        return isKept;
      });
    };
    expect(await prices('topsum(100,Price)')).toEqual(until(raw, 10_000));
    expect(await prices('bottomsum(7.5,Price)')).toEqual(until(raw.toReversed(), 750));
    expect(await prices('toppercent(25,Price)')).toEqual(until(raw, sum(raw) / 4));
  });
});

describe('what follows $apply', () => {
  it('works on its result', async () => {
    const target =
      'Products?$apply=groupby((Colour),aggregate($count as N))&$filter=N gt 1&$orderby=N desc,Colour desc&$compute=N mul 10 as T&$select=Colour,T&$count=true';
    const { rows, count } = await shop.page(target);
    const groups = [...Map.groupBy(await rawRows(), ({ colour }) => colour)].map(([colour, { length }]) => ({
      colour,
      length,
    }));
    expect(count).toBe(groups.length);
    expect(rows).toHaveLength(groups.length);
    expect(rows.map((row) => at(row, 'T'))).toEqual(
      groups.map(({ length }) => length * 10).toSorted((left, right) => right - left),
    );
  });

  it('computes a chain that doubles with every step', async () => {
    const steps = Array.from({ length: 40 }, (_, step) => `compute(A${step} add A${step} as A${step + 1})`);
    const { rows } = await shop.page(
      `Products?$apply=filter(Id eq 1)/compute(1 as A0)/${steps.join('/')}&$select=A40`,
    );
    expect(rows).toEqual([{ A40: 2 ** 40 }]);
  });
});
