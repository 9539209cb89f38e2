import fc from 'fast-check';
import { option } from './arbitrary/options.ts';
import { printOptions } from './print/options.ts';

const PIECE = /'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[\w.$]+|\s+|[^]/gu;
const INSERTED = Array.from('(),:/ -@5;=*[]{}.#"\'+&').concat("'x'", 'null', '$count');

/** A word: taking it away, or the sign between two, would make names that the shop does not have. */
const isWord = (piece: string | undefined) => piece !== undefined && /^[\w.$]+$/.test(piece);

type Edit = readonly [kind: 'delete' | 'double' | 'swap' | 'replace' | 'insert', at: number, sign: string];

function edited(pieces: readonly string[], [kind, place, sign]: Edit): readonly string[] {
  const at = pieces.length === 0 ? 0 : place % pieces.length;
  const piece = pieces[at];
  if (kind === 'insert' || piece === undefined) return pieces.toSpliced(at, 0, sign);
  const next = pieces[at + 1];
  if (kind === 'swap') return next === undefined ? pieces : pieces.toSpliced(at, 2, next, piece);
  if (isWord(piece)) return pieces;
  if (kind === 'double') return pieces.toSpliced(at, 0, piece);
  if (kind === 'replace') return pieces.with(at, sign);
  return isWord(pieces[at - 1]) && isWord(next) ? pieces : pieces.toSpliced(at, 1);
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.tuple(
    fc.constantFrom(
      'delete' as const,
      'double' as const,
      'swap' as const,
      'replace' as const,
      'insert' as const,
    ),
    fc.nat(),
    fc.constantFrom(...INSERTED),
  ),
  { minLength: 1, maxLength: 2 },
);

/** An option that was right, with one or two signs taken away, doubled, swapped or put in. */
export const mutatedOption = fc.tuple(option, edits).map(([options, changes]) => {
  const [text = ''] = printOptions(options);
  const equals = text.indexOf('=');
  const pieces: readonly string[] = text.slice(equals + 1).match(PIECE) ?? [];
  const name = text.slice(1, equals);
  return { name, text: changes.reduce(edited, pieces).join('') };
});
