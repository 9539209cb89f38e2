import { bindExpression } from '../../bind/expression.ts';
import { checkNumber } from './check-number.ts';
import { groupingOf } from './keys.ts';
import { made, primitive, type Typed } from '../../bind/typed.ts';
import { join, nothing, raw, type Sql, sql } from '../../sql/fragment.ts';
import type { GroupKey, Transformation } from '../../syntax/apply-ast.ts';
import { fault } from '../../bind/faults.ts';
import { type OrderTerm, orderClause } from '../order/order.ts';
import { type Planning, scopeWithin } from '../relation/planning.ts';
import type { Relation } from '../relation/relation.ts';
import { limited, unlimited, withKeyOrder } from '../relation/steps.ts';
import { wrapped } from '../relation/wrap.ts';

type Limit = Extract<Transformation, { kind: 'limit' }>;

/**
 * `topcount`, `topsum`, `toppercent` and those of the bottom: the rows with the greatest or least values, as many as are asked for, or
 * so many that they come to a sum or to a share of the sum (OData Data Aggregation 4.0, 3.3); within each group where there are keys.
 */
export function leading<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  step: Limit,
  within: readonly GroupKey[] = [],
): Relation<Context> {
  const base = unlimited(planning, relation);
  const value = bindExpression(step.of, scopeWithin(planning, base.shape));
  const first: OrderTerm = { value, descending: step.side === 'top' };
  const sorted = withKeyOrder({ ...base, order: [first, ...base.order] });
  const keys = groupingOf(within, scopeWithin(planning, base.shape)).columns.map((key) => key.value);
  const group = keys.length === 0 ? nothing : sql`partition by ${join(keys.map((key) => key.sql))}`;
  if (step.by === 'count') {
    const count = countOf(step);
    if (keys.length === 0) return limited(sorted, { top: count });
    const place = sql`row_number() over (${group}${orderClause(sorted.order)})`;
    return keptWhile(planning, sorted, sql`(${place} <= ${raw(String(count))})`, [value, ...keys]);
  }
  checkNumber(value, `${step.side}${step.by}`);
  const amount = bindExpression(step.amount, scopeWithin(planning, base.shape));
  checkNumber(amount, `The first argument of ${step.side}${step.by}`);
  const before = sumBefore(sorted.order, value, group);
  const total = sql`sum(${value.sql}) over (${group})`;
  const limit = step.by === 'sum' ? amount.sql : sql`${total} * ${amount.sql} / 100.0`;
  return keptWhile(planning, sorted, sql`(${before} < ${limit})`, [value, amount, ...keys]);
}

function countOf({ amount, side, by, position }: Limit): number {
  const count = amount.kind === 'literal' && amount.type === 'integer' ? Number(amount.value) : Number.NaN;
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw fault('TypeMismatch', `${side}${by} takes a whole number, at position ${position}.`, position);
}

/** The sum of the values of all rows before a row. */
function sumBefore(order: readonly OrderTerm[], value: Typed, group: Sql): Sql {
  const window = sql`${group}${orderClause(order)} rows between unbounded preceding and 1 preceding`;
  return sql`coalesce(sum(${value.sql}) over (${window}), 0)`;
}

/** The rows for which a window function says true. */
function keptWhile<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  isKept: Sql,
  of: readonly Typed[],
): Relation<Context> {
  const name = '$kept';
  const flag = { path: [name], value: made(primitive('Edm.Boolean'), isKept, of, 0, { nullable: false }) };
  const outer = wrapped(planning, { ...relation, columns: [...relation.columns, flag] });
  const kept = outer.columns.at(-1)?.value;
  if (!kept) throw new Error('a window has no column');
  const columns = outer.columns.slice(0, -1);
  return { ...outer, columns, conditions: [...outer.conditions, { sql: join([kept.sql]), rows: kept.rows }] };
}
