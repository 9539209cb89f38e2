import type { ComputeItem, OrderItem } from './apply-ast.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseItems } from './list.ts';

/** Parses `$orderby`: expressions, each with `asc` or `desc`. */
export function parseOrderBy(cursor: Cursor): OrderItem[] {
  return parseItems(cursor, parseOrderItem);
}

export function parseOrderItem(cursor: Cursor): OrderItem {
  const expression = parseExpression(cursor);
  const direction = cursor.takeWord('asc', 'desc')?.text.toLowerCase();
  return { expression, descending: direction === 'desc' };
}

/** Parses `$compute`: expressions, each with `as` and a name. */
export function parseCompute(cursor: Cursor): ComputeItem[] {
  return parseItems(cursor, () => {
    const { position } = cursor.peek();
    const expression = parseExpression(cursor);
    return { expression, name: parseAlias(cursor), position };
  });
}

/** Parses `as Name`. */
export function parseAlias(cursor: Cursor): string {
  if (!cursor.takeWord('as')) throw cursor.fault('"as" and a name for the result');
  return cursor.expectSimpleName('a name for the result');
}
