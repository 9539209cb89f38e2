import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { inWords, type Shape } from './in-words.ts';
import { lenientReader } from './read-leniently.ts';

/** What is wrong with a value: the field (a path such as `users.0.role`, empty for the whole), and what would be right. */
export interface Fault {
  field: string;
  message: string;
}

export type Validation = { ok: true; value: unknown } | { ok: false; fault: Fault };

/** Compiles a schema into a function that reads a client's value leniently and then checks it strictly. */
export function validatorOf(schema: TSchema): (value: unknown) => Validation {
  const read = lenientReader(schema);
  const compiled = Compile(schema);
  return (given) => {
    const value = read(given);
    if (!compiled.Check(value)) return { ok: false, fault: firstFault(schema, compiled.Errors(value)) };
    const unstorable = unstorableText(value, '');
    return unstorable ? { ok: false, fault: unstorable } : { ok: true, value };
  };
}

/** Compiles a schema into a strict check, for answers: the first fault, or null. */
export function faultFinder(schema: TSchema): (value: unknown) => Fault | null {
  const compiled = Compile(schema);
  return (value) => (compiled.Check(value) ? null : firstFault(schema, compiled.Errors(value)));
}

type TypeBoxError = { keyword: string; instancePath: string; params: object };

function firstFault(schema: TSchema, errors: readonly TypeBoxError[]): Fault {
  const error = errors.find((each) => each.keyword === 'anyOf') ?? errors[0];
  if (!error) return { field: '', message: 'is not of the documented form' };
  const path = error.instancePath.split('/').filter(Boolean);
  if (error.keyword === 'required') {
    const { requiredProperties = [] } = error.params as { requiredProperties?: string[] };
    return { field: [...path, ...requiredProperties.slice(0, 1)].join('.'), message: 'is required' };
  }
  const shape = shapeAt(schema, path);
  return {
    field: path.join('.'),
    message: shape ? `must be ${inWords(shape)}` : 'is not of the documented form',
  };
}

/** The part of a schema that a path of field names and indexes leads to. */
function shapeAt(schema: Shape, path: readonly string[]): Shape | undefined {
  return path.reduce<Shape | undefined>((shape, name) => {
    const holder = shape?.anyOf?.find(({ properties, items }) => properties ?? items) ?? shape;
    return holder?.items ?? holder?.properties?.[name];
  }, schema);
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair; finding them here keeps them a fault of the input with a name. */
function unstorableText(value: unknown, field: string): Fault | null {
  if (typeof value === 'string') {
    if (value.includes('\0')) return { field, message: 'must not hold the character U+0000' };
    return value.isWellFormed() ? null : { field, message: 'must not hold half a surrogate pair' };
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [key, each] of Object.entries(value)) {
    const found = unstorableText(key, field) ?? unstorableText(each, field === '' ? key : `${field}.${key}`);
    if (found) return found;
  }
  return null;
}
