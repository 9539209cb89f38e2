import fc from 'fast-check';
import type { SearchNode } from '../../ast.ts';

const at = { position: 0 } as const;

type Tied = { search: SearchNode };

/** Searches in which no operand of `and` is an `and` again: those are one list. */
export const { search } = fc.letrec<Tied>((tie) => ({
  search: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'search' },
    fc
      .constantFrom('blue', '1984', 'brand-new', 'two words', '3.14', 'AND')
      .map((text): SearchNode => ({ kind: 'term', text, ...at })),
    tie('search').map((operand): SearchNode => ({ kind: 'not', operand, ...at })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('search'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, operands]): SearchNode => ({ kind, operands, ...at })),
  ),
}));
