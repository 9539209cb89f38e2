import type { PrimitiveName, ValueType } from '../../model/types.ts';
import { parameter, raw, type Sql, sql } from '../../sql/fragment.ts';
import { mismatch } from '../faults.ts';
import { asWallTime, converted } from '../operators/common.ts';
import {
  heldAs,
  isNumber,
  isPrimitive,
  isSameType,
  isWholeNumber,
  made,
  primitive,
  type Typed,
} from '../typed.ts';
import { asText } from './as-text.ts';
import { asNumber } from './cast-number.ts';
import { parseText } from './parse-text.ts';

/** `cast(value,type)`: the value as one of the type, null where it is none (OData URL Conventions 4.01, 5.1.1.10.1). Throws ODataError where the types never go together. */
export function castTo(value: Typed, type: ValueType, position: number): Typed {
  if (value.type.kind === 'null') return { ...converted(value, { type, storage: 'timestamptz' }), position };
  if (isSameType(value.type, type)) return { ...value, position, literal: null };
  const text = type.kind === 'enum' ? asEnum(value, type) : asPrimitive(value, type.name);
  if (!text)
    throw mismatch(
      `The value that is cast to ${type.name}`,
      value.type,
      'a type that goes with it',
      value.position,
    );
  return made(type, text, [value], position, { nullable: value.nullable || mayFail(value, type) });
}

function mayFail({ type: from }: Typed, to: ValueType): boolean {
  if (isPrimitive(to, 'Edm.String')) return false;
  const isWider = isWholeNumber(from) && isPrimitive(to, 'Edm.Int64', 'Edm.Decimal', 'Edm.Double');
  const isTime = isPrimitive(from, 'Edm.Date', 'Edm.DateTimeOffset');
  return !isWider && !isTime;
}

function asPrimitive(value: Typed, name: PrimitiveName): Sql | null {
  if (name === 'Edm.String') return asText(value);
  const { type } = value;
  if (isNumber(primitive(name))) return asNumber(value, name);
  if (isPrimitive(type, 'Edm.String')) return parseText(value.sql, name);
  if (isPrimitive(type, 'Edm.DateTimeOffset') && (name === 'Edm.Date' || name === 'Edm.TimeOfDay')) {
    return sql`${asWallTime(value)}::${raw(heldAs(primitive(name)))}`;
  }
  if (isPrimitive(type, 'Edm.Date') && name === 'Edm.DateTimeOffset') {
    return converted({ ...value, literal: null }, { type: primitive(name), storage: 'timestamptz' }).sql;
  }
  return null;
}

/** A whole number or a member's name as a value of an enumeration. */
function asEnum(value: Typed, type: Extract<ValueType, { kind: 'enum' }>): Sql | null {
  const numbers = parameter(Object.values(type.members), 'integer[]');
  if (isWholeNumber(value.type)) {
    const number = sql`(select ${value.sql} as n) number`;
    const isMember = type.isFlags ? sql`n between 0 and 2147483647` : sql`n = any(${numbers})`;
    return sql`(select case when ${isMember} then n::integer end from ${number})`;
  }
  if (!isPrimitive(value.type, 'Edm.String')) return null;
  const names = parameter(Object.keys(type.members), 'text[]');
  return sql`(${numbers})[array_position(${names}, ${value.sql})]`;
}
