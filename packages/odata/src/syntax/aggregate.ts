import type { AggregateFrom, AggregateItem, Expression } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseItems } from './list.ts';
import { parseMember } from './member.ts';

/** Parses an aggregate without its `as`; see AggregateItem (OData Data Aggregation 4.0, rule aggregateFunctionExpr). */
export function parseAggregateItem(
  cursor: Cursor,
  parseExpression: (cursor: Cursor) => Expression,
): AggregateItem & { readonly name: null } {
  const { position } = cursor.peek();
  const item = { prefix: [], method: null, name: null, position };
  if (cursor.isSign('$') && cursor.peek(1).text.toLowerCase() === 'count') {
    cursor.next();
    cursor.next();
    return { ...item, expression: null, from: parseFrom(cursor, true) };
  }
  const expression = parseExpression(cursor);
  if (cursor.takeWord('with')) {
    const method = parseMethod(cursor);
    return { ...item, expression, method, from: parseFrom(cursor, true) };
  }
  const prefix = countPrefix(expression);
  if (prefix) return { ...item, expression: null, prefix, from: parseFrom(cursor, true) };
  if (!isCustomAggregate(expression)) throw cursor.fault('"with" and a method such as sum');
  return { ...item, expression, from: parseFrom(cursor, false) };
}

/** `from A,B with max from C with min`. */
function parseFrom(cursor: Cursor, needsMethod: boolean): AggregateFrom[] {
  const from: AggregateFrom[] = [];
  while (cursor.takeWord('from')) {
    const paths = parseItems(cursor, parseMember);
    const method = cursor.takeWord('with') ? parseMethod(cursor) : null;
    if (method === null && needsMethod) throw cursor.fault('"with" and a method such as sum');
    from.push({ paths, method });
  }
  return from;
}

const METHODS = ['sum', 'min', 'max', 'average', 'countdistinct'];

function parseMethod(cursor: Cursor): string {
  const { kind, text } = cursor.peek();
  const method = METHODS.includes(text.toLowerCase()) ? text.toLowerCase() : text;
  const isMethod = kind === 'name' && (METHODS.includes(method) || method.includes('.'));
  if (!isMethod) throw cursor.fault(`${METHODS.join(', ')} or a method of the service with its namespace`);
  cursor.next();
  return method;
}

/** The names before `/$count`; null when the expression is something else. */
function countPrefix(expression: Expression): string[] | null {
  if (expression.kind !== 'path') return null;
  const last = expression.segments.at(-1);
  if (last?.type !== 'count' || last.filter || last.search) return null;
  const names = expression.segments
    .slice(0, -1)
    .flatMap((segment) => (segment.type === 'name' ? [segment.name] : []));
  return names.length === expression.segments.length - 1 ? names : null;
}

function isCustomAggregate(expression: Expression): boolean {
  return expression.kind === 'path' && expression.segments.every((segment) => segment.type === 'name');
}
