import { type Sql, sql } from '../../sql/fragment.ts';
import type { Member, OpenItem, OpenRow, Variable } from '../shape.ts';
import type { Typed } from '../typed.ts';

export type Several = Extract<Member, { kind: 'many' | 'collection' }>;

/** Rows or items that a subquery goes through. */
export interface Opened {
  readonly element: Variable;
  /** The subquery from its FROM on; asked for when the conditions are bound. */
  readonly rest: (conditions: readonly Sql[]) => Sql;
  /** Aliases that the subquery, with values within it, reads from outside. */
  readonly outer: (inner: readonly Typed[]) => ReadonlySet<string>;
}

/** Opens the rows of a to-many navigation or the items of a collection. */
export function openSeveral(member: Several): Opened {
  return member.kind === 'many'
    ? openedRow(member.rows.open(), member.rows.outer)
    : openedItem(member.items.open(), member.value.rows);
}

function openedRow({ shape, from, where, own }: OpenRow, outer: ReadonlySet<string>): Opened {
  return {
    element: { kind: 'shape', shape, present: null },
    rest: (conditions) => sql`from ${from()} where ${where}${allOf(conditions, ' and ')}`,
    outer: (inner) => without(outer, inner, own()),
  };
}

function openedItem({ value, from, alias }: OpenItem, outer: ReadonlySet<string>): Opened {
  return {
    element: { kind: 'value', value },
    rest: (conditions) => sql`from ${from}${allOf(conditions, ' where ')}`,
    outer: (inner) => without(outer, inner, new Set([alias])),
  };
}

function allOf([first, ...others]: readonly Sql[], word: ' and ' | ' where '): Sql {
  if (!first) return sql``;
  const start = word === ' and ' ? sql` and ${first}` : sql` where ${first}`;
  return others.reduce((all, each) => sql`${all} and ${each}`, start);
}

function without(
  outer: ReadonlySet<string>,
  inner: readonly Typed[],
  own: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set([...outer, ...inner.flatMap(({ rows }) => [...rows])].filter((alias) => !own.has(alias)));
}
