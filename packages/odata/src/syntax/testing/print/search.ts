import type { SearchNode } from '../../ast.ts';

const BINDING = { or: 1, and: 2, not: 3, term: 4 } as const;

/** Writes a search in the one way that reads back as the same tree. */
export function printSearch(node: SearchNode, least = 0): string {
  const text = printed(node);
  return BINDING[node.kind] < least ? `(${text})` : text;
}

function printed(node: SearchNode): string {
  if (node.kind === 'term')
    return /^[\w.-]+$/.test(node.text) && !/^(?:AND|OR|NOT)$/.test(node.text) ? node.text : quoted(node.text);
  if (node.kind === 'not') return `NOT ${printSearch(node.operand, BINDING.not)}`;
  return node.operands
    .map((operand) => printSearch(operand, BINDING[node.kind] + 1))
    .join(` ${node.kind.toUpperCase()} `);
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
