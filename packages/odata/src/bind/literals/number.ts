import { parameter, type Sql } from '../../sql/fragment.ts';
import { fault } from '../faults.ts';
import { isPrimitive, isWholeNumber, type Literal, primitive, type ResultType } from '../typed.ts';

/** Longest number, in characters: PostgreSQL's numeric holds more, but nobody writes them. */
const LONGEST_NUMBER = 1000;

const BITS_32 = 2n ** 31n;
const BITS_63 = 2n ** 63n;

/** The type of a number that is compared with nothing. */
export function numberType({ type, value }: Literal): ResultType {
  if (type === 'double' || /e/i.test(value)) return primitive('Edm.Double');
  if (type === 'decimal' || value.length > 20) return primitive('Edm.Decimal');
  const whole = BigInt(value);
  if (whole >= -BITS_32 && whole < BITS_32) return primitive('Edm.Int32');
  return primitive(whole >= -BITS_63 && whole < BITS_63 ? 'Edm.Int64' : 'Edm.Decimal');
}

/** A number as a parameter of the type that suits what it is compared with, so that an index can be used. Throws ODataError where it is too large. */
export function numberParameter(literal: Literal, target: ResultType, position: number): Sql {
  const { type, value } = literal;
  if (type !== 'double') checkSize(value, position);
  if (isPrimitive(target, 'Edm.Double')) return parameter(named(value), 'double precision');
  if (isPrimitive(target, 'Edm.Single')) return parameter(named(value), singleOrDouble(value));
  if (type === 'double') {
    return parameter(named(value), isWholeNumber(target) ? 'double precision' : 'numeric');
  }
  if (isPrimitive(target, 'Edm.Decimal')) return parameter(value, 'numeric');
  const whole = wholePart(value);
  return whole === null ? parameter(value, 'numeric') : parameter(whole.toString(), wholeType(whole));
}

/** The number when it is a whole one of reasonable size, `5.0` and `5e1` among them. */
export function wholePart(value: string): bigint | null {
  const plain = /^(-?\d+)(?:\.0+)?$/.exec(value);
  if (plain?.[1] !== undefined) return BigInt(plain[1]);
  const number = Number(value);
  return /e/i.test(value) && Number.isSafeInteger(number) ? BigInt(number) : null;
}

function wholeType(whole: bigint): string {
  if (whole >= -BITS_32 && whole < BITS_32) return 'integer';
  return whole >= -BITS_63 && whole < BITS_63 ? 'bigint' : 'numeric';
}

function checkSize(value: string, position: number): void {
  if (value.length <= LONGEST_NUMBER && Number.isFinite(Number(value))) return;
  throw fault('InvalidQuery', `The number at position ${position} is too large.`, position);
}

function singleOrDouble(value: string): string {
  return Number.isFinite(Number(value)) && !Number.isFinite(Math.fround(Number(value)))
    ? 'double precision'
    : 'real';
}

/** As PostgreSQL spells it. */
function named(value: string): string {
  return value.replace('INF', 'Infinity');
}
