import { bindCondition, bindExpression } from '../../bind/expression.ts';
import { conditionOf } from '../../bind/operators/logical.ts';
import type { Typed } from '../../bind/typed.ts';
import type { ComputeItem, OrderItem } from '../../syntax/apply-ast.ts';
import type { Expression } from '../../syntax/ast.ts';
import type { OrderTerm } from '../order/order.ts';
import { withComputed } from './computing.ts';
import { plainText, sizeOf } from './fragments.ts';
import { type Planning, scopeWithin } from './planning.ts';
import type { Relation } from './relation.ts';
import { wrapped } from './wrap.ts';

/** Pieces of SQL of a value that is written out wherever it is used. */
const LONGEST_INLINE = 100;

/** The rows that fulfil a condition. */
export function filtered<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  predicate: Expression,
): Relation<Context> {
  const base = unlimited(planning, relation);
  const value = bindCondition(predicate, scopeWithin(planning, base.shape));
  const condition = { sql: conditionOf(value), rows: value.rows };
  return { ...base, conditions: [...base.conditions, condition] };
}

/**
 * The rows with more columns, written out wherever they are used, so that indexes serve. Where that would become long, as in a chain of
 * computations that each double it, what was computed before is read from a subquery that PostgreSQL does not dissolve.
 */
export function computed<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  items: readonly ComputeItem[],
): Relation<Context> {
  const inline = withComputed(planning, relation.shape, items);
  const isShort = inline.columns.every(({ value }) => sizeOf(value.sql) <= LONGEST_INLINE);
  const base = isShort || relation.columns.length === 0 ? relation : wrapped(planning, relation, true);
  const { shape, columns } = base === relation ? inline : withComputed(planning, base.shape, items);
  return { ...base, shape, columns: [...base.columns, ...columns] };
}

/** The rows in an order; those that are equal in it stay as they were. */
export function ordered<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  items: readonly OrderItem[],
): Relation<Context> {
  const base = unlimited(planning, relation);
  const scope = scopeWithin(planning, base.shape);
  const terms = items.map(({ expression, descending }) => ({
    value: bindExpression(expression, scope),
    descending,
  }));
  return { ...base, order: withTerms([], [...terms, ...base.order]) };
}

/** The rows from a place on, and so many at most; in the order of their key where none is given. */
export function limited<Context>(
  relation: Relation<Context>,
  { skip = 0, top = null }: { readonly skip?: number | undefined; readonly top?: number | null | undefined },
): Relation<Context> {
  const left = relation.top === null ? null : Math.max(0, relation.top - skip);
  const fewest = top === null ? left : Math.min(top, left ?? top);
  return { ...withKeyOrder(relation), skip: relation.skip + skip, top: fewest };
}

/** The order ends with the key, so that it is the same every time. */
export function withKeyOrder<Context>(relation: Relation<Context>): Relation<Context> {
  const terms = relation.key.map((value) => ({ value, descending: false }));
  return { ...relation, order: withTerms(relation.order, terms) };
}

/** The relation, or a subquery of it when some of its rows are cut off already. */
export function unlimited<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
): Relation<Context> {
  return relation.top === null && relation.skip === 0 ? relation : wrapped(planning, relation);
}

/** Terms one behind the other, but none twice: what follows the same value decides nothing. */
function withTerms(first: readonly OrderTerm[], more: readonly OrderTerm[]): OrderTerm[] {
  const terms = [...first];
  for (const term of more) {
    if (!terms.some(({ value }) => isSameColumn(value, term.value))) terms.push(term);
  }
  return terms;
}

function isSameColumn(left: Typed, right: Typed): boolean {
  const [one, other] = [plainText(left.sql), plainText(right.sql)];
  return one !== null && one === other;
}
