import {
  type ComplexType,
  type EntityType,
  identifier,
  type Model,
  parameter,
  type PrimitiveName,
  primitive,
  type Source,
  type Sql,
  sql,
  type ValueProperty,
} from '@stint/odata';

/** Who asks. Whatever the model's SQL needs to know of a request goes here. */
export interface Shopper {
  /** A customer, who sees own orders only; null for the staff. */
  readonly customer: string | null;
}

/** A column that holds a value and is never null. */
function column(type: PrimitiveName, name: string): ValueProperty<Shopper> {
  return {
    kind: 'value',
    type: primitive(type),
    nullable: false,
    sql: (row) => sql`${row}.${identifier(name)}`,
  };
}

const products: Source<Shopper> = { table: () => sql`product`, where: null };
const orders: Source<Shopper> = { table: visibleOrders, where: null };
const lines: Source<Shopper> = {
  table: (shopper) =>
    sql`(select line.* from line join ${visibleOrders(shopper)} o on o.id = line.purchase_id)`,
  where: null,
};

function visibleOrders({ customer }: Shopper): Sql {
  if (customer === null) return sql`purchase`;
  return sql`(select * from purchase where customer = ${parameter(customer, 'text')})`;
}

const size: ComplexType<Shopper> = {
  kind: 'complex',
  name: 'Shop.Size',
  properties: { Width: column('Edm.Double', 'width'), Height: column('Edm.Double', 'height') },
  navigation: {},
};

const product: EntityType<Shopper> = {
  kind: 'entity',
  name: 'Shop.Product',
  key: ['Id'],
  properties: {
    Id: column('Edm.Int32', 'id'),
    Name: { ...column('Edm.String', 'name'), description: 'What the customer reads on the shelf.' },
    Price: column('Edm.Decimal', 'price'),
    Tags: {
      kind: 'collection',
      type: primitive('Edm.String'),
      nullable: false,
      sql: (row) => sql`${row}.tags`,
    },
    // Its columns are those of the product; there is no size where there is no width.
    Size: { kind: 'complex', type: size, nullable: true, join: null, present: (row) => sql`${row}.width` },
  },
  navigation: {},
};

const line: EntityType<Shopper> = {
  kind: 'entity',
  name: 'Shop.Line',
  key: ['OrderId', 'ProductId'],
  properties: {
    OrderId: column('Edm.Int64', 'purchase_id'),
    ProductId: column('Edm.Int32', 'product_id'),
    Quantity: column('Edm.Int32', 'quantity'),
  },
  navigation: {
    Product: {
      target: () => product,
      isCollection: false,
      // Columns of the line that decide which product is meant: what is aggregated is grouped by them before joining.
      by: ['product_id'],
      nullable: false,
      isContained: false,
      set: 'Products',
      source: products,
      on: (row, other) => sql`${other}.id = ${row}.product_id`,
    },
  },
};

const order: EntityType<Shopper> = {
  kind: 'entity',
  name: 'Shop.Order',
  key: ['Id'],
  properties: {
    Id: column('Edm.Int64', 'id'),
    Customer: column('Edm.String', 'customer'),
    PlacedAt: column('Edm.DateTimeOffset', 'placed_at'),
  },
  navigation: {
    Lines: {
      target: () => line,
      isCollection: true,
      nullable: false,
      isContained: false,
      set: 'Lines',
      source: lines,
      on: (row, other) => sql`${other}.purchase_id = ${row}.id`,
    },
  },
};

export const shop: Model<Shopper> = {
  namespace: 'Shop',
  container: 'Shop.Container',
  enums: [],
  complexTypes: [size],
  entityTypes: [product, order, line],
  sets: {
    Products: {
      type: product,
      source: products,
      pageSize: 100,
      search: (row, word) => sql`(strpos(lower(${row}.name), lower(${word})) > 0)`,
    },
    Orders: { type: order, source: orders, pageSize: 2, search: null },
    Lines: { type: line, source: lines, pageSize: 100, search: null },
  },
};
