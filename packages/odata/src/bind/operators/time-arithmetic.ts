import { raw, type Sql, sql } from '../../sql/fragment.ts';
import { heldAs, isNumber, isPrimitive, made, primitive, type Typed } from '../typed.ts';
import type { Arithmetic } from './arithmetic-names.ts';
import { asWallTime, commonType, converted } from './common.ts';
import { numberAs } from './number-as.ts';

const DURATION = primitive('Edm.Duration');
const DATE = primitive('Edm.Date');

/** Arithmetic of dates, points in time and durations; null where there is none for such operands. A day has 24 hours, whatever the time zone. */
export function timeArithmetic(
  operator: Arithmetic,
  left: Typed,
  right: Typed,
  position: number,
): Typed | null {
  if (left.type.kind === 'null' || right.type.kind === 'null')
    return nullTime(operator, left, right, position);
  const [isDuration, other] = [isOf('Edm.Duration', left), isOf('Edm.Duration', right)];
  if (operator === 'add' || operator === 'sub') {
    if (isDuration && other)
      return made(DURATION, signed(operator, left.sql, right.sql), [left, right], position);
    if (other) return moved(operator, left, right, position);
    if (operator === 'add') return isDuration ? moved(operator, right, left, position) : null;
    return difference(left, right, position);
  }
  if (operator === 'mod') return null;
  if (isDuration && isNumber(right.type)) return scaled(operator, left, right, position);
  return operator === 'mul' && other && isNumber(left.type) ? scaled(operator, right, left, position) : null;
}

function isOf(name: 'Edm.Duration' | 'Edm.Date' | 'Edm.DateTimeOffset', { type }: Typed): boolean {
  return isPrimitive(type, name);
}

function signed(operator: 'add' | 'sub', left: Sql, right: Sql): Sql {
  return operator === 'add' ? sql`(${left} + ${right})` : sql`(${left} - ${right})`;
}

/** A date or point in time, and a duration; calculated as wall time, so that no clock change counts. */
function moved(operator: 'add' | 'sub', from: Typed, by: Typed, position: number): Typed | null {
  const operands = [from, by];
  if (isOf('Edm.Date', from))
    return made(DATE, sql`${signed(operator, from.sql, by.sql)}::date`, operands, position);
  if (!isOf('Edm.DateTimeOffset', from)) return null;
  const { type, storage } = from;
  const wall = signed(operator, asWallTime(from), by.sql);
  const text = storage === 'timestamp' ? wall : sql`(${wall} at time zone 'UTC')`;
  return made(type, text, operands, position, { storage });
}

function difference(left: Typed, right: Typed, position: number): Typed | null {
  const operands = [left, right];
  if (isOf('Edm.Date', left) && isOf('Edm.Date', right)) {
    return made(DURATION, sql`make_interval(days => ${left.sql} - ${right.sql})`, operands, position);
  }
  const target = commonType(left, right);
  if (!target || !isPrimitive(target.type, 'Edm.DateTimeOffset')) return null;
  const [a, b] = [converted(left, target).sql, converted(right, target).sql];
  return made(DURATION, sql`(${a} - ${b})`, operands, position);
}

function scaled(operator: 'mul' | 'div' | 'divby', duration: Typed, factor: Typed, position: number): Typed {
  const by = numberAs(factor, 'Edm.Double');
  const operands = [duration, factor];
  if (operator === 'mul') return made(DURATION, sql`(${duration.sql} * ${by})`, operands, position);
  return made(DURATION, sql`(${duration.sql} / nullif(${by}, 0))`, operands, position, { nullable: true });
}

/** With null the result is null; its type follows from the other operand. */
function nullTime(operator: Arithmetic, left: Typed, right: Typed, position: number): Typed | null {
  const { type: known, storage } = left.type.kind === 'null' ? right : left;
  if (
    operator === 'mod' ||
    (operator !== 'add' && operator !== 'sub' && !isPrimitive(known, 'Edm.Duration'))
  ) {
    return null;
  }
  const value = raw(`null::${heldAs(known, storage)}`);
  return made(known, value, [left, right], position, { storage, nullable: true });
}
