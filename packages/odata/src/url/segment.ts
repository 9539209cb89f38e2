import { ODataError } from '../error.ts';
import { isKey, parseArguments } from '../syntax/arguments.ts';
import { type Cursor, cursorOf } from '../syntax/cursor.ts';
import { parseExpression } from '../syntax/expression.ts';
import type { ResourceSegment } from './path-ast.ts';

/** Parses what stands between two slashes of a path, decoded: a name with its key, `$count` …. Throws ODataError. */
export function parseSegment(text: string): ResourceSegment[] {
  const ordinal = /^-?\d{1,9}$/.test(text) ? Number(text) : null;
  if (ordinal !== null) return [{ type: 'index', index: ordinal, text, position: 0 }];
  const cursor = cursorOf(text);
  const segments = cursor.isSign('$') ? parseDollar(cursor, text) : parseName(cursor, text);
  cursor.expectEnd();
  return segments;
}

function parseDollar(cursor: Cursor, text: string): ResourceSegment[] {
  cursor.next();
  const word = cursor.takeWord('count', 'value', 'ref', 'each', 'filter')?.text.toLowerCase();
  if (word === 'count' || word === 'value' || word === 'ref') return [{ type: word, text, position: 0 }];
  if (word === 'each')
    throw new ODataError('NotImplemented', '/$each is for writes, which this service does not offer.');
  if (word !== 'filter') throw cursor.fault('count, value, ref, filter or query behind "$"');
  cursor.expectSign('(');
  const predicate = parseExpression(cursor);
  cursor.expectSign(')');
  return [{ type: 'filter', predicate, text, position: 0 }, ...parseKey(cursor, text, null)];
}

function parseName(cursor: Cursor, text: string): ResourceSegment[] {
  const { text: name, position } = cursor.expectKind('name', 'a name');
  const segments: ResourceSegment[] = [
    { type: 'name', name, text, position },
    ...parseKey(cursor, text, name),
  ];
  if (segments.length > 1) segments.push(...parseKey(cursor, text, null));
  return segments;
}

/** Key or arguments; their values are literals or aliases (OData URL Conventions 4.01, 4.3.1). */
function parseKey(cursor: Cursor, text: string, name: string | null): ResourceSegment[] {
  const { position } = cursor.peek();
  if (!cursor.isSign('(')) return [];
  const items = parseArguments(cursor, parseExpression, name, 'path');
  const wrong = items.find(({ value }) => !isKey(value) && !(value.kind === 'literal'));
  if (!wrong) return [{ type: 'arguments', items, text, position }];
  const at = wrong.value.position;
  throw new ODataError('SyntaxError', `Expected a value or a parameter alias at position ${at}.`, {
    position: at,
  });
}
