import { resultShape } from '../../bind/result-shape.ts';
import type { Typed } from '../../bind/typed.ts';
import { identifier, raw, sql } from '../../sql/fragment.ts';
import type { OrderTerm } from '../order/order.ts';
import { carriedBy, carryColumns, readFrom, selectList } from './columns.ts';
import { entityRelation } from './entity-relation.ts';
import { plainText } from './plain-text.ts';
import { newAlias, type Planning } from './planning.ts';
import type { EntityRows, Relation } from './relation.ts';
import { selectFrom } from './select.ts';

/** The same rows as a subquery, so that further steps work on what is left after ordering, limits and computing. */
export function wrapped<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
): Relation<Context> {
  const alias = newAlias(planning, 's');
  return relation.entity
    ? wrappedEntities(planning, relation, relation.entity, alias)
    : wrappedResult(relation, alias);
}

/** All columns of the entities keep their names, so that the model can read them as before. */
function wrappedEntities<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  { type, alias: inner }: EntityRows<Context>,
  alias: string,
): Relation<Context> {
  const carried = carriedBy(alias);
  const columns = carryColumns(relation.columns, carried);
  const outside = (value: Typed) => sameColumn(value, inner, alias) ?? carried.carry(value);
  const order = termsWith(relation.order, outside);
  const all = sql`${identifier(inner)}.*`;
  const table = sql`(${selectFrom(relation, selectList(carried, [all]))})`;
  const outer = entityRelation(planning, type, table, alias);
  const shape = columns.length > 0 ? resultShape(columns, outer.shape) : outer.shape;
  return { ...outer, shape, columns, order };
}

function wrappedResult<Context>(relation: Relation<Context>, alias: string): Relation<Context> {
  const carried = carriedBy(alias);
  const columns = carryColumns(relation.columns, carried);
  const order = termsWith(relation.order, carried.carry);
  const key = relation.key.map((value) => carried.carry(value));
  const table = sql`(${selectFrom(relation, selectList(carried))})`;
  return {
    shape: resultShape(columns),
    from: () => sql`${table} ${identifier(alias)}`,
    conditions: [],
    order,
    skip: 0,
    top: null,
    columns,
    isComputed: false,
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
