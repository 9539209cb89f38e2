import { ODataError } from '../error.ts';
import type { Expression, PathNode, PathSegment } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseCompute, parseOrderBy } from './items.ts';
import { parseList } from './list.ts';
import type { AggregateItem, GroupKey, Transformation } from './options-ast.ts';
import { parsePath } from './path.ts';
import { parseSearch } from './search.ts';

/** Most transformations in one sequence. */
const MOST_STEPS = 200;

/** Parses `$apply`: transformations that follow each other behind slashes. */
export function parseApply(cursor: Cursor): Transformation[] {
  return cursor.nested(() => {
    const steps: Transformation[] = [];
    do {
      steps.push(parseTransformation(cursor));
      if (steps.length > MOST_STEPS) {
        const { position } = cursor.peek();
        throw new ODataError('TooComplex', `More than ${MOST_STEPS} transformations.`, { position });
      }
    } while (cursor.takeSign('/'));
    return steps;
  });
}

const NAMES =
  'aggregate, groupby, filter, compute, orderby, top, skip, topcount, topsum, toppercent, bottomcount, bottomsum, bottompercent, concat, search or identity';

const LIMIT = /^(top|bottom)(count|sum|percent)$/;

function parseTransformation(cursor: Cursor): Transformation {
  const { position } = cursor.peek();
  if (cursor.peek().kind !== 'name') throw cursor.fault(NAMES);
  const word = cursor.peek().text.toLowerCase();
  const limit = LIMIT.exec(word);
  if (limit) return parseLimit(cursor, limit, position);
  switch (word) {
    case 'identity':
      cursor.next();
      return { kind: 'identity', position };
    case 'filter':
      return { kind: 'filter', predicate: inParentheses(cursor, parseExpression), position };
    case 'search':
      return { kind: 'search', search: inParentheses(cursor, parseSearch), position };
    case 'compute':
      return { kind: 'compute', items: inParentheses(cursor, parseCompute), position };
    case 'orderby':
      return { kind: 'orderby', items: inParentheses(cursor, parseOrderBy), position };
    case 'top':
    case 'skip':
      return { kind: word, count: inParentheses(cursor, parseExpression), position };
    case 'aggregate':
      cursor.next();
      return { kind: 'aggregate', items: parseList(cursor, parseAggregate), position };
    case 'groupby':
      return parseGroupBy(cursor, position);
    case 'concat':
      return parseConcat(cursor, position);
    default:
      throw cursor.fault(NAMES);
  }
}

/** The word that comes next, then `(…)`. */
function inParentheses<Result>(cursor: Cursor, parse: (cursor: Cursor) => Result): Result {
  cursor.next();
  cursor.expectSign('(');
  const result = parse(cursor);
  cursor.expectSign(')');
  return result;
}

function parseLimit(cursor: Cursor, [, side, by]: RegExpExecArray, position: number): Transformation {
  const [amount, of] = inParentheses(cursor, () => {
    const first = parseExpression(cursor);
    cursor.expectSign(',');
    return [first, parseExpression(cursor)] as const;
  });
  return {
    kind: 'limit',
    side: side as 'top' | 'bottom',
    by: by as 'count' | 'sum' | 'percent',
    amount,
    of,
    position,
  };
}

function parseConcat(cursor: Cursor, position: number): Transformation {
  cursor.next();
  const branches = parseList(cursor, parseApply);
  if (branches.length < 2) throw cursor.fault('at least two sequences within concat');
  return { kind: 'concat', branches, position };
}

function parseGroupBy(cursor: Cursor, position: number): Transformation {
  return inParentheses(cursor, () => {
    const keys = parseList(cursor, parseGroupKey);
    const within = cursor.takeSign(',') ? parseApply(cursor) : [];
    return { kind: 'groupby', keys, within, position };
  });
}

function parseGroupKey(cursor: Cursor): GroupKey {
  const { position } = cursor.peek();
  const isRollup = cursor.isWord('rollup') && cursor.peek(1).text === '(';
  if (!isRollup) return { kind: 'path', path: parseMember(cursor) };
  cursor.next();
  let withTotal = false;
  const paths = parseList(cursor, (): PathNode | null => {
    if (!cursor.takeSign('$')) return parseMember(cursor);
    if (!cursor.takeWord('all')) throw cursor.fault('"$all" or a property');
    withTotal = true;
    return null;
  }).filter((path) => path !== null);
  if (paths.length === 0) throw cursor.fault('a property to roll up');
  return { kind: 'rollup', withTotal, paths, position };
}

function parseMember(cursor: Cursor): PathNode {
  return parsePath(cursor, parseExpression);
}

/** `expression with method as Name`, `$count as Name`, `Nav/$count as Name`, `CustomAggregate`. */
function parseAggregate(cursor: Cursor): AggregateItem {
  const { position } = cursor.peek();
  if (cursor.takeSign('$')) {
    if (!cursor.takeWord('count')) throw cursor.fault('"$count"');
    return { expression: null, prefix: [], method: null, from: [], name: parseAlias(cursor), position };
  }
  const expression = parseExpression(cursor);
  const counted = countPrefix(expression);
  if (counted)
    return { expression: null, prefix: counted, method: null, from: [], name: parseAlias(cursor), position };
  const method = cursor.takeWord('with') ? parseMethod(cursor) : null;
  const from = parseFrom(cursor);
  const name = cursor.isWord('as') ? parseAlias(cursor) : null;
  if (method !== null && name === null) throw cursor.fault('"as" and a name for the result');
  if (method === null && expression.kind !== 'path') throw cursor.fault('"with" and a method such as sum');
  return { expression, prefix: [], method, from, name, position };
}

function parseFrom(cursor: Cursor): AggregateItem['from'] {
  const from: { path: PathNode; method: string | null }[] = [];
  while (cursor.takeWord('from')) {
    const path = parseMember(cursor);
    from.push({ path, method: cursor.takeWord('with') ? parseMethod(cursor) : null });
  }
  return from;
}

function parseMethod(cursor: Cursor): string {
  return cursor.expectKind('name', 'sum, min, max, average or countdistinct').text;
}

function parseAlias(cursor: Cursor): string {
  if (!cursor.takeWord('as')) throw cursor.fault('"as" and a name for the result');
  return cursor.expectKind('name', 'a name for the result').text;
}

/** The names before `/$count`; null when the expression is something else. */
function countPrefix(expression: Expression): string[] | null {
  if (expression.kind !== 'path') return null;
  const last = expression.segments.at(-1);
  if (last?.type !== 'count' || last.filter || last.search) return null;
  return expression.segments.slice(0, -1).map(nameOf);
}

function nameOf(segment: PathSegment): string {
  if (segment.type === 'name') return segment.name;
  throw new ODataError('SyntaxError', `Expected a property at position ${segment.position}.`, {
    position: segment.position,
  });
}
