import type { GroupKey, Transformation } from './apply-ast.ts';
import type { PathNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseHierarchy, parseStart } from './hierarchy.ts';
import { parseList } from './list.ts';
import { parseMember } from './member.ts';

/** Parses one key of `groupby`: a path, `rollup(…)` or `rolluprecursive(…)`. */
export function parseGroupKey(cursor: Cursor, parseApply: (cursor: Cursor) => Transformation[]): GroupKey {
  const { position } = cursor.peek();
  const isCall = cursor.isWord('rollup', 'rolluprecursive') && cursor.peek(1).text === '(';
  if (!isCall) return { kind: 'path', path: parseMember(cursor) };
  if (cursor.next().text.length === 'rollup'.length) return parseRollup(cursor, position);
  cursor.expectSign('(');
  const hierarchy = parseHierarchy(cursor);
  const start = cursor.takeSign(',') ? parseStart(cursor, parseApply) : [];
  cursor.expectSign(')');
  return { kind: 'rolluprecursive', hierarchy, start, position };
}

/** `rollup(a,b)`, `rollup($all,a)` or `rollup(Hierarchy)`. */
function parseRollup(cursor: Cursor, position: number): GroupKey {
  let withTotal = false;
  const paths: PathNode[] = [];
  parseList(cursor, () => {
    if (withTotal || paths.length > 0 || !cursor.takeSign('$')) paths.push(parseMember(cursor));
    else if (cursor.takeWord('all')) withTotal = true;
    else throw cursor.fault('all behind "$"');
  });
  const isLone = paths.length === 0 || (paths.length === 1 && !withTotal && paths[0]?.segments.length !== 1);
  if (isLone) throw cursor.fault('two properties to roll up, or $all and one');
  return { kind: 'rollup', withTotal, paths, position };
}
