import type { PrimitiveName } from '../../model/types.ts';
import { parameter, raw, type Sql, sql } from '../../sql/fragment.ts';
import { numberAs } from '../operators/number-as.ts';
import { heldAs, isFloating, isNumber, isPrimitive, isWholeNumber, primitive, type Typed } from '../typed.ts';
import { rounded } from './numbers.ts';
import { NUMBER_LOOK } from './parse-text.ts';

/** The least whole number of a type, and the first above its largest. */
const RANGES: Partial<Record<PrimitiveName, readonly [string, string]>> = {
  'Edm.SByte': ['-128', '128'],
  'Edm.Byte': ['0', '256'],
  'Edm.Int16': ['-32768', '32768'],
  'Edm.Int32': ['-2147483648', '2147483648'],
  'Edm.Int64': ['-9223372036854775808', '9223372036854775808'],
};

/** The least number above zero, and the largest, that PostgreSQL takes for the type. */
const FLOAT_RANGES: Partial<Record<PrimitiveName, readonly [string, string]>> = {
  'Edm.Single': ['1.1754944e-38', '3.4028234e38'],
  'Edm.Double': ['2.2250738585072014e-308', '1.7976931348623157e308'],
};

/** A number, a text that is one, or an enumeration's, rounded where the type asks for it; null out of the type's range. Null for values that are no numbers. */
export function asNumber(value: Typed, name: PrimitiveName): Sql | null {
  const { type } = value;
  const range = RANGES[name];
  if (type.kind === 'enum') return range ? withinRange(value.sql, range, name, 'numeric') : null;
  if (isPrimitive(type, 'Edm.String')) return fromText(value.sql, name);
  if (!isNumber(type)) return null;
  const isFloat = isFloating(type);
  if (range) return withinRange(rounded(value), range, name, isFloat ? 'double precision' : 'numeric');
  const mayNotFit =
    name === 'Edm.Single' ? !isPrimitive(type, 'Edm.Single') : isPrimitive(type, 'Edm.Decimal');
  if (mayNotFit && name !== 'Edm.Decimal' && !isWholeNumber(type)) return withinFloat(value.sql, name);
  return numberAs({ ...value, literal: null }, name);
}

/** NaN and the infinities are in no range of whole numbers. */
function withinRange(
  number: Sql,
  [least, end]: readonly [string, string],
  name: PrimitiveName,
  as: string,
): Sql {
  const fits = sql`n >= ${parameter(least, as)} and n < ${parameter(end, as)}`;
  return sql`(select case when ${fits} then n::${heldIn(name)} end from (select ${number}::${raw(as)} as n) number)`;
}

function withinFloat(number: Sql, name: PrimitiveName): Sql {
  const [tiny, most] = FLOAT_RANGES[name] ?? ['0', '0'];
  const isSmall = sql`abs(n) < ${parameter(tiny, 'numeric')}`;
  const fits = sql`abs(n) <= ${parameter(most, 'numeric')} or n::text in ('NaN', 'Infinity', '-Infinity')`;
  return sql`(select case when ${isSmall} then 0 when ${fits} then n::${heldIn(name)} end from (select ${number}::numeric as n) number)`;
}

function heldIn(name: PrimitiveName): Sql {
  return raw(heldAs(primitive(name)));
}

const SPECIAL = sql`case t when 'INF' then 'Infinity' when '-INF' then '-Infinity' when 'NaN' then t end::numeric`;

function fromText(text: Sql, name: PrimitiveName): Sql {
  const look = parameter(NUMBER_LOOK, 'text');
  const parsed = sql`case when t ~ ${look} then t::numeric else ${SPECIAL} end`;
  const number = sql`(select ${parsed} from (select ${text} as t) given)`;
  const range = RANGES[name];
  if (name === 'Edm.Decimal') return number;
  if (!range) return withinFloat(number, name);
  const whole = sql`(select case when n = trunc(n) then n end from (select ${number} as n) given)`;
  return withinRange(whole, range, name, 'numeric');
}
