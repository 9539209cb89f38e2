import type { Shape, CollectionMember, ValueMember } from '../../bind/shape.ts';
import type { Typed } from '../../bind/typed.ts';
import type { Relation } from '../relation/relation.ts';
import type { Search } from '../relation/searching.ts';

/** What a path has led to so far. */
export type Place<Context> = Rows<Context> | One<Context> | Property<Context>;

/** Entities of a set or of a to-many navigation. */
export interface Rows<Context> {
  readonly kind: 'rows';
  readonly relation: Relation<Context>;
  readonly search: Search;
  readonly pageSize: number;
  /** What a context URL says: the set, or the path where the entities are in none. */
  readonly context: string;
  /** The path as it is declared, for what is within. */
  readonly path: string;
  /** The one row that these belong to; null for a set. */
  readonly parent: One<Context> | null;
}

/** One entity or complex value of a row. */
export interface One<Context> {
  readonly kind: 'one';
  /** The one row that it is read from. */
  readonly relation: Relation<Context>;
  readonly shape: Shape;
  /** What is null when there is none although there is a row; null when there always is. */
  readonly present: Typed | null;
  readonly context: string;
  readonly path: string;
}

/** A value, or several values in one, of a row. */
export interface Property<Context> {
  readonly kind: 'property';
  readonly relation: Relation<Context>;
  readonly member: ValueMember | CollectionMember;
  readonly path: string;
}
