import type { Hierarchy, OrderItem, Transformation } from './apply-ast.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseOrderItem } from './items.ts';
import { parseMember } from './member.ts';
import { parsePath } from './path.ts';
import { beginsKeeping } from './transformations.ts';
import { parseWholeNumber } from './whole-number.ts';

type ParseApply = (cursor: Cursor) => Transformation[];

/** Parses `$root/Set,Qualifier,Property` (OData Data Aggregation 4.0, 5.5.2.1). */
export function parseHierarchy(cursor: Cursor): Hierarchy {
  if (!cursor.isSign('$') || cursor.peek(1).text.toLowerCase() !== 'root')
    throw cursor.fault('"$root/" and a set');
  const nodes = parsePath(cursor, parseExpression);
  cursor.expectSign(',');
  const qualifier = cursor.expectSimpleName("a hierarchy's qualifier");
  cursor.expectSign(',');
  return { nodes, qualifier, property: parseMember(cursor) };
}

/** Kinds of transformations that make other rows of those there are. */
const CHANGING = ['aggregate', 'groupby', 'compute', 'concat', 'nest', 'join', 'outerjoin'];

/** Parses transformations that choose rows and leave them as they are. */
export function parseStart(cursor: Cursor, parseApply: ParseApply): Transformation[] {
  const first = cursor.peek();
  const start = parseApply(cursor);
  if (start.some((step) => CHANGING.includes(step.kind))) {
    throw cursor.fault('transformations that keep the rows as they are, such as filter,', first);
  }
  return start;
}

/** The inner of `ancestors(…)` and `descendants(…)`. */
export function parseFromStart(
  cursor: Cursor,
  parseApply: ParseApply,
  kind: 'ancestors' | 'descendants',
  position: number,
): Transformation {
  const hierarchy = parseHierarchy(cursor);
  cursor.expectSign(',');
  const start = parseStart(cursor, parseApply);
  let distance: number | null = null;
  let keepStart = false;
  let hasMore = cursor.takeSign(',');
  if (hasMore && cursor.peek().kind === 'integer') {
    distance = parseWholeNumber(cursor);
    hasMore = cursor.takeSign(',');
  }
  if (hasMore) {
    if (!cursor.takeWord('keep') || !cursor.takeWord('start')) throw cursor.fault('"keep start"');
    keepStart = true;
  }
  return { kind, hierarchy, start, distance, keepStart, position };
}

/** The inner of `traverse(…)`. */
export function parseTraverse(cursor: Cursor, parseApply: ParseApply, position: number): Transformation {
  const hierarchy = parseHierarchy(cursor);
  cursor.expectSign(',');
  const word = cursor.takeWord('preorder', 'postorder')?.text.toLowerCase();
  if (word === undefined) throw cursor.fault('preorder or postorder');
  const order = word === 'preorder' ? 'preorder' : 'postorder';
  let hasMore = cursor.takeSign(',');
  let start: Transformation[] = [];
  if (hasMore && beginsKeeping(cursor)) {
    start = parseStart(cursor, parseApply);
    hasMore = cursor.takeSign(',');
  }
  const items: OrderItem[] = [];
  while (hasMore) {
    items.push(parseOrderItem(cursor));
    hasMore = cursor.takeSign(',');
  }
  return { kind: 'traverse', hierarchy, order, start, items, position };
}
