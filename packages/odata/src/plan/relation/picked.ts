import { joinClauses, type JoinedRow } from '../../bind/from-clause.ts';
import { identifier, join, raw, type Sql, sql } from '../../sql/fragment.ts';
import type { QueryOptions } from '../../syntax/options-ast.ts';
import { joinsOf } from './joins.ts';
import { newAlias, type Planning } from './planning.ts';
import type { EntityRows, Relation } from './relation.ts';
import { selectFrom } from './select.ts';
import { computed } from './steps.ts';
import { wrappedList } from './wrap.ts';

/** Rows that are picked before what they show is made. */
export interface Picked<Context> {
  readonly relation: Relation<Context>;
  /** A query of them as a whole statement. */
  readonly statement: (query: Sql) => Sql;
}

/** Unlike any table of a model. */
const NAME = raw('odata_picked');

/**
 * The limited rows as a table that is made first, `with odata_picked as (…)`, so that what is made at less cost for few rows is made for
 * them alone. null where nothing would be gained: all rows are wanted, or those values are not shown, or they decide which rows come.
 * To be asked when all that is shown was asked of the shape.
 */
export function pickedFirst<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  options: QueryOptions,
): Picked<Context> | null {
  const { entity, top } = relation;
  if (!entity || top === null) return null;
  const isLate = options.compute !== undefined && options.apply === undefined;
  const inner = isLate ? { ...relation, columns: [] } : relation;
  const needed = joinsThatDecide(inner, entity);
  const isLater = (joined: JoinedRow) =>
    joined.of === entity.alias && joined.definition.isForFew === true && !needed.includes(joined);
  if (!entity.joins.joins().some(isLater)) return null;
  const from = () => sql`${entity.table} ${identifier(entity.alias)}${joinClauses(needed)}`;
  const alias = newAlias(planning, 's');
  const { list, outside } = wrappedList(inner, entity, alias, needed);
  const rows = selectFrom({ ...inner, from }, list);
  const outer = outside(planning, NAME, keysOf(planning, entity, alias));
  return {
    relation: isLate ? computed(planning, outer, options.compute ?? []) : outer,
    statement: (query) => sql`with ${NAME} as materialized (${rows}) ${query}`,
  };
}

/** What the conditions, the order and columns that were made before read. */
function joinsThatDecide<Context>(
  { conditions, order, columns }: Relation<Context>,
  entity: EntityRows<Context>,
): readonly JoinedRow[] {
  const read = [...conditions, ...order.map(({ value }) => value), ...columns.map(({ value }) => value)];
  return joinsOf(entity, new Set(read.flatMap(({ rows }) => [...rows])));
}

function keysOf<Context>({ context }: Planning<Context>, { type }: EntityRows<Context>, alias: string): Sql {
  const row = identifier(alias);
  const keys = type.key.map((name) => {
    const property = type.properties[name];
    if (property?.kind !== 'value') throw new Error(`${type.name} has no key property ${name}`);
    return property.sql(row, context);
  });
  return sql`select ${join(keys)} from ${NAME} ${row}`;
}
