import { type Call, validatorOf } from '@stint/contract';
import { refusalOfFault } from '../../http/validation.ts';
import { Refusal } from '../../refusal.ts';

/** Where the arguments of a hub method go in the REST call of the same name, in the order clients give them. */
export type Shape =
  /** Named values: options of the address, or fields of the body. */
  | { into: 'query' | 'body'; names: readonly string[] }
  /** One value that is the whole body; an object may hold it under this name. */
  | { into: 'wholeBody'; name: string };

export interface Given {
  query: unknown;
  body: unknown;
}

/**
 * Makes the reader of a method's arguments: one object with the names of the REST call, or the values in their order,
 * where null, `undefined` and what is left out at the end say nothing. Throws the Refusal that the REST call answers.
 */
export function argumentReader(
  method: string,
  call: Call,
  shape: Shape,
): (args: readonly unknown[]) => Given {
  const readQuery = checked(call.query, 'querystring');
  const readBody = checked(call.body, 'body');
  const most = shape.into === 'wholeBody' ? 1 : shape.names.length;

  return (args) => {
    const given = args.slice(0, args.findLastIndex((each) => !saysNothing(each, shape)) + 1);
    if (given.length > most && !(given.length === 1 && isObject(given[0]))) throw tooMany(method, most);
    const value = valueOf(shape, given);
    return shape.into === 'query'
      ? { query: readQuery(value), body: readBody({}) }
      : { query: readQuery({}), body: readBody(value) };
  };
}

function valueOf(shape: Shape, args: readonly unknown[]): unknown {
  const [first] = args;
  if (shape.into === 'wholeBody') return isObject(first) ? valueNamed(first, shape.name) : (first ?? '');
  if (!isObject(first)) {
    const named = shape.names.map((name, index): [string, unknown] => [name, args[index]]);
    return Object.fromEntries(named.filter(([, value]) => !saysNothing(value, shape)));
  }
  if (args.length === 1) return first;
  throw new Refusal('DbValidationError', 'Give one object, or the values in their order, but not both.');
}

/** An empty text is how old clients leave an option out; in a body it means none, and is kept. */
function saysNothing(value: unknown, { into }: Shape): boolean {
  return value === undefined || value === null || (value === '' && into === 'query');
}

function valueNamed(object: Readonly<Record<string, unknown>>, wanted: string): unknown {
  return Object.entries(object).find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1] ?? '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checked(schema: Call['query'] | Call['body'], part: 'querystring' | 'body') {
  const validate = validatorOf(schema);
  return (given: unknown): unknown => {
    const result = validate(given);
    if (!result.ok) throw refusalOfFault(result.fault, part);
    return result.value;
  };
}

function tooMany(method: string, most: number): Refusal {
  const takes =
    most === 0
      ? 'takes no argument'
      : `takes at most ${most} ${most === 1 ? 'argument' : 'arguments'}, or one object`;
  return new Refusal('DbValidationError', `${method} ${takes}.`);
}
