import type { EnumType, PrimitiveName, ValueType } from '../model/types.ts';
import type {
  CollectionProperty,
  ComplexProperty,
  ComplexType,
  NavigationProperty,
  Source,
  ValueProperty,
} from '../model/members.ts';
import { primitive } from '../bind/typed.ts';
import { identifier, type Sql, sql } from '../sql/fragment.ts';

/** What the host knows of a request; the shop needs nothing. */
export type ShopContext = Readonly<Record<string, never>>;

export const colour: EnumType = {
  kind: 'enum',
  name: 'Shop.Colour',
  members: { Red: 0, Green: 1, Blue: 2, Yellow: 3 },
  isFlags: false,
};

export const features: EnumType = {
  kind: 'enum',
  name: 'Shop.Features',
  members: { None: 0, Fragile: 1, Frozen: 2, Heavy: 4 },
  isFlags: true,
};

export const status: EnumType = {
  kind: 'enum',
  name: 'Shop.OrderStatus',
  members: { New: 0, Paid: 1, Sent: 2, Returned: 3 },
  isFlags: false,
};

function column(name: string) {
  return (row: Sql) => sql`${row}.${identifier(name)}`;
}

function typeOf(type: PrimitiveName | EnumType): ValueType {
  return typeof type === 'string' ? primitive(type) : type;
}

/** A property that is a column and never null. */
export function value(type: PrimitiveName | EnumType, name: string): ValueProperty<ShopContext> {
  return { kind: 'value', type: typeOf(type), nullable: false, sql: column(name) };
}

export function optional(type: PrimitiveName | EnumType, name: string): ValueProperty<ShopContext> {
  return { ...value(type, name), nullable: true };
}

/** Wall time that is answered as if it were UTC. */
export function wallTime(name: string): ValueProperty<ShopContext> {
  return { ...optional('Edm.DateTimeOffset', name), storage: 'timestamp' };
}

export function collection(
  type: PrimitiveName,
  name: string,
  nullable = false,
): CollectionProperty<ShopContext> {
  return { kind: 'collection', type: primitive(type), nullable, sql: column(name) };
}

/** A complex value in columns of the row; `present` is one of them that is null when there is no value. */
export function inline(
  type: ComplexType<ShopContext>,
  present: string | null = null,
): ComplexProperty<ShopContext> {
  if (present === null) return { kind: 'complex', type, nullable: false, join: null };
  return { kind: 'complex', type, nullable: true, join: null, present: column(present) };
}

/** A table of the shop. */
export function table(name: string, where: Source<ShopContext>['where'] = null): Source<ShopContext> {
  return { table: () => sql`shop.${identifier(name)}`, where };
}

type Navigation = NavigationProperty<ShopContext>;

/** At most one row, found by columns of this one. */
export function toOne(
  target: Navigation['target'],
  set: string | null,
  source: Navigation['source'],
  [from, to]: readonly [string, string],
  nullable = false,
): Navigation {
  return {
    target,
    isCollection: false,
    by: [from],
    nullable,
    isContained: false,
    set,
    source,
    on: (row, other) => sql`${column(to)(other)} = ${column(from)(row)}`,
  };
}

/** Any number of rows, found by a column of theirs; without a set they are contained. */
export function toMany(
  target: Navigation['target'],
  set: string | null,
  source: Navigation['source'],
  [from, to]: readonly [string, string],
): Navigation {
  const by = toOne(target, set, source, [from, to]);
  const { by: _, ...rest } = by;
  return { ...rest, isCollection: true, isContained: set === null };
}
