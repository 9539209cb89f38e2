import { beforeAll, describe, expect, it } from 'vitest';
import { planned } from './testing/planned.ts';
import { useShop } from './testing/use-shop.ts';

const shop = useShop();

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

/** The nodes of the plan that PostgreSQL makes and runs. */
async function nodesOf(target: string, pageSize: number | null = null): Promise<PlanNode[]> {
  const { text, values } = planned(target, pageSize).statement;
  const { rows } = await shop
    .database()
    .client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (analyze, format json) ${text}`, [
      ...values,
    ]);
  const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  const top = rows[0]?.['QUERY PLAN'][0].Plan;
  if (!top) throw new Error('no plan');
  return flat(top);
}

const typesOf = (nodes: readonly PlanNode[]) => nodes.map((node) => node['Node Type']);

beforeAll(async () => {
  const { client } = shop.database();
  await client.query(`
    insert into shop.product
      select (jsonb_populate_record(p, jsonb_build_object('id', 1000 + n, 'name', 'Thing ' || n, 'created_at', timestamptz '2020-01-01' + n * interval '1 hour', 'category_id', n % 7 + 1))).*
      from generate_series(1, 20000) n, shop.product p where p.id = 1`);
  await client.query('create index on shop.product (created_at, id) where not is_hidden');
  await client.query('analyze shop.product');
});

describe('a page by key', () => {
  it.each([
    ['first', 'Products?$select=Id&$orderby=CreatedAt'],
    ['first, backwards', 'Products?$select=Id&$orderby=CreatedAt desc,Id desc'],
  ])('reads no more rows than it has, from one index: the %s', async (_, target) => {
    const nodes = await nodesOf(target, 50);
    expect(typesOf(nodes)).not.toContain('Sort');
    const scan = nodes.filter((node) => node['Relation Name'] === 'product');
    expect(scan).toHaveLength(1);
    expect(scan[0]?.['Index Name']).toBe('product_created_at_id_idx');
    expect(scan[0]?.['Actual Rows']).toBe(51);
  });

  it.each(['Products?$select=Id&$orderby=CreatedAt', 'Products?$select=Id&$orderby=CreatedAt desc,Id desc'])(
    'begins at its place: the 200th of %s',
    async (target) => {
      let next: string | null = null;
      for (let page = 0; page < 4; page += 1) {
        ({ next } = await shop.page(next === null ? target : `${target}&$skiptoken=${next}`, {
          pageSize: 50,
        }));
      }
      const nodes = await nodesOf(`${target}&$skiptoken=${next}`);
      expect(typesOf(nodes)).not.toContain('Sort');
      const [scan] = nodes.filter((node) => node['Relation Name'] === 'product');
      expect(scan?.['Index Name']).toBe('product_created_at_id_idx');
      expect(scan?.['Actual Rows']).toBe(51);
    },
  );
});

describe('groups by what is joined', () => {
  it('are aggregated before they are joined', async () => {
    const nodes = await nodesOf(
      'Products?$apply=groupby((Category/Name),aggregate(Price with sum as S,$count as N))',
    );
    const join = nodes.findIndex((node) => /Join|Nested Loop/.test(node['Node Type']));
    const inner = nodes.slice(join).findIndex((node) => node['Node Type'] === 'Aggregate');
    expect(join).toBeGreaterThan(0);
    expect(inner).toBeGreaterThan(0);
    expect(nodes[join]?.['Actual Rows']).toBe(7);
  });

  it('count only what they have to join', async () => {
    const nodes = await nodesOf('Products?$select=Name,Supplier&$expand=Category&$count=true&$top=1');
    expect(nodes.filter((node) => node['Relation Name'] === 'category')).toHaveLength(1);
  });
});
