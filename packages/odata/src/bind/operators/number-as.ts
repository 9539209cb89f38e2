import type { PrimitiveName } from '../../model/types.ts';
import { parameter, raw, type Sql, sql } from '../../sql/fragment.ts';
import { isFloating, postgresType, primitive, type Typed } from '../typed.ts';
import { parameterOf } from './single-parameter.ts';

/** A number, or null, as SQL of exactly one type, so that PostgreSQL calculates in this type. */
export function numberAs(value: Typed, name: PrimitiveName): Sql {
  const held = postgresType(name);
  if (value.type.kind === 'null') return raw(`null::${held}`);
  const literal = value.literal && parameterOf(value.sql);
  if (literal && !isLossy(value, name)) return parameter(literal.value, held);
  if (value.type.kind === 'primitive' && value.type.name === name) return value.sql;
  return sql`${value.sql}::${raw(held)}`;
}

/** PostgreSQL reads no whole number from a text with a fraction. */
function isLossy({ literal }: Typed, name: PrimitiveName): boolean {
  return literal?.type !== 'integer' && name !== 'Edm.Decimal' && !isFloating(primitive(name));
}
