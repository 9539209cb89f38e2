import fc from 'fast-check';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { Guid } from './schemas/common.ts';
import { lenientReader } from './read-leniently.ts';

const Body = Type.Object({
  length: Type.Optional(Type.Integer()),
  $count: Type.Optional(Type.Integer()),
  item: Type.Optional(Type.Integer({ 'x-empty': 0 })),
  comment: Type.Optional(Type.String()),
  isBillable: Type.Optional(Type.Boolean()),
  userId: Type.Optional(Guid),
  kind: Type.Optional(Type.Union([Guid, Type.Literal('')])),
  query: Type.Optional(Type.Union([Type.String(), Type.Number()])),
  users: Type.Optional(Type.Array(Type.Object({ email: Type.Optional(Type.String()) }))),
});
const read = lenientReader(Body);

describe('clients send', () => {
  test.each([
    ['numbers as texts', { length: '3600' }, { length: 3600 }],
    ['numbers as texts with blanks and signs', { length: ' +60 ' }, { length: 60 }],
    ['an empty number', { length: ' ' }, {}],
    ['null for nothing', { length: null, comment: null }, {}],
    [
      'names in any letter case',
      { LENGTH: 1, Comment: 'x', ISBILLABLE: true },
      { length: 1, comment: 'x', isBillable: true },
    ],
    ['options without their dollar sign', { COUNT: '5' }, { $count: 5 }],
    ['fields with one', { $length: 1 }, { length: 1 }],
    ['truth values as texts', { isBillable: ' TRUE ' }, { isBillable: true }],
    ['truth values as numbers', { isBillable: 0 }, { isBillable: false }],
    ['numbers where a text is asked for', { comment: 7 }, { comment: '7' }],
    [
      'GUIDs in braces and capitals',
      { userId: ' {DC54D553-A762-47C3-A68F-80D64BDD2A66} ' },
      { userId: 'dc54d553-a762-47c3-a68f-80d64bdd2a66' },
    ],
    ['an empty text for none', { kind: '' }, { kind: '' }],
    ['an empty text for a number that stands for none', { item: ' ', length: '' }, { item: 0 }],
    ['a text or a number', { query: 7 }, { query: 7 }],
    ['fields that nobody knows', { extra: 1, __proto__: { a: 1 }, constructor: 2 }, {}],
    ['objects within arrays', { users: [{ EMAIL: 'a@b' }, 5] }, { users: [{ email: 'a@b' }, 5] }],
  ])('%s', (_name, given, expected) => {
    expect(read(given)).toEqual(expected);
  });

  test.each(['0x10', '1e5', 'Infinity', 'NaN', '1,5', '١'])(
    '%s, which is no number here and stays a text',
    (text) => {
      expect(read({ length: text })).toEqual({ length: text });
    },
  );

  test('own fields with the names of prototypes, which change no object', () => {
    const given: unknown = JSON.parse('{"__proto__":{"polluted":1},"length":"1"}');
    expect(read(given)).toEqual({ length: 1 });
    expect({}).not.toHaveProperty('polluted');
  });
});

test('never fails, whatever it is given', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(() => read(value)).not.toThrow();
    }),
  );
});

test('reading what was read changes nothing', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const body = fc.dictionary(
    fc.constantFrom(...Object.keys(Body.properties), 'LENGTH', 'count', 'other'),
    value,
  );
  fc.assert(
    fc.property(body, (given) => {
      expect(read(read(given))).toEqual(read(given));
    }),
  );
});

test('an open object keeps what nobody knows, but no prototype', () => {
  const Open = Type.Object({ w: Type.Optional(Type.Integer()) }, { additionalProperties: true });
  const given: unknown = JSON.parse(
    '{"W": "4", "more": {"a": [null]}, "nothing": null, "__proto__": {"x": 1}}',
  );
  const value = lenientReader(Open)(given);
  expect(value).toEqual({ w: 4, more: { a: [null] }, nothing: null });
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});
