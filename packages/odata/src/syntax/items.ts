import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import type { ComputeItem, OrderItem } from './options-ast.ts';

/** Parses `$orderby`: expressions, each with `asc` or `desc`. */
export function parseOrderBy(cursor: Cursor): OrderItem[] {
  const items: OrderItem[] = [];
  do {
    const expression = parseExpression(cursor);
    const direction = cursor.takeWord('asc', 'desc')?.text.toLowerCase();
    items.push({ expression, descending: direction === 'desc' });
  } while (cursor.takeSign(','));
  return items;
}

/** Parses `$compute`: expressions, each with `as` and a name. */
export function parseCompute(cursor: Cursor): ComputeItem[] {
  const items: ComputeItem[] = [];
  do {
    const { position } = cursor.peek();
    const expression = parseExpression(cursor);
    if (!cursor.takeWord('as')) throw cursor.fault('"as" and a name for the result');
    const { text: name } = cursor.expectKind('name', 'a name for the result');
    items.push({ expression, name, position });
  } while (cursor.takeSign(','));
  return items;
}
