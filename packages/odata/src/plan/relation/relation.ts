import type { FromClause } from '../../bind/from-clause.ts';
import type { ResultColumn } from '../../bind/result-shape.ts';
import type { Shape } from '../../bind/shape.ts';
import type { Typed } from '../../bind/typed.ts';
import type { EntityType } from '../../model/members.ts';
import type { Sql } from '../../sql/fragment.ts';
import type { OrderTerm } from '../order/order.ts';

/** Rows of the query so far: what names mean on them, and what selects them. */
export interface Relation<Context> {
  readonly shape: Shape;
  /** The FROM clause without its word; asked for last, because it grows with what is asked of the shape. */
  readonly from: () => Sql;
  readonly conditions: readonly Condition[];
  readonly order: readonly OrderTerm[];
  readonly skip: number;
  /** null for all rows. */
  readonly top: number | null;
  /** What rows show: columns that were made; beyond the properties of their entities, if they are entities. */
  readonly columns: readonly ResultColumn[];
  /** Values that tell one row from all others; empty where there is but one row. */
  readonly key: readonly Typed[];
  /** Which of the columns a row has, where not all rows have all of them. */
  readonly kinds?: RowKinds;
  /** The entities that rows are; null for what was grouped. */
  readonly entity: EntityRows<Context> | null;
}

/** Kinds of rows, as `concat` makes them. */
export interface RowKinds {
  /** The number of a row's kind. */
  readonly of: Typed;
  /** Paths of the columns that only some kinds have, with slashes, by the number of the kind; what stands in none all rows have. */
  readonly own: readonly ReadonlySet<string>[];
}

/** A condition that rows fulfil, and the aliases of the rows that it reads. */
export interface Condition {
  readonly sql: Sql;
  readonly rows: ReadonlySet<string>;
}

/** Rows of a table or a subquery, as entities under an alias. */
export interface EntityRows<Context> {
  readonly type: EntityType<Context>;
  readonly alias: string;
  readonly table: Sql;
  readonly joins: FromClause<Context>;
}
