import { nameBeside } from '../../bind/entity-shape.ts';
import type { JoinedRow } from '../../bind/from-clause.ts';
import { type ResultColumn, resultShape } from '../../bind/result-shape.ts';
import type { Shape } from '../../bind/shape.ts';
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

function wrappedEntities<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  entity: EntityRows<Context>,
  alias: string,
  isFence: boolean,
): Relation<Context> {
  const { list, outside } = wrappedList(relation, entity, alias);
  return outside(planning, tableOf(relation, list, isFence));
}

/**
 * What a subquery of entities selects, and how its rows are read outside. All columns of the entities keep their names, so that the
 * model can read them as before; what was made for a row beside them is carried out rather than made again.
 */
export function wrappedList<Context>(
  relation: Relation<Context>,
  entity: EntityRows<Context>,
  alias: string,
  joined: readonly JoinedRow[] = entity.joins.joins(),
): {
  readonly list: Sql;
  readonly outside: (planning: Planning<Context>, table: Sql, keys?: Sql) => Relation<Context>;
} {
  const { type, alias: inner } = entity;
  const carried = carriedBy(alias);
  const columns = carryColumns(relation.columns, carried);
  const outer = (value: Typed) => sameColumn(value, inner, alias) ?? carried.carry(value);
  const order = termsWith(relation.order, outer);
  const beside = carryColumns(valuesBeside(entity, relation.shape, joined), carried);
  return {
    list: selectList(carried, [sql`${identifier(inner)}.*`]),
    outside: (planning, table, keys) => {
      const rows = entityRelation(planning, type, table, alias, keys);
      const known = [...beside, ...columns];
      const shape = known.length > 0 ? resultShape(known, rows.shape) : rows.shape;
      return { ...rows, shape, columns, order };
    },
  };
}

/** The properties that read one of the rows beside, of those that are joined. */
function valuesBeside<Context>(
  { type, alias }: EntityRows<Context>,
  shape: Shape,
  joined: readonly JoinedRow[],
): ResultColumn[] {
  const names = new Set(joined.filter(({ of }) => of === alias).map(({ name }) => name));
  return Object.entries(type.properties).flatMap(([path, property]) => {
    const beside = property.kind === 'value' ? property.beside : undefined;
    const member = beside && names.has(nameBeside(beside)) ? shape.member(path) : null;
    return member?.kind === 'value' ? [{ path: [path], value: member.value }] : [];
  });
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
  const kinds = relation.kinds && { ...relation.kinds, of: carried.carry(relation.kinds.of) };
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
    ...(kinds && { kinds }),
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
