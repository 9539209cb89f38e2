import { raw, type Sql, sql } from '../../sql/fragment.ts';
import { exampleOf, fault } from '../faults.ts';
import { isFloating, made, nameOfType, primitive, type Typed } from '../typed.ts';
import { commonType, converted } from './common.ts';

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

const SIGNS = { gt: raw('>'), ge: raw('>='), lt: raw('<'), le: raw('<=') } as const;

/**
 * Compares two values (OData URL Conventions 4.01, 5.1.1.1): null equals null and nothing else, nothing is greater or less than null,
 * and NaN equals nothing, not even itself. The result is never null.
 */
export function compare(operator: Comparison, left: Typed, right: Typed, position: number): Typed {
  const target = commonType(left, right);
  if (!target) throw notComparable(operator, left, right, position);
  const isEquality = operator === 'eq' || operator === 'ne';
  if (left.type.kind === 'null' || right.type.kind === 'null') {
    return isEquality
      ? compareWithNull(operator, left, right, position)
      : constant(false, left, right, position);
  }
  if (isNotANumber(left) || isNotANumber(right)) return constant(operator === 'ne', left, right, position);
  const [one, other] = [converted(left, target), converted(right, target)];
  if (operator === 'eq' || operator === 'ne') return equality(operator, one, other, position);
  return order(operator, one, other, position);
}

function isNotANumber({ literal }: Typed): boolean {
  return literal?.type === 'double' && literal.value === 'NaN';
}

function constant(value: boolean, left: Typed, right: Typed, position: number): Typed {
  return made(primitive('Edm.Boolean'), raw(String(value)), [left, right], position, { nullable: false });
}

function compareWithNull(operator: 'eq' | 'ne', left: Typed, right: Typed, position: number): Typed {
  const value = left.type.kind === 'null' ? right : left;
  if (value.type.kind === 'null') return constant(operator === 'eq', left, right, position);
  const text = operator === 'eq' ? sql`(${value.sql} is null)` : sql`(${value.sql} is not null)`;
  return made(primitive('Edm.Boolean'), text, [value], position, { nullable: false });
}

function equality(operator: 'eq' | 'ne', left: Typed, right: Typed, position: number): Typed {
  const type = primitive('Edm.Boolean');
  const isEqual = operator === 'eq';
  if (bothMayBeNaN(left, right)) {
    const equal = equalFloats(left, right);
    return made(type, isEqual ? equal : sql`(not ${equal})`, [left, right], position, { nullable: false });
  }
  const [a, b] = [left.sql, right.sql];
  if (!left.nullable && !right.nullable) {
    return made(type, isEqual ? sql`(${a} = ${b})` : sql`(${a} <> ${b})`, [left, right], position);
  }
  if (!isEqual)
    return made(type, sql`(${a} is distinct from ${b})`, [left, right], position, { nullable: false });
  const exact = sql`(${a} is not distinct from ${b})`;
  const oneIsThere = !left.nullable || !right.nullable;
  return made(type, exact, [left, right], position, {
    nullable: false,
    ...(oneIsThere && { condition: sql`(${a} = ${b})` }),
  });
}

function bothMayBeNaN(left: Typed, right: Typed): boolean {
  return mayBeNaN(left) && mayBeNaN(right);
}

function mayBeNaN({ type, literal }: Typed): boolean {
  return isFloating(type) && !literal;
}

/** PostgreSQL holds NaN equal to itself; each operand stands once, so that nested ones do not grow beyond measure. */
function equalFloats(left: Typed, right: Typed): Sql {
  const pair = sql`(select ${left.sql} as a, ${right.sql} as b) pair`;
  return sql`(select case when a is null or b is null then a is null and b is null else a = b and a <> 'NaN' end from ${pair})`;
}

function order(operator: 'gt' | 'ge' | 'lt' | 'le', left: Typed, right: Typed, position: number): Typed {
  // PostgreSQL sorts NaN above all numbers: only the side that has to be greater can be wrong.
  const isLeftGreater = operator === 'gt' || operator === 'ge';
  const [one, other] = isLeftGreater ? [withoutNaN(left), right] : [left, withoutNaN(right)];
  const text = sql`(${one.sql} ${SIGNS[operator]} ${other.sql})`;
  const type = primitive('Edm.Boolean');
  if (!one.nullable && !other.nullable) return made(type, text, [left, right], position);
  const exact = sql`coalesce(${text}, false)`;
  return made(type, exact, [left, right], position, { nullable: false, condition: text });
}

function withoutNaN(value: Typed): Typed {
  return mayBeNaN(value) ? { ...value, sql: sql`nullif(${value.sql}, 'NaN')`, nullable: true } : value;
}

function notComparable(operator: Comparison, left: Typed, right: Typed, position: number) {
  const [value, wrong] = left.literal && !right.literal ? [right, left] : [left, right];
  const names = `${nameOfType(left.type)} with ${nameOfType(right.type)}`;
  const at = wrong.literal ? wrong.position : position;
  const message = `"${operator}" cannot compare ${names} at position ${at}; expected ${exampleOf(value.type)}.`;
  return fault('TypeMismatch', message, at);
}
