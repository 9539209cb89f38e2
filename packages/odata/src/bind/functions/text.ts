import { parameter, type Sql, sql } from '../../sql/fragment.ts';
import { fault } from '../faults.ts';
import { isWholeNumber, made, primitive, type Typed } from '../typed.ts';
import { type BuiltIn, checked, fixed, nullOf, only, pair, type Parameter, text } from './signature.ts';

/** White space of Unicode (property White_Space). */
const WHITE_SPACE =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

const whole: Parameter = { accepts: isWholeNumber, expected: 'a whole number' };

/** Functions of texts (OData URL Conventions 4.01, 5.1.1.5 and 5.1.1.7). Characters are those of Unicode, counted from 0. */
export const textFunctions: Readonly<Record<string, BuiltIn>> = {
  concat: fixed('Edm.String', [text, text], (args) => {
    const [left, right] = pair(args);
    return sql`(${left.sql} || ${right.sql})`;
  }),
  contains: fixed('Edm.Boolean', [text, text], (args) => {
    const [within, part] = pair(args);
    return sql`(strpos(${within.sql}, ${part.sql}) > 0)`;
  }),
  startswith: fixed('Edm.Boolean', [text, text], (args) => {
    const [within, part] = pair(args);
    return sql`starts_with(${within.sql}, ${part.sql})`;
  }),
  endswith: fixed('Edm.Boolean', [text, text], (args) => {
    const [within, part] = pair(args);
    return sql`starts_with(reverse(${within.sql}), reverse(${part.sql}))`;
  }),
  indexof: fixed('Edm.Int32', [text, text], (args) => {
    const [within, part] = pair(args);
    return sql`(strpos(${within.sql}, ${part.sql}) - 1)`;
  }),
  length: fixed('Edm.Int32', [text], (args) => sql`char_length(${only(args).sql})`),
  tolower: fixed('Edm.String', [text], (args) => sql`lower(${only(args).sql})`),
  toupper: fixed('Edm.String', [text], (args) => sql`upper(${only(args).sql})`),
  trim: fixed(
    'Edm.String',
    [text],
    (args) => sql`btrim(${only(args).sql}, ${parameter(WHITE_SPACE, 'text')})`,
  ),
  substring: (call) => {
    const type = primitive('Edm.String');
    const args = checked(call, [text, whole, whole]);
    if (!args) return nullOf(type, call);
    const [within, start] = pair(args);
    const tail = from(within, start);
    const length = args[2];
    if (length?.literal?.value.startsWith('-')) {
      throw fault(
        'InvalidQuery',
        `A length cannot be negative (position ${length.position}).`,
        length.position,
      );
    }
    const part = length ? sql`left(${tail}, greatest(${position(length)}, 0))` : tail;
    return made(type, part, args, call.position);
  },
};

/** The text from a place on; a negative place counts from the end. */
function from(within: Typed, start: Typed): Sql {
  if (start.literal) {
    const count = clamp(Number(start.literal.value));
    return count < 0
      ? sql`right(${within.sql}, ${parameter(-count, 'integer')})`
      : sql`substr(${within.sql}, ${parameter(count + 1, 'integer')})`;
  }
  const pieces = sql`(select ${within.sql} as whole, ${position(start)} as start) piece`;
  return sql`(select case when start < 0 then right(whole, - start) else substr(whole, start + 1) end from ${pieces})`;
}

/** No text is longer: PostgreSQL's hold a gigabyte. */
const LONGEST = 2 ** 30;

function clamp(count: number): number {
  return Math.max(-LONGEST, Math.min(LONGEST, count));
}

/** A whole number within what PostgreSQL counts characters by. */
function position({ literal, sql: value }: Typed): Sql {
  if (literal) return parameter(clamp(Number(literal.value)), 'integer');
  return sql`least(greatest(${value}, ${parameter(-LONGEST, 'integer')}), ${parameter(LONGEST, 'integer')})::integer`;
}
