import type { Sql } from '../../sql/fragment.ts';

/** The text of a fragment; null when it has a parameter. */
export function plainText({ pieces }: Sql): string | null {
  const texts = pieces.map((piece) =>
    typeof piece === 'string' ? piece : 'pieces' in piece ? plainText(piece) : null,
  );
  return texts.includes(null) ? null : texts.join('');
}
