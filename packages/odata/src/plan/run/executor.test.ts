import { describe, expect, it } from 'vitest';
import { ODataError } from '../../error.ts';
import { shopModel } from '../../testing/shop-model.ts';
import { parseTarget } from '../../url/target.ts';
import { clientReader } from '../testing/client-reader.ts';
import { batchesOf, PLAIN, useShop } from '../testing/use-shop.ts';
import { createExecutor } from './executor.ts';
import type { OpenReader, Reader } from './reader.ts';

const shop = useShop();

async function faultOf(target: string): Promise<unknown> {
  return shop.ask(target).then(
    () => null,
    (error: unknown) => (error instanceof ODataError ? error.code : error),
  );
}

describe('a path', () => {
  it('to one row, a value, its text, or how many there are', async () => {
    expect(await shop.ask('Categories(2)')).toMatchObject({
      kind: 'object',
      context: 'Categories/$entity',
      json: '{"Id":2,"Name":"Drinks"}',
    });
    expect(await shop.ask('Categories(2)/Name')).toMatchObject({
      kind: 'value',
      context: 'Categories(2)/Name',
      json: '"Drinks"',
      type: 'Edm.String',
    });
    expect(await shop.ask('Categories(2)/Name/$value')).toMatchObject({ kind: 'text', text: 'Drinks' });
    expect(await shop.ask('Categories/$count')).toMatchObject({ kind: 'text', text: '8' });
    expect(await shop.ask("Categories/$count?$filter=Name eq 'Tea'")).toMatchObject({ text: '1' });
    expect(await shop.ask('Products(3)/Photo/$value')).toMatchObject({
      contentType: 'application/octet-stream',
      text: Buffer.from('fffff3', 'hex'),
    });
    expect(await shop.ask('Products(3)/Tags/$count')).toMatchObject({ kind: 'text', text: '2' });
    expect((await shop.page('Products(3)/Tags')).rows).toEqual(['new', 'sale']);
    expect(await shop.ask('Products(3)/Category/$ref')).toMatchObject({
      context: '$ref',
      json: '{"@odata.id":"Categories(4)"}',
    });
  });

  it('by the id of an entity', async () => {
    const found = { kind: 'object', context: 'Categories(Name)/$entity', json: '{"Name":"Drinks"}' };
    for (const id of ['Categories(2)', 'http://shop.test/Categories(2)']) {
      expect(await shop.ask(`$entity?$id=${id}&$select=Name`)).toMatchObject(found);
    }
    expect(await shop.ask('$entity/Shop.Category?$id=Categories(2)&$select=Name')).toMatchObject(found);
    for (const target of ['$entity?$id=Categories', '$entity?$id=http://else.test/Categories(2)']) {
      expect([target, await faultOf(target)]).toEqual([
        target,
        expect.stringMatching(/InvalidQuery|SyntaxError/),
      ]);
    }
  });

  it('through navigation properties has the rows that belong to the one', async () => {
    const { rows, context } = await shop.page('Categories(4)/Parent/Children?$select=Name');
    expect(context).toBe('Categories(Name)');
    expect(rows).toEqual([{ Name: 'Tea' }]);
    const lines = await shop.page('Products(1)/Lines?$count=true');
    expect(lines.context).toBe('Products(1)/Lines');
    expect(lines.count).toBe(lines.rows.length);
  });

  it('to nothing is not found, to null has no content', async () => {
    for (const target of [
      'Products(9999)',
      'Products(9999)/Name',
      'Products(9999)/Lines',
      'Products(9999)/Lines/$count',
      'Products(9999)/Tags',
      'Categories(1)/Parent/Children',
    ]) {
      expect([target, await faultOf(target)]).toEqual([target, 'NotFound']);
    }
    for (const target of [
      'Categories(1)/Parent',
      'Products(4)/Supplier',
      'Products(4)/Description',
      'Products(4)/Description/$value',
    ]) {
      expect([target, await shop.ask(target)]).toEqual([target, { kind: 'nothing' }]);
    }
  });
});

describe('a fault of the database', () => {
  it('is the query’s when a value is out of range or a statement too large, and time-outs are told', async () => {
    expect(await faultOf('Products?$filter=Stock mul 9223372036854775807 gt 1')).toBe('InvalidQuery');
    const sums = Array.from({ length: 1700 }, (_, index) => `Stock with sum as S${index}`);
    expect(await faultOf(`Products?$apply=aggregate(${sums.join()})`)).toBe('TooComplex');
    const { client } = shop.database();
    await client.query("set statement_timeout = '1ms'");
    const slow =
      'Products?$filter=Lines/any(a:a/Product/Lines/any(b:b/Order/Lines/any(c:c/Product/Lines/any(d:d/Quantity gt 9999))))';
    expect(await faultOf(slow)).toBe('QueryTimeout');
    await client.query('reset statement_timeout');
  });
});

describe('all rows at once', () => {
  /** A model of which one set is as large as wanted. */
  function manyRows(rows: number, opened: { closed: number; queries: number }) {
    const { Categories } = shopModel.sets;
    if (!Categories) throw new Error('no categories');
    const table = () => ({
      pieces: [
        `(select n as id, 'Category ' || n as name, null::int as parent_id from generate_series(1, ${rows}) n)`,
      ],
    });
    const model = { ...shopModel, sets: { Categories: { ...Categories, source: { table, where: null } } } };
    const open: OpenReader<unknown> = async (context, signal) => {
      const reader = await clientReader(shop.database().client)(context, signal);
      const query: Reader['query'] = (text, values) => {
        opened.queries += 1;
        return reader.query(text, values);
      };
      return {
        query,
        queryOnly: query,
        async close() {
          opened.closed += 1;
          await reader.close();
        },
      };
    };
    const execute = createExecutor({ model, open });
    return (query: string) =>
      execute({
        target: parseTarget(`Categories?${query}`, { plusIsBlank: false }),
        context: {},
        output: { ...PLAIN, pageSize: Number.POSITIVE_INFINITY },
        signal: new AbortController().signal,
      });
  }

  it('come batch by batch, so that memory does not grow with them', async () => {
    const opened = { closed: 0, queries: 0 };
    const result = await manyRows(200_000, opened)('$count=true');
    if (result.kind !== 'rows') throw new Error('no rows');
    let count = 0;
    let largest = 0;
    for (const batch of await batchesOf(result.rows)) {
      count += batch.length;
      largest = Math.max(largest, batch.length);
    }
    expect({ count, largest, total: result.count, next: result.nextToken() }).toEqual({
      count: 200_000,
      largest: 1000,
      total: 200_000,
      next: null,
    });
    expect(opened.closed).toBe(2);
  });

  it('are read no further when nobody wants more, and the connection is given back', async () => {
    const opened = { closed: 0, queries: 0 };
    const result = await manyRows(1_000_000, opened)('$select=Id');
    if (result.kind !== 'rows') throw new Error('no rows');
    for await (const batch of result.rows) {
      expect(batch.slice(0, 10)).toBe('{"Id":1},\n');
      break;
    }
    expect(opened).toEqual({ closed: 1, queries: 2 });
  });

  it('open nothing when nobody begins to read', async () => {
    const opened = { closed: 0, queries: 0 };
    await manyRows(10, opened)('$top=5');
    expect(opened).toEqual({ closed: 0, queries: 0 });
  });

  it('are as many as $top and $skip leave', async () => {
    const result = await manyRows(5000, { closed: 0, queries: 0 })('$top=1500&$skip=10&$select=Id');
    const rows = result.kind === 'rows' ? (await batchesOf(result.rows)).flat() : [];
    expect(rows).toHaveLength(1500);
    expect(rows[0]).toEqual({ Id: 11 });
  });
});
