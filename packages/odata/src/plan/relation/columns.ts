import type { ResultColumn } from '../../bind/result-shape.ts';
import type { Typed } from '../../bind/typed.ts';
import { identifier, join, type Sql, sql } from '../../sql/fragment.ts';

/** Columns of a subquery: each value gets a name in the inner query, and is read by it in the outer one. */
export interface Carried {
  /** `a as s1_1, b as s1_2`, after what else is selected. */
  readonly list: Sql[];
  /** The value as the outer query reads it. */
  readonly carry: (value: Typed) => Typed;
}

/** Carries values out of the subquery that has this alias; the same value is carried once. */
export function carriedBy(alias: string): Carried {
  const list: Sql[] = [];
  const known = new Map<Sql, Typed>();
  return {
    list,
    carry(value) {
      const outer = known.get(value.sql);
      if (outer) return outer;
      const name = identifier(`${alias}_${list.length + 1}`);
      list.push(sql`${value.sql} as ${name}`);
      const read = readFrom(value, alias, sql`${identifier(alias)}.${name}`);
      known.set(value.sql, read);
      return read;
    },
  };
}

/** A value of a type as a column of a row. */
export function readFrom({ type, nullable, storage }: Typed, alias: string, column: Sql): Typed {
  return { type, nullable, storage, sql: column, rows: new Set([alias]), literal: null, position: 0 };
}

/** Columns carried out with their paths. */
export function carryColumns(columns: readonly ResultColumn[], carried: Carried): ResultColumn[] {
  return columns.map(({ path, value }) => ({ path, value: carried.carry(value) }));
}

export function selectList(carried: Carried, first: readonly Sql[] = []): Sql {
  return join([...first, ...carried.list]);
}
