import type { TSchema } from 'typebox';

/** The parts of JSON Schema that values are described with. */
export interface Shape {
  type?: string;
  format?: string;
  pattern?: string;
  title?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** Says in words what values a schema takes: `a whole number from 1 to 60, or null`. */
export function inWords(schema: TSchema | Shape): string {
  const shape: Shape = schema;
  if (shape.anyOf) return ofUnion(shape.anyOf);
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum) return `one of ${shape.enum.map((each) => JSON.stringify(each)).join(', ')}`;
  if (shape.type === 'object') return 'an object';
  if (shape.type === 'boolean') return 'true or false';
  if (shape.type === 'integer') return `a whole number${range(shape.minimum, shape.maximum)}`;
  if (shape.type === 'number') return `a number${range(shape.minimum, shape.maximum)}`;
  if (shape.type === 'array') return ofList(shape);
  return ofText(shape);
}

function range(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return most === undefined ? '' : ` of at most ${most}`;
  return most === undefined ? ` of at least ${least}` : ` from ${least} to ${most}`;
}

function ofList({ minItems, maxItems, items }: Shape): string {
  const size =
    minItems && maxItems ? ` of ${minItems} to ${maxItems}` : maxItems ? ` of at most ${maxItems}` : '';
  return items === undefined ? `a list${size}` : `a list${size}, each ${inWords(items)}`;
}

function ofUnion(members: readonly Shape[]): string {
  const names = members.filter((member) => member.const !== undefined).map(inWords);
  const others = members
    .filter((member) => member.const === undefined && member.type !== 'null')
    .map(inWords);
  const orNull = members.some((member) => member.type === 'null') ? ', or null' : '';
  const oneOf = names.length > 0 ? [`one of ${names.join(', ')}`] : [];
  return [...oneOf, ...others].join(' or ') + orNull;
}

/** A text with a pattern has a title, which says what is right for it. */
function ofText({ format, pattern, title, minLength, maxLength }: Shape): string {
  if (format === 'uuid') return 'a GUID such as dc54d553-a762-47c3-a68f-80d64bdd2a66';
  if (pattern !== undefined && title) return title.charAt(0).toLowerCase() + title.slice(1);
  if (maxLength === undefined) return 'a text';
  return `a text of ${minLength ?? 0} to ${maxLength} characters`;
}
