import type { Storage } from '../../model/members.ts';
import { raw, type Sql, sql } from '../../sql/fragment.ts';
import { literalAs } from '../literals/convert.ts';
import { wholePart } from '../literals/number.ts';
import {
  heldAs,
  isNumber,
  isPrimitive,
  isSameType,
  isWholeNumber,
  primitive,
  type ResultType,
  type Typed,
  widerNumber,
} from '../typed.ts';

/** A type with the storage of its points in time. */
export interface Target {
  readonly type: ResultType;
  readonly storage: Storage;
}

/** What both values can be, or null: a literal takes the type of the other, of two numbers the wider counts. */
export function commonType(left: Typed, right: Typed): Target | null {
  if (left.type.kind === 'null') return right;
  if (right.type.kind === 'null') return left;
  if (isNumber(left.type) && isNumber(right.type)) return commonNumber(left, right);
  if (isSameType(left.type, right.type)) return left.literal ? right : left;
  return (
    (right.literal && literalTarget(left, right)) ||
    (left.literal && literalTarget(right, left)) ||
    commonTime(left, right)
  );
}

function commonNumber(left: Typed, right: Typed): Target {
  if (left.literal && !right.literal) return commonNumber(right, left);
  const takesColumn = right.literal && !left.literal && fits(right.literal.value, left.type);
  if (takesColumn) return left;
  return { type: primitive(widerNumber(left.type, right.type)), storage: 'timestamptz' };
}

/** Whether a number loses nothing as one of the type: a whole column is compared with 5.0 as with 5. */
function fits(value: string, type: ResultType): boolean {
  return !isWholeNumber(type) || wholePart(value) !== null;
}

/** What a literal is beside a value: that value's type, if it can be one. */
function literalTarget(value: Typed, literal: Typed): Target | null {
  if (value.literal && isPrimitive(value.type, 'Edm.String', 'Edm.Guid')) return null;
  return literalAs(literal, value.type, value.storage) && value;
}

/** A date beside a point in time is its beginning, UTC. */
function commonTime(left: Typed, right: Typed): Target | null {
  const [isDate, isMoment] = [
    (value: Typed) => isPrimitive(value.type, 'Edm.Date'),
    (value: Typed) => isPrimitive(value.type, 'Edm.DateTimeOffset'),
  ];
  if (isDate(left) && isMoment(right)) return right.literal ? { ...right, storage: 'timestamp' } : right;
  if (isMoment(left) && isDate(right)) return left.literal ? { ...left, storage: 'timestamp' } : left;
  return null;
}

/** The value as one of the common type; null when there is no way. Numbers stay as they are: PostgreSQL widens them itself. */
function convert(value: Typed, { type, storage }: Target): Typed | null {
  if (value.literal)
    return value.type.kind === 'null' ? nullAs(value, { type, storage }) : literalAs(value, type, storage);
  if (value.type.kind === 'null') return nullAs(value, { type, storage });
  if (isNumber(type) && isNumber(value.type)) return value;
  if (isPrimitive(type, 'Edm.DateTimeOffset')) return asMoment(value, { type, storage });
  return isSameType(value.type, type) ? value : null;
}

/** The value as one that every operand was found to fit. */
export function converted(value: Typed, target: Target): Typed {
  const result = convert(value, target);
  if (!result) throw new Error('a value does not fit the type that was found for it');
  return result;
}

function nullAs(value: Typed, { type, storage }: Target): Typed {
  const sql: Sql = type.kind === 'null' ? raw('null') : raw(`null::${heldAs(type, storage)}`);
  return { ...value, type, storage, sql, literal: null };
}

/** A point in time, or a date as its beginning, in a storage; wall time stands for UTC. */
function asMoment(value: Typed, target: Target): Typed | null {
  if (isPrimitive(value.type, 'Edm.Date')) {
    return asMoment(
      { ...value, type: target.type, storage: 'timestamp', sql: sql`${value.sql}::timestamp` },
      target,
    );
  }
  if (!isPrimitive(value.type, 'Edm.DateTimeOffset')) return null;
  if (value.storage === target.storage) return value;
  return { ...value, storage: target.storage, sql: sql`(${value.sql} at time zone 'UTC')` };
}

/** The point in time as wall time, UTC. */
export function asWallTime(value: Typed): Sql {
  return converted(value, { type: primitive('Edm.DateTimeOffset'), storage: 'timestamp' }).sql;
}
