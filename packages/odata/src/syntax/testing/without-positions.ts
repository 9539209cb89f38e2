/** A copy of a tree in which every position is 0, to compare it with one that was made and not parsed. */
export function withoutPositions<Tree>(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map(withoutPositions) as Tree;
  if (typeof tree !== 'object' || tree === null) return tree;
  const entries = Object.entries(tree).map(([name, value]) => [
    name,
    name === 'position' ? 0 : withoutPositions(value),
  ]);
  return Object.fromEntries(entries) as Tree;
}
