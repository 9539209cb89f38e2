import { entityShape } from '../../bind/entity-shape.ts';
import { fromClause, joinClauses } from '../../bind/from-clause.ts';
import type { Shape } from '../../bind/shape.ts';
import type { Typed } from '../../bind/typed.ts';
import type { EntityType, Source } from '../../model/members.ts';
import { identifier, type Sql, sql } from '../../sql/fragment.ts';
import { asOperand } from '../../sql/operand.ts';
import { newAlias, type Planning } from './planning.ts';
import type { Relation } from './relation.ts';

/** The rows of a table or of a subquery in parentheses, as entities; `keys` selects their keys where they are known before. */
export function entityRelation<Context>(
  planning: Planning<Context>,
  type: EntityType<Context>,
  table: Sql,
  alias = newAlias(planning, 't'),
  keys: Sql | null = null,
): Relation<Context> {
  const { context, aliases } = planning;
  const joins = fromClause(context, aliases);
  const shape = entityShape({ type, alias, from: joins, aliases, keys });
  return {
    shape,
    from: () => sql`${table} ${identifier(alias)}${joinClauses(joins.joins())}`,
    conditions: [],
    order: [],
    skip: 0,
    top: null,
    columns: [],
    key: keyOf(shape, type),
    entity: { type, alias, table, joins },
  };
}

/** The rows of a source of the model, with its own condition. */
export function sourceRelation<Context>(
  planning: Planning<Context>,
  type: EntityType<Context>,
  source: Source<Context>,
): Relation<Context> {
  const alias = newAlias(planning, 't');
  const relation = entityRelation(planning, type, source.table(planning.context), alias);
  if (!source.where) return relation;
  const condition = {
    sql: asOperand(source.where(identifier(alias), planning.context)),
    rows: new Set([alias]),
  };
  return { ...relation, conditions: [condition] };
}

/** The values of the key properties. */
export function keyOf<Context>(shape: Shape, type: EntityType<Context>): Typed[] {
  return type.key.map((name) => {
    const member = shape.member(name);
    if (member?.kind !== 'value') throw new Error(`${type.name} has no key property ${name}`);
    return member.value;
  });
}
