import type { PrimitiveName } from '../../model/types.ts';
import { raw, type Sql } from '../../sql/fragment.ts';
import { mismatch } from '../faults.ts';
import { literalAs } from '../literals/convert.ts';
import { heldAs, isNumber, isPrimitive, made, primitive, type ResultType, type Typed } from '../typed.ts';

/** A call of a built-in function, its arguments bound. */
export interface Call {
  readonly name: string;
  readonly args: readonly Typed[];
  readonly position: number;
  /** What `now()` answers. */
  readonly now: Date;
}

/** A built-in function: from its arguments to its value. Throws ODataError for arguments of other types. */
export type BuiltIn = (call: Call) => Typed;

/** What an argument may be. */
export interface Parameter {
  readonly accepts: (type: ResultType) => boolean;
  readonly expected: string;
}

export const text: Parameter = {
  accepts: (type) => isPrimitive(type, 'Edm.String'),
  expected: 'a text; cast(…,Edm.String) makes one of other values',
};

export const anyNumber: Parameter = { accepts: isNumber, expected: 'a number' };

/** One of some primitive types. */
export function oneOf(...names: PrimitiveName[]): Parameter {
  return {
    accepts: (type) => isPrimitive(type, ...names),
    expected: names.map((name) => `Edm.${name.slice(4)}`).join(' or '),
  };
}

/** A function whose value has one type and is null when an argument is (OData URL Conventions 4.01, 5.1.1.4). */
export function fixed(
  result: PrimitiveName,
  parameters: readonly Parameter[],
  build: (args: readonly Typed[], call: Call) => Sql,
): BuiltIn {
  const type = primitive(result);
  return (call) => {
    const args = checked(call, parameters);
    if (!args) return nullOf(type, call);
    return made(type, build(args, call), args, call.position);
  };
}

/** The arguments as what the parameters ask for, or null when one is the literal null. */
export function checked(call: Call, parameters: readonly Parameter[]): readonly Typed[] | null {
  const args = call.args.map((value, index) => {
    const parameter = parameters[index];
    if (!parameter) throw new Error(`${call.name} has no parameter ${index + 1}`);
    return argument(call.name, index, value, parameter);
  });
  return args.some(({ type }) => type.kind === 'null') ? null : args;
}

function argument(name: string, index: number, value: Typed, { accepts, expected }: Parameter): Typed {
  if (value.type.kind === 'null' || accepts(value.type)) return value;
  // A date stands for its beginning where a point in time is asked for.
  const moment = primitive('Edm.DateTimeOffset');
  const asMoment = accepts(moment) ? literalAs(value, moment) : null;
  if (asMoment) return asMoment;
  throw mismatch(`Argument ${index + 1} of ${name}`, value.type, expected, value.position);
}

export function nullOf(type: ResultType, { args, position }: Call): Typed {
  return made(type, raw(`null::${heldAs(type)}`), args, position, { nullable: true });
}

/** The values of two arguments. */
export function pair(args: readonly Typed[]): readonly [Typed, Typed] {
  const [first, second] = args;
  if (!first || !second) throw new Error('a function of two arguments has fewer');
  return [first, second];
}

/** The value of the only argument. */
export function only(args: readonly Typed[]): Typed {
  const [first] = args;
  if (!first) throw new Error('a function of one argument has none');
  return first;
}
