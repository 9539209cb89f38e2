import type { Parameter, Sql } from '../../sql/fragment.ts';

/** The parameter that the fragment is, and nothing else; null for others. */
export function parameterOf({ pieces }: Sql): Parameter | null {
  const [piece] = pieces;
  return pieces.length === 1 && typeof piece === 'object' && 'type' in piece ? piece : null;
}
