import type { Sql } from '../sql/fragment.ts';
import type { EnumType, PrimitiveType, ValueType } from './types.ts';

/** How PostgreSQL holds an `Edm.DateTimeOffset`: as an instant, or as wall time that is answered as if it were UTC. */
export type Storage = 'timestamptz' | 'timestamp';

/** Properties without a key, as a value within another. */
export interface ComplexType<Context = unknown> {
  readonly kind: 'complex';
  /** With its namespace. */
  readonly name: string;
  readonly properties: Readonly<Record<string, Property<Context>>>;
  readonly navigation: Readonly<Record<string, NavigationProperty<Context>>>;
}

export interface EntityType<Context = unknown> {
  readonly kind: 'entity';
  /** With its namespace. */
  readonly name: string;
  /** Names of the properties that tell one entity from another. */
  readonly key: readonly string[];
  readonly properties: Readonly<Record<string, Property<Context>>>;
  readonly navigation: Readonly<Record<string, NavigationProperty<Context>>>;
}

export type StructuredType<Context = unknown> = ComplexType<Context> | EntityType<Context>;

export interface CollectionType {
  readonly kind: 'collection';
  readonly of: PrimitiveType | EnumType | ComplexType;
}

export type Property<Context> =
  | ValueProperty<Context>
  | ComplexProperty<Context>
  | CollectionProperty<Context>;

interface Common {
  readonly nullable: boolean;
  /** For `$metadata`. */
  readonly description?: string;
}

/** A primitive or enum value. */
export interface ValueProperty<Context> extends Common {
  readonly kind: 'value';
  readonly type: ValueType;
  readonly storage?: Storage;
  /** The value of the row with this alias. */
  readonly sql: (row: Sql, context: Context) => Sql;
  /** The row that `sql` reads in the place of the property's own; joined when the value is asked for. */
  readonly beside?: RowBeside<Context>;
}

/** At most one row beside each row, with values of it that are not held but made, such as sums of what belongs to it. */
export interface RowBeside<Context> {
  /** Properties of a row with the same name read the same row beside it. */
  readonly name: string;
  /** Those of all rows: a table, or a subquery in parentheses, also a lateral one that reads the row. */
  readonly table: (row: Sql, context: Context) => Sql;
  /**
   * Those of a few rows, whose keys `keys` selects, for values that are made at less cost for them than for all rows: a page is then
   * picked first where neither its conditions nor its order read the values.
   */
  readonly tableOf?: (keys: Sql, context: Context) => Sql;
  readonly on: (row: Sql, beside: Sql, context: Context) => Sql;
}

/** A complex value: columns of the same row, or those of a row that is joined when something of it is asked for. */
export interface ComplexProperty<Context> extends Common {
  readonly kind: 'complex';
  readonly type: ComplexType<Context>;
  /** null: the type's properties read the row that this property belongs to. */
  readonly join: ToOneJoin<Context> | null;
  /** Says whether there is a value, where it may be missing and nothing is joined: null when there is none. */
  readonly present?: (row: Sql, context: Context) => Sql;
}

/** Several values in one, held as an array of PostgreSQL. */
export interface CollectionProperty<Context> extends Common {
  readonly kind: 'collection';
  readonly type: ValueType;
  readonly sql: (row: Sql, context: Context) => Sql;
}

/** At most one row of another table for each row. */
export interface ToOneJoin<Context> {
  /** Columns of the row that decide which other row is meant; what is aggregated is grouped by them before joining. null: not only columns do. */
  readonly by: readonly string[] | null;
  /**
   * True when the other table has so many rows that few rows here share one: what is grouped by something else as well is not grouped by
   * `by` first then, which would leave nearly as many groups as there are rows.
   */
  readonly isLarge?: boolean;
  /** The other table, or a subquery in parentheses. */
  readonly table: (context: Context) => Sql;
  readonly on: (row: Sql, other: Sql, context: Context) => Sql;
  /** True when there may be none: then the complex value is null. */
  readonly optional: boolean;
  /** Says whether the other row is there, for optional joins: a column that is never null. */
  readonly present: (other: Sql, context: Context) => Sql;
}

export interface NavigationProperty<Context> {
  readonly target: () => EntityType<Context>;
  readonly isCollection: boolean;
  /** Of a to-one navigation: columns of the row that decide which other row is meant, if they alone do (see `ToOneJoin`). */
  readonly by?: readonly string[];
  readonly nullable: boolean;
  readonly isContained: boolean;
  /** The set in which the targets are found too, for `NavigationPropertyBinding`; null for contained ones. */
  readonly set: string | null;
  /** The rows that belong to one row. */
  readonly source: Source<Context>;
  readonly on: (row: Sql, other: Sql, context: Context) => Sql;
}

/** Where rows come from. */
export interface Source<Context> {
  /** A table or a subquery in parentheses; sees only what the caller may see. */
  readonly table: (context: Context) => Sql;
  /** A condition that every row of the source fulfils beyond `table`, such as not being deleted; null for none. */
  readonly where: ((row: Sql, context: Context) => Sql) | null;
}
