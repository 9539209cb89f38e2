import { resultShape } from '../../bind/result-shape.ts';
import type { Typed } from '../../bind/typed.ts';
import { identifier, raw, type Sql, sql } from '../../sql/fragment.ts';
import type { OrderTerm } from '../order/order.ts';
import { carriedBy, carryColumns, readFrom, selectList } from './columns.ts';
import { entityRelation } from './entity-relation.ts';
import { plainText } from './fragments.ts';
import { newAlias, type Planning } from './planning.ts';
import type { EntityRows, Relation } from './relation.ts';
import { selectFrom } from './select.ts';

/**
 * The same rows as a subquery, so that further steps work on what is left after ordering, limits and computing. A fence keeps
 * PostgreSQL from writing the inner expressions into the outer ones.
 */
export function wrapped<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  isFence = false,
): Relation<Context> {
  const alias = newAlias(planning, 's');
  return relation.entity
    ? wrappedEntities(planning, relation, relation.entity, alias, isFence)
    : wrappedResult(relation, alias, isFence);
}

/** The query in parentheses; one with an offset PostgreSQL leaves as it is. */
function tableOf<Context>(relation: Relation<Context>, list: Sql, isFence: boolean): Sql {
  const rows = selectFrom(relation, list);
  return isFence && relation.skip === 0 ? sql`(${rows} offset 0)` : sql`(${rows})`;
}

/** All columns of the entities keep their names, so that the model can read them as before. */
function wrappedEntities<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  { type, alias: inner }: EntityRows<Context>,
  alias: string,
  isFence: boolean,
): Relation<Context> {
  const carried = carriedBy(alias);
  const columns = carryColumns(relation.columns, carried);
  const outside = (value: Typed) => sameColumn(value, inner, alias) ?? carried.carry(value);
  const order = termsWith(relation.order, outside);
  const all = sql`${identifier(inner)}.*`;
  const table = tableOf(relation, selectList(carried, [all]), isFence);
  const outer = entityRelation(planning, type, table, alias);
  const shape = columns.length > 0 ? resultShape(columns, outer.shape) : outer.shape;
  return { ...outer, shape, columns, order };
}

function wrappedResult<Context>(
  relation: Relation<Context>,
  alias: string,
  isFence: boolean,
): Relation<Context> {
  const carried = carriedBy(alias);
  const columns = carryColumns(relation.columns, carried);
  const order = termsWith(relation.order, carried.carry);
  const key = relation.key.map((value) => carried.carry(value));
  const table = tableOf(relation, selectList(carried), isFence);
  return {
    shape: resultShape(columns),
    from: () => sql`${table} ${identifier(alias)}`,
    conditions: [],
    order,
    skip: 0,
    top: null,
    columns,
    key,
    entity: null,
  };
}

function termsWith(order: readonly OrderTerm[], read: (value: Typed) => Typed): OrderTerm[] {
  return order.map((term) => ({ ...term, value: read(term.value) }));
}

/** A column of the inner row under the outer alias; null for what is no column of it. */
function sameColumn(value: Typed, inner: string, outer: string): Typed | null {
  const text = plainText(value.sql);
  const prefix = `${inner}.`;
  if (!text?.startsWith(prefix) || !/^(?:\w+|"[^"]*")$/.test(text.slice(prefix.length))) return null;
  return readFrom(value, outer, raw(`${outer}.${text.slice(prefix.length)}`));
}
