import type { Expression, LiteralNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseItems } from './list.ts';

/**
 * Parses what stands on the right of `in`: a list of values in parentheses, or an expression that gives a collection. A single
 * expression in parentheses is no list.
 */
export function parseCollection(
  cursor: Cursor,
  parseExpression: (cursor: Cursor) => Expression,
  parseOperand: () => Expression,
): Expression {
  const { position } = cursor.peek();
  if (!cursor.isSign('(')) return parseOperand();
  cursor.next();
  if (cursor.takeSign(')')) return { kind: 'list', items: [], position };
  const first = parseExpression(cursor);
  if (first.kind === 'literal') {
    const items = cursor.takeSign(',')
      ? [first, ...parseItems(cursor, (item) => parseValue(item, parseExpression))]
      : [first];
    cursor.expectSign(')');
    return { kind: 'list', items, position };
  }
  cursor.expectSign(')');
  return first;
}

function parseValue(cursor: Cursor, parseExpression: (cursor: Cursor) => Expression): LiteralNode {
  const first = cursor.peek();
  const value = parseExpression(cursor);
  if (value.kind === 'literal') return value;
  throw cursor.fault('a value such as 5 or a text in single quotes', first);
}
