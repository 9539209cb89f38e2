import type { ComplexType, EntityType } from '../model/members.ts';
import type { Model } from '../model/model.ts';
import { sql } from '../sql/fragment.ts';
import {
  collection,
  colour,
  features,
  inline,
  optional,
  type ShopContext,
  status,
  table,
  toMany,
  toOne,
  value,
  wallTime,
} from './shop-types.ts';

const sources = {
  categories: table('category'),
  customers: table('customer'),
  lines: table('order_line'),
  orders: table('order'),
  products: table('product', (row) => sql`not ${row}.is_hidden`),
};

const size: ComplexType<ShopContext> = {
  kind: 'complex',
  name: 'Shop.Size',
  properties: { Width: value('Edm.Double', 'width'), Height: value('Edm.Double', 'height') },
  navigation: {},
};

const supplier: ComplexType<ShopContext> = {
  kind: 'complex',
  name: 'Shop.Supplier',
  properties: {
    Name: value('Edm.String', 'name'),
    Country: optional('Edm.String', 'country'),
    FoundedOn: value('Edm.Date', 'founded_on'),
  },
  navigation: {},
};

const address: ComplexType<ShopContext> = {
  kind: 'complex',
  name: 'Shop.Address',
  properties: {
    Street: value('Edm.String', 'street'),
    City: value('Edm.String', 'city'),
    Country: optional('Edm.String', 'country'),
  },
  navigation: {},
};

const category: EntityType<ShopContext> = {
  kind: 'entity',
  name: 'Shop.Category',
  key: ['Id'],
  properties: { Id: value('Edm.Int32', 'id'), Name: value('Edm.String', 'name') },
  navigation: {
    Parent: toOne(() => category, 'Categories', sources.categories, ['parent_id', 'id'], true),
    Children: toMany(() => category, 'Categories', sources.categories, ['id', 'parent_id']),
    Products: toMany(() => product, 'Products', sources.products, ['id', 'category_id']),
  },
};

const product: EntityType<ShopContext> = {
  kind: 'entity',
  name: 'Shop.Product',
  key: ['Id'],
  properties: {
    Id: value('Edm.Int32', 'id'),
    Name: value('Edm.String', 'name'),
    Description: optional('Edm.String', 'description'),
    Price: value('Edm.Decimal', 'price'),
    Weight: optional('Edm.Double', 'weight'),
    Rating: optional('Edm.Single', 'rating'),
    Stock: value('Edm.Int64', 'stock'),
    Discount: value('Edm.SByte', 'discount'),
    Shelf: value('Edm.Byte', 'shelf'),
    ReorderAt: optional('Edm.Int16', 'reorder_at'),
    IsActive: value('Edm.Boolean', 'is_active'),
    IsVegan: optional('Edm.Boolean', 'is_vegan'),
    ReleasedOn: optional('Edm.Date', 'released_on'),
    CreatedAt: value('Edm.DateTimeOffset', 'created_at'),
    SoldAt: wallTime('sold_at'),
    OpensAt: optional('Edm.TimeOfDay', 'opens_at'),
    Preparation: optional('Edm.Duration', 'preparation'),
    Barcode: value('Edm.Guid', 'barcode'),
    Photo: optional('Edm.Binary', 'photo'),
    Colour: optional(colour, 'colour'),
    Features: value(features, 'features'),
    Tags: collection('Edm.String', 'tags'),
    Scores: collection('Edm.Int32', 'scores', true),
    Size: inline(size, 'width'),
    Supplier: {
      kind: 'complex',
      type: supplier,
      nullable: true,
      join: {
        by: ['supplier_id'],
        isLarge: true,
        table: () => sql`shop.supplier`,
        on: (row, other) => sql`${other}.id = ${row}.supplier_id`,
        optional: true,
        present: (other) => sql`${other}.id`,
      },
    },
  },
  navigation: {
    Category: toOne(() => category, 'Categories', sources.categories, ['category_id', 'id']),
    Lines: toMany(() => line, null, sources.lines, ['id', 'product_id']),
  },
};

const customer: EntityType<ShopContext> = {
  kind: 'entity',
  name: 'Shop.Customer',
  key: ['Id'],
  properties: {
    Id: value('Edm.Guid', 'id'),
    Name: value('Edm.String', 'name'),
    Address: inline(address),
  },
  navigation: {
    ReferredBy: toOne(() => customer, 'Customers', sources.customers, ['referred_by', 'id'], true),
    Orders: toMany(() => order, 'Orders', sources.orders, ['id', 'customer_id']),
  },
};

const order: EntityType<ShopContext> = {
  kind: 'entity',
  name: 'Shop.Order',
  key: ['Id'],
  properties: {
    Id: value('Edm.Int64', 'id'),
    PlacedAt: value('Edm.DateTimeOffset', 'placed_at'),
    DeliveredOn: optional('Edm.Date', 'delivered_on'),
    Status: value(status, 'status'),
  },
  navigation: {
    Customer: toOne(() => customer, 'Customers', sources.customers, ['customer_id', 'id']),
    Lines: toMany(() => line, null, sources.lines, ['id', 'order_id']),
  },
};

const line: EntityType<ShopContext> = {
  kind: 'entity',
  name: 'Shop.OrderLine',
  key: ['OrderId', 'Number'],
  properties: {
    OrderId: value('Edm.Int64', 'order_id'),
    Number: value('Edm.Int32', 'number'),
    Quantity: value('Edm.Int32', 'quantity'),
    UnitPrice: value('Edm.Decimal', 'unit_price'),
    Note: optional('Edm.String', 'note'),
  },
  navigation: {
    Order: toOne(() => order, 'Orders', sources.orders, ['order_id', 'id']),
    Product: toOne(() => product, 'Products', sources.products, ['product_id', 'id']),
  },
};

/** Products, categories, customers and orders, over the tables of `shop/0001_shop.sql`. */
export const shopModel: Model<ShopContext> = {
  namespace: 'Shop',
  container: 'Shop.Container',
  enums: [colour, features, status],
  complexTypes: [size, supplier, address],
  entityTypes: [category, product, customer, order, line],
  sets: {
    Categories: { type: category, source: sources.categories, pageSize: 100, search: null },
    Products: {
      type: product,
      source: sources.products,
      pageSize: 20,
      search: (row, word) => sql`(strpos(lower(${row}.name), lower(${word})) > 0)`,
    },
    Customers: { type: customer, source: sources.customers, pageSize: 10, search: null },
    Orders: { type: order, source: sources.orders, pageSize: 10, search: null },
  },
};
