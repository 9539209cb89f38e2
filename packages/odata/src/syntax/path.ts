import type { Expression, KeyValue, PathNode, PathSegment, SearchNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseList } from './list.ts';
import { parseSearch } from './search.ts';

type ParseExpression = (cursor: Cursor) => Expression;

/** Parses a member path; `first` is a segment that was read already, so that the next token is a slash. */
export function parsePath(cursor: Cursor, parseExpression: ParseExpression, first?: PathSegment): PathNode {
  const { position } = first ?? cursor.peek();
  const segments: PathSegment[] = first ? [first] : [...parseFirst(cursor, parseExpression)];
  while (cursor.takeSign('/')) segments.push(...parseSegment(cursor, parseExpression));
  return { kind: 'path', segments, position };
}

const VARIABLES = ['it', 'root', 'this'];

function parseFirst(cursor: Cursor, parseExpression: ParseExpression): PathSegment[] {
  const { position } = cursor.peek();
  if (cursor.takeSign('@')) {
    const { text } = cursor.expectKind('name', "an alias's name");
    return [{ type: 'variable', name: `@${text}`, position }];
  }
  if (cursor.isSign('$') && VARIABLES.includes(cursor.peek(1).text.toLowerCase())) {
    cursor.next();
    return [{ type: 'variable', name: `$${cursor.next().text.toLowerCase()}`, position }];
  }
  return parseSegment(cursor, parseExpression);
}

function parseSegment(cursor: Cursor, parseExpression: ParseExpression): PathSegment[] {
  const { position } = cursor.peek();
  if (cursor.takeSign('$')) {
    if (!cursor.takeWord('count')) throw cursor.fault('"count"');
    return [{ type: 'count', ...parseCountOptions(cursor, parseExpression), position }];
  }
  const { text: name } = cursor.expectKind('name', 'a property, a value or a function');
  if (!cursor.isSign('(') || cursor.peek().spaced) return [{ type: 'name', name, position }];
  const word = name.toLowerCase();
  if (word === 'any' || word === 'all')
    return [{ type: word, ...parseLambda(cursor, parseExpression, word), position }];
  const keyPosition = cursor.peek().position;
  return [
    { type: 'name', name, position },
    { type: 'key', keys: parseKeys(cursor, parseExpression), position: keyPosition },
  ];
}

function parseLambda(
  cursor: Cursor,
  parseExpression: ParseExpression,
  word: 'any' | 'all',
): { variable?: string; predicate?: Expression } {
  cursor.expectSign('(');
  if (word === 'any' && cursor.takeSign(')')) return {};
  const { text: variable } = cursor.expectKind('name', 'a variable with a colon, such as "x:"');
  cursor.expectSign(':');
  const predicate = parseExpression(cursor);
  cursor.expectSign(')');
  return { variable, predicate };
}

/** `(5)`, `(Id=5)`, `(A=1,B=2)`. */
function parseKeys(cursor: Cursor, parseExpression: ParseExpression): KeyValue[] {
  return parseList(cursor, () => {
    const isNamed =
      cursor.peek().kind === 'name' && cursor.peek(1).text === '=' && cursor.peek(1).kind === 'sign';
    if (!isNamed) return { name: null, value: parseExpression(cursor) };
    const { text: name } = cursor.next();
    cursor.expectSign('=');
    return { name, value: parseExpression(cursor) };
  });
}

/** `/$count($filter=…;$search=…)`. */
function parseCountOptions(
  cursor: Cursor,
  parseExpression: ParseExpression,
): { filter?: Expression; search?: SearchNode } {
  const options: { filter?: Expression; search?: SearchNode } = {};
  if (!cursor.isSign('(') || cursor.peek().spaced) return options;
  cursor.expectSign('(');
  do {
    cursor.takeSign('$');
    const name = cursor.takeWord('filter', 'search')?.text.toLowerCase();
    if (name === undefined) throw cursor.fault('"$filter" or "$search"');
    cursor.expectSign('=');
    if (name === 'filter') options.filter = parseExpression(cursor);
    else options.search = parseSearch(cursor);
  } while (cursor.takeSign(';'));
  cursor.expectSign(')');
  return options;
}
