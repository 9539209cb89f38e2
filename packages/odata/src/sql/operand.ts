import { type Sql, sql } from './fragment.ts';

const NAME = /^(?:[a-z_][a-z0-9_]*|"[^"]*"|\.)*$/;

/** A fragment as an operand: in parentheses, unless it is a column or a parameter. */
export function asOperand(fragment: Sql): Sql {
  return isName(fragment) ? fragment : sql`(${fragment})`;
}

function isName({ pieces }: Sql): boolean {
  return pieces.every((piece) =>
    typeof piece === 'string' ? NAME.test(piece) : 'pieces' in piece ? isName(piece) : pieces.length === 1,
  );
}
