import { ODataError } from '../error.ts';
import { cursorOf } from '../syntax/cursor.ts';
import { decoded } from './decode.ts';
import type { ResourcePath, ResourceSegment } from './path-ast.ts';
import { parseSegment } from './segment.ts';

/** Most segments of one path. */
const MOST_SEGMENTS = 100;

/**
 * Parses the raw segments of a path below the service's root (OData URL Conventions 4.01, 4). Keys stand in parentheses; a key as a
 * segment of its own is read as a property. Throws ODataError with the segment as target and the position in it.
 */
export function parseResourcePath(rawSegments: readonly string[]): ResourcePath {
  if (rawSegments.length > MOST_SEGMENTS) {
    throw new ODataError('TooComplex', `The path has more than ${MOST_SEGMENTS} segments.`);
  }
  const texts = rawSegments.map((raw) => within(raw, () => decoded(raw, false)));
  const [first] = texts;
  if (first === undefined) return { kind: 'service' };
  const isQuery = texts.length > 1 && texts.at(-1)?.toLowerCase() === '$query';
  const path = isQuery ? texts.slice(0, -1) : texts;
  if (/^\$crossjoin\(/i.test(first)) return parseCrossJoin(path, isQuery);
  const whole = /^\$(?:metadata|batch|entity|all)$/i.test(first) ? first.slice(1).toLowerCase() : '';
  if (whole === '') return { kind: 'resource', segments: parseSegments(path), isQuery };
  if (isQuery) throw misplaced('$query');
  return parseWhole(whole as 'metadata' | 'batch' | 'entity' | 'all', path);
}

/** Paths that begin with a word of OData instead of a set. */
function parseWhole(
  kind: 'metadata' | 'batch' | 'entity' | 'all',
  [, type, more]: readonly string[],
): ResourcePath {
  const canHaveType = kind === 'entity' || kind === 'all';
  const extra = canHaveType ? more : type;
  if (extra !== undefined) throw misplaced(extra);
  if (!canHaveType) return { kind };
  return { kind, typeName: type === undefined ? null : within(type, () => parseTypeName(type)) };
}

function parseTypeName(text: string): string {
  const cursor = cursorOf(text);
  const { text: name } = cursor.expectKind('name', "a type's name");
  cursor.expectEnd();
  return name;
}

/** `$crossjoin(Products,Sales)`. */
function parseCrossJoin([text = '', more]: readonly string[], isQuery: boolean): ResourcePath {
  if (more !== undefined) throw misplaced(more);
  return within(text, () => {
    const cursor = cursorOf(text);
    cursor.moveTo('$crossjoin'.length);
    cursor.expectSign('(');
    const sets: string[] = [];
    do sets.push(cursor.expectKind('name', "a set's name").text);
    while (cursor.takeSign(','));
    cursor.expectSign(')');
    cursor.expectEnd();
    return { kind: 'crossjoin', sets, isQuery };
  });
}

function parseSegments(texts: readonly string[]): ResourceSegment[] {
  const segments: ResourceSegment[] = [];
  for (const [index, text] of texts.entries()) {
    const last = segments.at(-1)?.type;
    if (last === 'count' || last === 'value' || last === 'ref') throw misplaced(text);
    const parsed = within(text, () => parseSegment(text));
    const [first] = parsed;
    const begins = first?.type === 'name' && !first.name.includes('.');
    if (index === 0 && !begins)
      throw new ODataError('SyntaxError', 'Expected a set, at position 0.', { target: text, position: 0 });
    segments.push(...parsed);
  }
  return segments;
}

function misplaced(text: string): ODataError {
  return new ODataError('SyntaxError', `"${text.slice(0, 60)}" does not belong there.`, {
    target: text,
    position: 0,
  });
}

/** Runs `read`; its fault tells the segment. */
function within<Result>(text: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof ODataError ? error.within(text.slice(0, 200)) : error;
  }
}
