import { join, nothing, raw, type Sql, sql } from '../../sql/fragment.ts';
import { orderClause } from '../order/order.ts';
import type { Condition, Relation } from './relation.ts';

/** The query of a relation with these columns. */
export function selectFrom<Context>(relation: Relation<Context>, columns: Sql): Sql {
  const { from, conditions, order } = relation;
  const rest = sql`${orderClause(order)}${limitClause(relation)}`;
  return sql`select ${columns} from ${from()}${whereClause(conditions)}${rest}`;
}

/** ` where …`; empty for no conditions. */
export function whereClause(conditions: readonly Condition[]): Sql {
  return conditions.length === 0
    ? nothing
    : sql` where ${allOf(conditions.map((condition) => condition.sql))}`;
}

/** Conditions, each an operand, as one. */
function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : join(conditions, ' and ');
}

function limitClause<Context>({ top, skip }: Relation<Context>): Sql {
  const limit = top === null ? nothing : raw(` limit ${top}`);
  return skip === 0 ? limit : sql`${limit}${raw(` offset ${skip}`)}`;
}
