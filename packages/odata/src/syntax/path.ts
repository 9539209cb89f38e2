import { ODataError } from '../error.ts';
import { parseAggregateItem } from './aggregate.ts';
import { parseArguments } from './arguments.ts';
import type { Expression, PathNode, PathSegment } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseSearch } from './search.ts';

type ParseExpression = (cursor: Cursor) => Expression;

/** Most members in one path. */
const LONGEST_PATH = 100;

/** Parses a member path. */
export function parsePath(cursor: Cursor, parseExpression: ParseExpression): PathNode {
  const { position } = cursor.peek();
  const segments: PathSegment[] = [];
  parseFirst(cursor, parseExpression, segments);
  while (cursor.takeSign('/')) {
    if (segments.length >= LONGEST_PATH) throw tooLong(cursor.offset());
    parseSegment(cursor, parseExpression, segments);
  }
  return { kind: 'path', segments, position };
}

const VARIABLES = ['it', 'root', 'this', 'these'];

function parseFirst(cursor: Cursor, parseExpression: ParseExpression, segments: PathSegment[]): void {
  const { kind, text, position } = cursor.peek();
  if (kind === 'name') {
    const isLambda = /^(?:any|all)$/i.test(text) && cursor.peek(1).text === '(' && !cursor.peek(1).spaced;
    if (isLambda) throw cursor.fault(`a collection and a slash before "${text}"`);
    parseName(cursor, parseExpression, segments);
  } else if (kind === 'sign' && text === '@') {
    segments.push(parseAliasOrAnnotation(cursor));
  } else if (kind === 'sign' && text === '$') {
    cursor.next();
    const word = cursor.takeWord(...VARIABLES)?.text.toLowerCase();
    if (word === undefined) throw cursor.fault('it, this, root or these behind "$"');
    if ((word === 'root' || word === 'these') && !cursor.isSign('/'))
      throw cursor.fault(`a slash behind "$${word}"`);
    segments.push({ type: 'variable', name: `$${word}`, position });
  } else throw cursor.fault('a property, a value or a function');
}

/** What stands behind a slash. */
function parseSegment(cursor: Cursor, parseExpression: ParseExpression, segments: PathSegment[]): void {
  const { kind, text, position } = cursor.peek();
  if (kind === 'sign' && text === '$') segments.push(...parseDollar(cursor, parseExpression));
  else if (kind === 'sign' && text === '@') segments.push(parseAnnotation(cursor));
  else if (kind !== 'name') throw cursor.fault('a property or a function');
  else {
    const { text: sign, spaced } = cursor.peek(1);
    const word = sign === '(' && !spaced ? text.toLowerCase() : '';
    if (word === 'any' || word === 'all')
      segments.push({ type: word, ...parseLambda(cursor, parseExpression), position });
    else if (word === 'aggregate') segments.push(parseAggregate(cursor, parseExpression));
    else parseName(cursor, parseExpression, segments);
  }
}

function parseName(cursor: Cursor, parseExpression: ParseExpression, segments: PathSegment[]): void {
  const { text: name, position } = cursor.next();
  segments.push({ type: 'name', name, position });
  pushArguments(cursor, parseExpression, segments, name);
  pushArguments(cursor, parseExpression, segments, null);
}

function pushArguments(
  cursor: Cursor,
  parseExpression: ParseExpression,
  segments: PathSegment[],
  name: string | null,
): void {
  const { kind, text, position, spaced } = cursor.peek();
  if (kind !== 'sign' || text !== '(' || spaced) return;
  segments.push({ type: 'arguments', items: parseArguments(cursor, parseExpression, name), position });
}

function parseAliasOrAnnotation(cursor: Cursor): PathSegment {
  const annotation = parseAnnotation(cursor);
  if (annotation.term.includes('.') || annotation.qualifier !== undefined) return annotation;
  return { type: 'variable', name: `@${annotation.term}`, position: annotation.position };
}

function parseAnnotation(cursor: Cursor): Extract<PathSegment, { type: 'annotation' }> {
  const { position } = cursor.expectSign('@');
  const { text: term } = cursor.expectKind('name', 'the name of an alias or an annotation');
  if (!cursor.takeSign('#')) return { type: 'annotation', term, position };
  const qualifier = cursor.expectSimpleName("an annotation's qualifier");
  return { type: 'annotation', term, qualifier, position };
}

/** `$count` or `$filter(…)`, which a key may follow. */
function parseDollar(cursor: Cursor, parseExpression: ParseExpression): PathSegment[] {
  const { position } = cursor.expectSign('$');
  const word = cursor.takeWord('count', 'filter')?.text.toLowerCase();
  if (word === 'count') return [{ type: 'count', ...parseCountOptions(cursor, parseExpression), position }];
  if (word === undefined) throw cursor.fault('count or filter behind "$"');
  cursor.expectSign('(');
  const segments: PathSegment[] = [{ type: 'filter', predicate: parseExpression(cursor), position }];
  cursor.expectSign(')');
  pushArguments(cursor, parseExpression, segments, null);
  return segments;
}

/** `$count($filter=…;$search=…)`. */
function parseCountOptions(
  cursor: Cursor,
  parseExpression: ParseExpression,
): Omit<Extract<PathSegment, { type: 'count' }>, 'type' | 'position'> {
  const options: { filter?: Expression; search?: ReturnType<typeof parseSearch> } = {};
  if (!cursor.isSign('(') || cursor.peek().spaced) return options;
  cursor.expectSign('(');
  do {
    cursor.takeSign('$');
    const first = cursor.peek();
    const name = cursor.takeWord('filter', 'search')?.text.toLowerCase();
    if ((name !== 'filter' && name !== 'search') || options[name]) {
      throw cursor.fault('"$filter" or "$search", each once', first);
    }
    cursor.expectSign('=');
    if (name === 'filter') options.filter = parseExpression(cursor);
    else options.search = parseSearch(cursor, true);
  } while (cursor.takeSign(';'));
  cursor.expectSign(')');
  return options;
}

function parseLambda(
  cursor: Cursor,
  parseExpression: ParseExpression,
): { variable?: string; predicate?: Expression } {
  const isAny = cursor.next().text.toLowerCase() === 'any';
  cursor.expectSign('(');
  if (isAny && cursor.takeSign(')')) return {};
  const variable = cursor.expectSimpleName('a variable with a colon, such as "x:"');
  cursor.expectSign(':');
  const predicate = parseExpression(cursor);
  cursor.expectSign(')');
  return { variable, predicate };
}

function parseAggregate(cursor: Cursor, parseExpression: ParseExpression): PathSegment {
  const { position } = cursor.next();
  cursor.expectSign('(');
  const item = parseAggregateItem(cursor, parseExpression);
  cursor.expectSign(')');
  return { type: 'aggregate', item, position };
}

function tooLong(position: number): ODataError {
  return new ODataError(
    'TooComplex',
    `The path has more than ${LONGEST_PATH} members, at position ${position}.`,
    { position },
  );
}
