import { type Sql, sql } from '../../sql/fragment.ts';
import { made, primitive, type Typed } from '../typed.ts';

const BOOLEAN = primitive('Edm.Boolean');

/** Functions of collections (OData URL Conventions 4.01, 5.1.1.5 and 5.1.1.6): `length`, `hassubset`, `hassubsequence`. */
export function collectionLength(array: Typed, position: number): Typed {
  return made(primitive('Edm.Int32'), sql`cardinality(${array.sql})`, [array], position);
}

/** Whether the first holds each item of the second, as often as the second does. */
export function hasSubset(of: Typed, subset: Typed, position: number): Typed {
  const missing = sql`exists (select 1 from ${counted(subset.sql)} wanted left join ${counted(of.sql)} held on held.item is not distinct from wanted.item where held.times is null or held.times < wanted.times)`;
  return unlessNull(of, subset, sql`not ${missing}`, position);
}

/** Whether the items of the second come in the first in the same order, with others between them or not. */
export function hasSubsequence(of: Typed, part: Typed, position: number): Typed {
  // Each step looks for the next wanted item behind the place of the one before.
  const step = sql`select found.wanted + 1, (select min(place) from generate_subscripts(arrays.held, 1) place where place > found.place and arrays.held[place] is not distinct from arrays.part[found.wanted + 1]) from found, arrays where found.place is not null and found.wanted < cardinality(arrays.part)`;
  const found = sql`with recursive arrays as (select ${of.sql} as held, ${part.sql} as part), found(wanted, place) as (select 0, 0 union all ${step})`;
  const text = sql`(${found} select case when arrays.held is not null and arrays.part is not null then exists (select 1 from found where found.wanted = cardinality(arrays.part) and found.place is not null) end from arrays)`;
  return made(BOOLEAN, text, [of, part], position);
}

function unlessNull(left: Typed, right: Typed, answer: Sql, position: number): Typed {
  const operands = [left, right];
  if (!left.nullable && !right.nullable) return made(BOOLEAN, sql`(${answer})`, operands, position);
  const areThere = sql`${left.sql} is not null and ${right.sql} is not null`;
  return made(BOOLEAN, sql`(case when ${areThere} then ${answer} end)`, operands, position);
}

function counted(array: Sql): Sql {
  return sql`(select item, count(*) as times from unnest(${array}) item group by item)`;
}
