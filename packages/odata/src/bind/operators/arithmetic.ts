import type { PrimitiveName } from '../../model/types.ts';
import { raw, type Sql, sql } from '../../sql/fragment.ts';
import { exampleOf, fault, mismatch } from '../faults.ts';
import {
  heldAs,
  isFloating,
  isNumber,
  isPrimitive,
  isWholeNumber,
  made,
  nameOfType,
  primitive,
  type ResultType,
  type Typed,
  widerNumber,
} from '../typed.ts';
import type { Arithmetic } from './arithmetic-names.ts';
import { numberAs } from './number-as.ts';
import { timeArithmetic } from './time-arithmetic.ts';

const SIGNS = { add: raw('+'), sub: raw('-'), mul: raw('*'), div: raw('/'), divby: raw('/'), mod: raw('%') };

/**
 * Calculates with numbers, or with points in time and durations (OData URL Conventions 4.01, 5.1.1.2). Whole numbers are 64 bits wide;
 * what is null, or divided by zero, is null.
 */
export function arithmetic(operator: Arithmetic, left: Typed, right: Typed, position: number): Typed {
  for (const operand of [left, right]) checkOperand(operator, operand);
  if (left.type.kind === 'null' && right.type.kind === 'null') return { ...left, position, literal: null };
  const [a, b] = [numberLike(left, right), numberLike(right, left)];
  if (!isNumber(a) || !isNumber(b)) {
    const result = timeArithmetic(operator, left, right, position);
    if (result) return result;
    const names = `${nameOfType(left.type)} and ${nameOfType(right.type)}`;
    throw fault('TypeMismatch', `"${operator}" cannot combine ${names} at position ${position}.`, position);
  }
  return calculate(operator, left, right, resultName(operator, a, b), position);
}

/** A null literal has the other's type. */
function numberLike(value: Typed, other: Typed): ResultType {
  return value.type.kind === 'null' ? other.type : value.type;
}

function checkOperand(operator: Arithmetic, { type, position }: Typed): void {
  const isTime = isPrimitive(type, 'Edm.Date', 'Edm.DateTimeOffset', 'Edm.Duration');
  if (type.kind === 'null' || isNumber(type) || isTime) return;
  throw mismatch(`An operand of "${operator}"`, type, exampleOf(primitive('Edm.Int32')), position);
}

/** What comes out: whole numbers in 64 bits, the wider of other types. */
function resultName(operator: Arithmetic, left: ResultType, right: ResultType): PrimitiveName {
  const areWhole = isWholeNumber(left) && isWholeNumber(right);
  if (areWhole) return operator === 'divby' ? 'Edm.Decimal' : 'Edm.Int64';
  return widerNumber(left, right);
}

function calculate(
  operator: Arithmetic,
  left: Typed,
  right: Typed,
  name: PrimitiveName,
  position: number,
): Typed {
  const type = primitive(name);
  const isDivision = operator === 'div' || operator === 'divby' || operator === 'mod';
  const divisor = isDivision && mayBeZero(right);
  if (operator === 'mod' && isFloating(type)) return floatingRemainder(left, right, type, position);
  const [a, b] = [numberAs(left, name), numberAs(right, name)];
  const other = divisor ? sql`nullif(${b}, 0)` : b;
  return made(type, sql`(${a} ${SIGNS[operator]} ${other})`, [left, right], position, {
    ...(divisor && { nullable: true }),
  });
}

/** PostgreSQL has a remainder of decimals only, infinities among them. */
function floatingRemainder(left: Typed, right: Typed, type: ResultType, position: number): Typed {
  const [a, b] = [numberAs(left, 'Edm.Decimal'), numberAs(right, 'Edm.Decimal')];
  const remainder: Sql = sql`(${a} % nullif(${b}, 0))::${raw(heldAs(type))}`;
  return made(type, remainder, [left, right], position, { nullable: true });
}

function mayBeZero({ literal }: Typed): boolean {
  return literal === null || Number(literal.value.replace('INF', 'Infinity')) === 0;
}

/** `-value` of a number or a duration. */
export function negate(value: Typed, position: number): Typed {
  const { type } = value;
  if (type.kind === 'null') return { ...value, position, literal: null };
  if (!isNumber(type) && !isPrimitive(type, 'Edm.Duration')) {
    throw mismatch('The operand of "-"', type, 'a number or a duration', value.position);
  }
  if (!isWholeNumber(type)) return made(type, sql`(- ${value.sql})`, [value], position);
  return made(primitive('Edm.Int64'), sql`(- ${numberAs(value, 'Edm.Int64')})`, [value], position);
}
