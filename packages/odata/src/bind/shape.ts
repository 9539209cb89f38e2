import type { CollectionType, NavigationProperty, StructuredType } from '../model/members.ts';
import type { Sql } from '../sql/fragment.ts';
import type { Typed } from './typed.ts';

/** What names mean at one place of a query: the properties of a row, or what `$apply` and `$compute` have made. */
export interface Shape {
  /** By its exact name, else in any letter case; null when there is no such member. */
  member(name: string): Member | null;
  /** For the faults that name what there is. */
  names(): readonly string[];
  /** The model's type, where the shape is one. */
  readonly type: StructuredType<never> | null;
}

export type Member = { readonly name: string } & (ValueMember | ShapeMember | ManyMember | CollectionMember);

export interface ValueMember {
  readonly kind: 'value';
  readonly value: Typed;
}

/** A complex value or a to-one navigation. */
export interface ShapeMember {
  readonly kind: 'shape';
  readonly shape: Shape;
  /** Says whether there is one, as a value that is null when there is none; null when there always is one. */
  readonly present: Typed | null;
}

/** A to-many navigation. */
export interface ManyMember {
  readonly kind: 'many';
  readonly navigation: NavigationProperty<never>;
  readonly rows: Rows;
}

/** Several primitive values in one, an array of PostgreSQL. */
export interface CollectionMember {
  readonly kind: 'collection';
  readonly type: CollectionType;
  /** The array, typed as one of its items. */
  readonly value: Typed;
  /** Its items as rows. */
  readonly items: Items;
}

/** What a variable stands for: `$it`, `$this`, that of a lambda. */
export type Variable = ValueMember | ShapeMember;

/** Rows that belong to one row, to be used in a subquery. */
export interface Rows {
  /** Opens a new row of them: its shape, and the clause that finds it. */
  open(): OpenRow;
  /** Aliases of the rows that the subquery reads from outside. */
  readonly outer: ReadonlySet<string>;
}

export interface OpenRow {
  readonly shape: Shape;
  /** The FROM clause without its word; asked for last, because it grows with what is asked of the shape. */
  readonly from: () => Sql;
  readonly where: Sql;
  /** Aliases that the FROM clause defines, as it is now. */
  readonly own: () => ReadonlySet<string>;
}

export interface Items {
  open(): OpenItem;
}

export interface OpenItem {
  readonly value: Typed;
  readonly from: Sql;
  readonly alias: string;
}

const lowered = new WeakMap<object, ReadonlyMap<string, string>>();

/** The member of that name: exactly, else in any letter case. */
export function findName<Value>(
  members: Readonly<Record<string, Value>>,
  name: string,
): [string, Value] | null {
  const exact = Object.hasOwn(members, name) ? members[name] : undefined;
  if (exact !== undefined) return [name, exact];
  let names = lowered.get(members);
  if (!names) {
    names = new Map(
      Object.keys(members)
        .toReversed()
        .map((each) => [each.toLowerCase(), each]),
    );
    lowered.set(members, names);
  }
  const known = names.get(name.toLowerCase());
  const member = known === undefined ? undefined : members[known];
  return known === undefined || member === undefined ? null : [known, member];
}
