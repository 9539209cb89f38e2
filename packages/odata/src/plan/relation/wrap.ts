import { resultShape } from '../../bind/result-shape.ts';
import { identifier, sql } from '../../sql/fragment.ts';
import { carriedBy, carryColumns, selectList } from './columns.ts';
import { entityRelation } from './entity-relation.ts';
import { newAlias, type Planning } from './planning.ts';
import type { Relation } from './relation.ts';
import { selectFrom } from './select.ts';

/** The same rows as a subquery, so that further steps work on what is left after ordering, limits and computing. */
export function wrapped<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
): Relation<Context> {
  const alias = newAlias(planning, 's');
  const carried = carriedBy(alias);
  const columns = carryColumns(relation.columns, carried);
  const order = relation.order.map((term) => ({ ...term, value: carried.carry(term.value) }));
  const { entity } = relation;
  if (entity) {
    const all = sql`${identifier(entity.alias)}.*`;
    const table = sql`(${selectFrom(relation, selectList(carried, [all]))})`;
    const outer = entityRelation(planning, entity.type, table, alias);
    return { ...outer, shape: columns.length > 0 ? resultShape(columns, outer.shape) : outer.shape, columns, order };
  }
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
