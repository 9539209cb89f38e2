import { type Sql, sql } from '../../sql/fragment.ts';
import { numberAs } from '../operators/number-as.ts';
import { isFloating, isWholeNumber, made, primitive, type Typed } from '../typed.ts';
import { anyNumber, type BuiltIn, type Call, checked, nullOf, only } from './signature.ts';

/** Functions of numbers (OData URL Conventions 4.01, 5.1.1.9): decimals stay decimals, whole numbers are what they are. */
export const numberFunctions: Readonly<Record<string, BuiltIn>> = {
  ceiling: rounding((value) => sql`ceil(${value})`),
  floor: rounding((value) => sql`floor(${value})`),
  round: rounding((value, isFloat) => (isFloat ? awayFromZero(value) : sql`round(${value})`)),
};

function rounding(round: (value: Sql, isFloat: boolean) => Sql): BuiltIn {
  return (call: Call) => {
    const args = checked(call, [anyNumber]);
    if (!args) return nullOf(primitive('Edm.Decimal'), call);
    const value = only(args);
    if (isWholeNumber(value.type)) return made(value.type, value.sql, args, call.position);
    const name = isFloating(value.type) ? 'Edm.Double' : 'Edm.Decimal';
    return made(primitive(name), round(numberAs(value, name), name === 'Edm.Double'), args, call.position);
  };
}

/** PostgreSQL rounds halves of floating numbers to even; OData wants them away from zero. */
function awayFromZero(value: Sql): Sql {
  const number = sql`(select ${value} as n) number`;
  return sql`(select trunc(n) + case when abs(n - trunc(n)) >= 0.5 then sign(n) else 0 end from ${number})`;
}

/** A number rounded to a whole one, halves away from zero. */
export function rounded(value: Typed): Sql {
  if (isWholeNumber(value.type)) return value.sql;
  if (isFloating(value.type)) return awayFromZero(numberAs(value, 'Edm.Double'));
  return sql`round(${numberAs(value, 'Edm.Decimal')})`;
}
