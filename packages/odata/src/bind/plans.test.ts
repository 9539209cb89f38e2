import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { render, sql } from '../sql/fragment.ts';
import { type ShopDatabase, shopDatabase } from '../testing/shop-database.ts';
import { bindPredicate } from './expression.ts';
import { parse, placeIn } from './testing/bound.ts';

let shop: ShopDatabase;
let client: Client;

beforeAll(async () => {
  shop = await shopDatabase();
  ({ client } = shop);
  // Enough rows that a sequential scan is dear.
  await client.query(`
    insert into shop.product
    select 1000 + n, 'Thing ' || n, null, n % 7 + 1, null, 1, n, null, n, 0, 0, n % 1000, true, null, null,
      timestamptz '2020-01-01Z' + n * interval '1 hour', timestamp '2020-01-01' + n * interval '1 hour',
      null, null, gen_random_uuid(), null, n % 4, 0, '{}', null, null, null, false
    from generate_series(1, 20000) n;
    create index product_reorder on shop.product (reorder_at);
    create index product_barcode on shop.product (barcode);
    analyze shop.product`);
});
afterAll(() => shop.close());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

async function planOf(expression: string): Promise<Plan[]> {
  const { scope, rest } = placeIn('Products');
  const condition = bindPredicate(parse(expression), scope);
  const { text, values } = render(sql`explain (format json) select t.id ${rest()} and ${condition}`);
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(text, [...values]);
  return (rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan: plan }) => nodesOf(plan));
}

test.each([
  ['SoldAt ge 2020-03-01T00:00:00Z and SoldAt lt 2020-03-02T00:00:00Z', 'product_sold_at_idx'],
  ['SoldAt ge 2020-03-01 and SoldAt lt 2020-03-02', 'product_sold_at_idx'],
  ['SoldAt eq 2020-03-01T05:00:00+02:00', 'product_sold_at_idx'],
  [
    'CreatedAt ge 2020-03-01T00:00:00Z and CreatedAt lt 2020-03-02T00:00:00%2B02:00',
    'product_created_at_idx',
  ],
  ["startswith(Name,'Thing 1234')", 'product_name_idx'],
  ["Name eq 'Thing 5'", 'product_name_idx'],
  ["Name in ('Thing 5','Thing 6')", 'product_name_idx'],
  ['ReorderAt eq 7', 'product_reorder'],
  ['ReorderAt eq null', 'product_reorder'],
  ['ReorderAt in (7,8)', 'product_reorder'],
  ['ReorderAt gt 998', 'product_reorder'],
  ['ReorderAt eq 7.0', 'product_reorder'],
  ["Barcode eq '00000000-0000-4000-8000-000000000005'", 'product_barcode'],
  ['Id eq 5 or Id eq 7', 'product_pkey'],
  ["Id eq 5 and contains(Name,'x')", 'product_pkey'],
])('%s uses an index', async (expression, index) => {
  const nodes = await planOf(expression.replace('%2B', '+'));
  expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
  expect(nodes.map((node) => node['Index Name'])).toContain(index);
});
