import { join, parameter, raw, type Sql, sql } from '../../sql/fragment.ts';
import { exampleOf, fault, mismatch } from '../faults.ts';
import { literalAs } from '../literals/convert.ts';
import { heldAs, made, nameOfType, primitive, type ResultType, type Typed } from '../typed.ts';
import { commonType, converted, type Target } from './common.ts';
import { parameterOf } from './single-parameter.ts';

const BOOLEAN = primitive('Edm.Boolean');

/** `value in (…)`: whether it equals one of the items, with the null rules of `eq`. */
export function isAmong(value: Typed, items: readonly Typed[], position: number): Typed {
  const target = items.reduce<Target>((common, item) => {
    const next = commonType({ ...value, ...common }, item);
    if (!next) throw notAmong(value, item);
    return next;
  }, value);
  const one = converted(value, target);
  const hasNull = items.some(({ type }) => type.kind === 'null');
  const present = items.filter(mayBeEqual).map((item) => converted(item, target));
  if (value.type.kind === 'null') {
    const mayBe = present.filter(({ nullable }) => nullable).map((item) => sql`${item.sql} is null`);
    const answer = hasNull || mayBe.length === 0 ? raw(String(hasNull)) : sql`(${join(mayBe, ' or ')})`;
    return made(BOOLEAN, answer, items, position, { nullable: false });
  }
  if (present.length === 0 && hasNull) {
    return made(BOOLEAN, sql`(${one.sql} is null)`, [one], position, { nullable: false });
  }
  if (present.some(({ nullable }) => nullable)) return amongNullable(one, present, hasNull, position);
  const found = sql`(${one.sql} = any(${arrayOf(present, target)}))`;
  if (!one.nullable) return made(BOOLEAN, found, [one, ...present], position);
  const exact = hasNull ? sql`coalesce(${found}, true)` : sql`coalesce(${found}, false)`;
  return made(BOOLEAN, exact, [one, ...present], position, {
    nullable: false,
    ...(!hasNull && { condition: found }),
  });
}

/** Null is looked for apart; NaN equals nothing. */
function mayBeEqual({ type, literal }: Typed): boolean {
  return type.kind !== 'null' && !(literal?.type === 'double' && literal.value === 'NaN');
}

/** Items that may be null themselves: null is among them when one is. */
function amongNullable(value: Typed, items: readonly Typed[], hasNull: boolean, position: number): Typed {
  const all = [...items.map((item) => item.sql), ...(hasNull ? [raw('null')] : [])];
  const rows = join(
    all.map((item) => sql`(${item})`),
    ', ',
  );
  const found = sql`exists (select 1 from (values ${rows}) item(value) where item.value is not distinct from ${value.sql})`;
  return made(BOOLEAN, sql`(${found})`, [value, ...items], position, { nullable: false });
}

/** Literals as one parameter, whatever their number; what is computed as an array. */
function arrayOf(items: readonly Typed[], { type, storage }: Target): Sql {
  const parameters = items.map((item) => parameterOf(item.sql));
  const element = elementType(parameters.map((each) => each?.type ?? null)) ?? heldAs(type, storage);
  if (parameters.every((each) => each !== null)) {
    return parameter(
      parameters.map((each) => each.value),
      `${element}[]`,
    );
  }
  return sql`array[${join(items.map((item) => item.sql))}]::${raw(element)}[]`;
}

const NUMBERS = ['integer', 'bigint', 'numeric', 'real', 'double precision'];

/** The widest type that the parameters were given. */
function elementType(types: readonly (string | null)[]): string | null {
  return types.reduce((widest, type) => {
    if (type === null || !NUMBERS.includes(type)) return type ?? widest;
    return NUMBERS.indexOf(type) > NUMBERS.indexOf(widest ?? '') ? type : widest;
  }, null);
}

function notAmong(value: Typed, item: Typed) {
  const message = `"in" cannot find ${nameOfType(item.type)} among ${nameOfType(value.type)} at position ${item.position}; expected ${exampleOf(value.type)}.`;
  return fault('TypeMismatch', message, item.position);
}

/** `value in Collection`: whether it equals one of the items of an array. */
export function isAmongItems(value: Typed, array: Typed, position: number): Typed {
  const target = commonType({ ...array, literal: null }, value);
  if (!target || nameOfType(target.type) !== nameOfType(array.type)) throw notAmong(array, value);
  const one = converted(value, { type: array.type, storage: array.storage });
  const found = sql`(${one.sql} = any(${array.sql}))`;
  const operands = [one, array];
  return made(BOOLEAN, sql`coalesce(${found}, false)`, operands, position, {
    nullable: false,
    condition: found,
  });
}

/** `value has Member`: whether all flags of the right are set on the left; null when one of them is. */
export function hasFlags(value: Typed, flags: Typed, position: number): Typed {
  if (value.type.kind === 'null') return { ...value, sql: raw('null::boolean'), type: BOOLEAN };
  if (value.type.kind !== 'enum')
    throw mismatch('The left side of "has"', value.type, 'an enumeration', value.position);
  const right = flagsOf(flags, value.type);
  return made(BOOLEAN, sql`((~ ${value.sql} & ${right.sql}) = 0)`, [value, right], position);
}

function flagsOf(flags: Typed, type: ResultType): Typed {
  if (flags.type.kind === 'null') return { ...flags, type, sql: raw('null::integer') };
  const right = flags.literal
    ? literalAs(flags, type)
    : nameOfType(flags.type) === nameOfType(type)
      ? flags
      : null;
  if (!right) throw mismatch('The right side of "has"', flags.type, exampleOf(type), flags.position);
  return right;
}
