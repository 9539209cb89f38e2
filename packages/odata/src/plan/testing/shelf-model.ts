import type { EntityType, RowBeside, ValueProperty } from '../../model/members.ts';
import type { Model } from '../../model/model.ts';
import { type Sql, sql } from '../../sql/fragment.ts';
import { type ShopContext, table, toOne, value } from '../../testing/shop-types.ts';

const sums = (where: Sql) =>
  sql`(select category_id, sum(price) as price, sum(stock) as stock from shop.product${where} group by category_id)`;

const contents: RowBeside<ShopContext> = {
  name: 'contents',
  table: () => sums(sql``),
  on: (row, beside) => sql`${beside}.category_id = ${row}.id`,
};

const contentsOfFew: RowBeside<ShopContext> = {
  ...contents,
  tableOf: (keys) => sums(sql` where category_id in (${keys})`),
};

/** Categories as shelves, with sums of what is on them; `isForFew`: they can be had of some shelves alone. */
export function shelfModel({ isForFew }: { readonly isForFew: boolean }): Model<ShopContext> {
  const beside = isForFew ? contentsOfFew : contents;
  const sum = (name: Sql): ValueProperty<ShopContext> => ({
    ...value('Edm.Decimal', 'unused'),
    sql: (row) => sql`coalesce(${row}.${name}, 0)`,
    beside,
  });
  const shelf: EntityType<ShopContext> = {
    kind: 'entity',
    name: 'Shop.Shelf',
    key: ['Id'],
    properties: {
      Id: value('Edm.Int32', 'id'),
      Name: value('Edm.String', 'name'),
      Worth: sum(sql`price`),
      Stock: sum(sql`stock`),
    },
    navigation: {
      Parent: toOne(() => shelf, 'Shelves', table('category'), ['parent_id', 'id'], true),
    },
  };
  return {
    namespace: 'Shop',
    container: 'Shop.Container',
    enums: [],
    complexTypes: [],
    entityTypes: [shelf],
    sets: { Shelves: { type: shelf, source: table('category'), pageSize: 3, search: null } },
  };
}
