import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { hostile } from './hostile.ts';

/** The parts of JSON Schema that the contract uses. */
interface Shape {
  type?: string;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  const?: unknown;
  enum?: readonly string[];
}

const times = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .date({ min: new Date('1901-01-01'), max: new Date('2026-03-02'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 19)),
  },
  fc.constantFrom(
    '2026-03-02',
    '2026-03-02T10:28:00.1234567',
    '2026-03-01T10:28:00Z',
    '2026-03-01T10:28:00+05:30',
    '2026-03-29T02:30:00',
    '5/29/2021, 10:12:00 AM',
    '1900-01-01',
    '9999-12-31',
  ),
);

/** Ids that exist. */
export interface Ids {
  activityTypes: readonly string[];
  others: readonly string[];
}

/** Values of a schema, with ids that exist among the others. */
export function valuesOf(schema: TSchema, ids: Ids): fc.Arbitrary<unknown> {
  return ofShape(schema, '', ids);
}

function ofShape(shape: Shape, name: string, ids: Ids): fc.Arbitrary<unknown> {
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((member) => ofShape(member, name, ids)));
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const { minimum = -10, maximum = 2_147_483_647, maxItems = 5 } = shape;
  switch (shape.type) {
    case 'object':
      return objectOf(shape, ids);
    case 'array':
      return fc.array(ofShape(shape.items ?? {}, name, ids), { maxLength: Math.min(maxItems, 5) });
    case 'integer':
      return fc.oneof(
        fc.integer({ min: minimum, max: maximum }),
        fc.integer({ min: Math.max(minimum, 0), max: Math.min(maximum, 90_000) }),
      );
    case 'number':
      return fc.double({ noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return textOf(shape, name, ids);
  }
}

function textOf(
  { format, pattern, minLength = 0, maxLength = 60 }: Shape,
  name: string,
  ids: Ids,
): fc.Arbitrary<string> {
  if (format === 'uuid')
    return name === 'activityTypeId'
      ? fc.constantFrom(...ids.activityTypes)
      : fc.oneof(fc.constantFrom(...ids.others), fc.uuid());
  if (/time(stamp|Zone)?$/i.test(name))
    return /zone/i.test(name) ? fc.constantFrom('Europe/Berlin', 'UTC', 'utc', 'Mars/Base') : times;
  // A connection is tried when it is set: nothing listens on this port of this machine.
  if (name === 'url')
    return fc.constantFrom('http://127.0.0.1:9', 'https://127.0.0.1:9/x', 'http://localhost:9/');
  if (name === 'email') return fc.oneof(fc.constant('team@demo.local'), fc.emailAddress());
  if (name === '$workItemIds') return listOf(fc.nat().map(String));
  if (name === '$userIds') return listOf(fc.constantFrom(...ids.others));
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) });
}

/** A comma list, sometimes longer than is allowed. */
function listOf(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.array(item, { maxLength: 110 }).map((list) => list.join());
}

/** Some or all of the fields, sometimes one of them hostile, sometimes one more. */
function objectOf({ properties = {}, required = [] }: Shape, ids: Ids): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => [name, ofShape(shape, name, ids)]),
  );
  return fc.record(fields, { requiredKeys: required });
}

/** The same with one to three fields replaced by hostile values, renamed in their case, or added. */
export function brokenOf(schema: TSchema, ids: Ids): fc.Arbitrary<unknown> {
  const names = Object.keys((schema as Shape).properties ?? {});
  const name = fc.constantFrom(
    ...names,
    ...names.map((each) => each.toUpperCase()),
    '__proto__',
    'constructor',
    'extra',
  );
  const spoiled = fc
    .tuple(valuesOf(schema, ids), fc.array(fc.tuple(name, hostile), { minLength: 1, maxLength: 3 }))
    .map(([value, more]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries([...Object.entries(value), ...more])
        : [value, ...more],
    );
  return fc.oneof({ weight: 4, arbitrary: spoiled }, { weight: 1, arbitrary: hostile });
}
