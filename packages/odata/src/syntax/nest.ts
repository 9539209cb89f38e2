import type { NestedSteps, Transformation } from './apply-ast.ts';
import type { PathNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseAlias } from './items.ts';
import { parseItems } from './list.ts';
import { parseMember } from './member.ts';
import { parsePath } from './path.ts';

type ParseApply = (cursor: Cursor) => Transformation[];

/** Parses `steps as Name,steps as Name`. */
export function parseNestedSteps(cursor: Cursor, parseApply: ParseApply): NestedSteps[] {
  return parseItems(cursor, () => ({ steps: parseApply(cursor), name: parseAlias(cursor) }));
}

/** The inner of `addnested(Path,steps as Name)`. */
export function parseAddNested(cursor: Cursor, parseApply: ParseApply, position: number): Transformation {
  const path = parseMember(cursor);
  cursor.expectSign(',');
  return { kind: 'nest', path, branches: parseNestedSteps(cursor, parseApply), position };
}

/** The inner of `join(Path as Name,steps)` and `outerjoin`. */
export function parseJoin(
  cursor: Cursor,
  parseApply: ParseApply,
  kind: 'join' | 'outerjoin',
  position: number,
): Transformation {
  const path = parseCollection(cursor);
  const name = parseAlias(cursor);
  const steps = cursor.takeSign(',') ? parseApply(cursor) : [];
  return { kind, path, name, steps, position };
}

/** A collection of properties or of an annotation. */
function parseCollection(cursor: Cursor): PathNode {
  return cursor.isSign('@') ? parsePath(cursor, parseExpression) : parseMember(cursor);
}
