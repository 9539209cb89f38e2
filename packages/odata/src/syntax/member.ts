import type { PathNode, PathSegment } from './ast.ts';
import type { Cursor } from './cursor.ts';

/** Parses a path of nothing but names, such as what to group by. */
export function parseMember(cursor: Cursor): PathNode {
  const { position } = cursor.peek();
  const segments: PathSegment[] = [];
  do {
    const { text: name, position: at } = cursor.expectKind('name', 'a property');
    segments.push({ type: 'name', name, position: at });
  } while (cursor.takeSign('/'));
  return { kind: 'path', segments, position };
}
