import type { Storage } from '../../model/members.ts';
import type { EnumType } from '../../model/types.ts';
import { parameter, raw, type Sql } from '../../sql/fragment.ts';
import { fault } from '../faults.ts';
import { isNumber, type Literal, type ResultType, type Typed } from '../typed.ts';
import { enumValue } from './enum.ts';
import { numberParameter, wholePart } from './number.ts';
import { dateOfMidnight, dateText, durationText, instantText, midnightText } from './time.ts';

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** The literal as a value of a type, in the storage of what it is compared with; null when it cannot be one. */
export function literalAs(value: Typed, type: ResultType, storage: Storage = 'timestamptz'): Typed | null {
  const { literal, position } = value;
  if (!literal || type.kind === 'null') return null;
  const sql = isNumber(type)
    ? isNumberLiteral(literal)
      ? numberParameter(literal, type, position)
      : null
    : type.kind === 'enum'
      ? enumParameter(literal, type, position)
      : (conversions[type.name]?.(literal, storage, position) ?? null);
  return sql && { ...value, type, storage, sql };
}

function isNumberLiteral({ type }: Literal): boolean {
  return type === 'integer' || type === 'decimal' || type === 'double';
}

/** An enum literal, a member's name as text, or a number. */
function enumParameter({ type, value, typeName }: Literal, of: EnumType, position: number): Sql | null {
  if (type === 'enum' && typeName?.toLowerCase() !== of.name.toLowerCase()) return null;
  if (type === 'decimal') {
    const whole = wholePart(value);
    return whole === null ? null : parameter(enumValue(of, whole.toString(), position), 'integer');
  }
  if (type !== 'enum' && type !== 'string' && type !== 'integer') return null;
  return parameter(enumValue(of, value, position), 'integer');
}

type Conversion = (literal: Literal, storage: Storage, position: number) => Sql | null;

const conversions: Readonly<Record<string, Conversion>> = {
  'Edm.Boolean': ({ type, value }) => (type === 'boolean' ? raw(value) : null),
  'Edm.String': ({ type, value }, _, position) =>
    type === 'string' || type === 'guid' ? parameter(storable(value, position), 'text') : null,
  'Edm.Guid': ({ type, value }) =>
    type === 'guid' || (type === 'string' && GUID.test(value))
      ? parameter(value.toLowerCase(), 'uuid')
      : null,
  'Edm.Date': ({ type, value }, _, position) => {
    const date =
      type === 'date'
        ? dateText(value, position)
        : type === 'dateTimeOffset'
          ? dateOfMidnight(value, position)
          : null;
    return date === null ? null : parameter(date, 'date');
  },
  'Edm.DateTimeOffset': ({ type, value }, storage, position) => {
    if (type === 'date') return parameter(midnightText(value, storage, position), storage);
    return type === 'dateTimeOffset' ? parameter(instantText(value, storage, position), storage) : null;
  },
  'Edm.TimeOfDay': ({ type, value }) => (type === 'timeOfDay' ? parameter(value, 'time') : null),
  'Edm.Duration': ({ type, value }, _, position) =>
    type === 'duration' ? parameter(durationText(value, position), 'interval') : null,
  'Edm.Binary': ({ type, value }) =>
    type === 'binary' ? parameter(`\\x${Buffer.from(value, 'base64url').toString('hex')}`, 'bytea') : null,
};

/** PostgreSQL's texts hold every character but one. */
function storable(value: string, position: number): string {
  if (!value.includes('\0')) return value;
  const message = `The text at position ${position} holds the character U+0000, which no stored text holds.`;
  throw fault('InvalidQuery', message, position);
}
