import type { TSchema } from 'typebox';

/** The parts of JSON Schema that settings are described with. */
interface Shape {
  type?: string;
  format?: string;
  pattern?: string;
  const?: string;
  anyOf?: Shape[];
  items?: Shape;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
}

/** Says in words what values a schema takes: `a whole number from 1 to 60, or null`. */
export function wanted(schema: TSchema): string {
  return inWords(schema);
}

function inWords(shape: Shape): string {
  if (shape.anyOf) return ofUnion(shape.anyOf);
  if (shape.type === 'boolean') return 'true or false';
  if (shape.type === 'integer') return `a whole number from ${shape.minimum} to ${shape.maximum}`;
  if (shape.type === 'array')
    return `a list of at most ${shape.maxItems}, each ${inWords(shape.items ?? {})}`;
  return ofText(shape);
}

function ofUnion(members: readonly Shape[]): string {
  const names = members.filter((member) => member.const !== undefined).map(({ const: name }) => `"${name}"`);
  const others = members
    .filter((member) => member.const === undefined && member.type !== 'null')
    .map(inWords);
  const orNull = members.some((member) => member.type === 'null') ? ', or null' : '';
  const oneOf = names.length > 0 ? [`one of ${names.join(', ')}`] : [];
  return [...oneOf, ...others].join(' or ') + orNull;
}

function ofText({ format, pattern, minLength = 0, maxLength }: Shape): string {
  if (format === 'uuid') return 'a GUID such as dc54d553-a762-47c3-a68f-80d64bdd2a66';
  if (pattern?.startsWith(String.raw`^\d`)) return 'a date such as 2026-03-02';
  if (pattern !== undefined) return 'a language tag such as en or de-CH';
  return `a text of ${minLength} to ${maxLength} characters`;
}
