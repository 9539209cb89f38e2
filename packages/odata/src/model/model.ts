import type { Sql } from '../sql/fragment.ts';
import type { ComplexType, EntityType, Source } from './members.ts';
import type { EnumType } from './types.ts';

/** What a service offers: types, sets of entities, and where their rows are. */
export interface Model<Context> {
  /** Where names of types are looked up that stand without one; types may be of other namespaces too. */
  readonly namespace: string;
  /** With its namespace. */
  readonly container: string;
  readonly enums: readonly EnumType[];
  readonly complexTypes: readonly ComplexType<Context>[];
  readonly entityTypes: readonly EntityType<Context>[];
  readonly sets: Readonly<Record<string, EntitySet<Context>>>;
}

export interface EntitySet<Context> {
  readonly type: EntityType<Context>;
  readonly source: Source<Context>;
  /** Rows of one page unless the client prefers otherwise. */
  readonly pageSize: number;
  /** What `$search` looks into; null where it is not offered. */
  readonly search: ((row: Sql, word: Sql) => Sql) | null;
  readonly description?: string;
}
