import { parameter, type Sql, sql } from '../../sql/fragment.ts';
import { fault } from '../faults.ts';
import { made, primitive, type Typed } from '../typed.ts';
import { posixPattern } from './posix-pattern.ts';
import { type BuiltIn, type Call, checked, nullOf, pair, text } from './signature.ts';

const BOOLEAN = primitive('Edm.Boolean');

/** `matchesPattern(text,pattern[,flags])` with a pattern of ECMAScript (OData URL Conventions 4.01, 5.1.1.7.1), which has to be a constant: it is translated and bounded before PostgreSQL sees it. */
export const matchesPattern: BuiltIn = (call) => {
  const args = checked(call, [text, text, text]);
  if (!args) return nullOf(BOOLEAN, call);
  const [within, pattern] = pair(args);
  const flags = args[2] ? constant(args[2], call) : '';
  const posix = posixPattern(constant(pattern, call), flags, pattern.position);
  const matches: Sql = sql`(${within.sql} ~ ${parameter(posix, 'text')})`;
  return made(BOOLEAN, matches, args, call.position);
};

function constant({ literal, position }: Typed, { name }: Call): string {
  if (literal) return literal.value;
  const message = `The pattern of ${name} at position ${position} has to be a text in quotes, not one that is computed.`;
  throw fault('InvalidQuery', message, position);
}
