import { describe, expect, it } from 'vitest';
import { ODataError } from '../../error.ts';
import { render, sql } from '../../sql/fragment.ts';
import { parseOption } from '../../syntax/query-options.ts';
import { shopModel } from '../../testing/shop-model.ts';
import type { ShopContext } from '../../testing/shop-types.ts';
import { rowWhere } from './row-where.ts';

const context: ShopContext = {};
const { Products } = shopModel.sets;

const condition = (predicate: string, parameters: Record<string, string> = {}) => {
  if (!Products) throw new Error('no products');
  const { type, source } = Products;
  const values = Object.entries(parameters).map(
    ([name, value]) => [name, parseOption('filter', value)] as const,
  );
  return rowWhere({
    model: shopModel,
    context,
    now: new Date(0),
    type,
    source,
    predicate: parseOption('filter', predicate),
    parameters: new Map(values),
  });
};

describe('a condition of the host on a row', () => {
  it('reads the row’s own columns, whatever its alias', () => {
    expect(render(condition('Price gt 5')(sql`x`))).toEqual({
      text: '(x.price > $1::numeric)',
      values: ['5'],
    });
  });

  it('goes by the key where something is joined', () => {
    expect(render(condition("Supplier/Country eq 'Italy'")(sql`x`))).toEqual({
      text: 'x.id in (select k.id from (select t1.* from shop.product t1 left join shop.supplier j2 on j2.id = t1.supplier_id where (not t1.is_hidden) and (j2.country = $1::text)) k)',
      values: ['Italy'],
    });
  });

  it('knows parameter aliases', () => {
    expect(render(condition('Price gt @least', { '@least': '7' })(sql`x`)).values).toEqual(['7']);
  });

  it('is refused before it is used', () => {
    expect(() => condition('Prize gt 5')).toThrow(ODataError);
  });
});
