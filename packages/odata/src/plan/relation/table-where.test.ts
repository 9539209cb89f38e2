import { expect, it } from 'vitest';
import { render } from '../../sql/fragment.ts';
import { parseOption } from '../../syntax/query-options.ts';
import { shopModel } from '../../testing/shop-model.ts';
import type { ShopContext } from '../../testing/shop-types.ts';
import { tableWhere } from './table-where.ts';

const context: ShopContext = {};

it('makes a table of the rows that fulfil a condition of the host', () => {
  const { Products } = shopModel.sets;
  if (!Products) throw new Error('no products');
  const { type, source } = Products;
  const predicate = parseOption('filter', "Price gt 5 and Supplier/Country eq 'Italy'");
  const table = tableWhere({ model: shopModel, context, now: new Date(0), type, source, predicate });
  expect(render(table)).toEqual({
    text: '(select t1.* from shop.product t1 left join shop.supplier j2 on j2.id = t1.supplier_id where (not t1.is_hidden) and ((t1.price > $1::numeric) and (j2.country = $2::text)))',
    values: ['5', 'Italy'],
  });
});
