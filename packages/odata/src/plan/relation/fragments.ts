import type { Sql } from '../../sql/fragment.ts';

/** The text of a fragment; null when it has a parameter. */
export function plainText({ pieces }: Sql): string | null {
  const texts = pieces.map((piece) =>
    typeof piece === 'string' ? piece : 'pieces' in piece ? plainText(piece) : null,
  );
  return texts.includes(null) ? null : texts.join('');
}

const sizes = new WeakMap<Sql, number>();

/** How many pieces a fragment has, those of its fragments included. */
export function sizeOf(fragment: Sql): number {
  const known = sizes.get(fragment);
  if (known !== undefined) return known;
  const size = fragment.pieces.reduce<number>(
    (sum, piece) => sum + (typeof piece !== 'string' && 'pieces' in piece ? sizeOf(piece) : 1),
    0,
  );
  sizes.set(fragment, size);
  return size;
}
