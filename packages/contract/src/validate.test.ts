import fc from 'fast-check';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { Guid } from './schemas/common.ts';
import { faultFinder, validatorOf } from './validate.ts';

const Person = Type.Object({
  id: Type.Optional(Guid),
  name: Type.String({ maxLength: 5 }),
  role: Type.Optional(Type.Union([Type.Literal('Team'), Type.Literal('Product')])),
  kind: Type.Optional(Type.Union([Guid, Type.Literal('')])),
  tags: Type.Optional(Type.Array(Type.Object({ text: Type.String() }))),
});
const validate = validatorOf(Person);

describe('a value that fits', () => {
  test('comes back with the names of the schema, without what is unknown', () => {
    expect(validate({ NAME: 'Ann', extra: 1, Id: '{DC54D553-A762-47C3-A68F-80D64BDD2A66}' })).toEqual({
      ok: true,
      value: { name: 'Ann', id: 'dc54d553-a762-47c3-a68f-80d64bdd2a66' },
    });
  });
});

describe('a fault says what the field takes', () => {
  test.each([
    [Type.Integer({ minimum: 0, maximum: 500 }), 'x', 'must be a whole number from 0 to 500'],
    [Type.Integer({ maximum: 9 }), 10, 'must be a whole number of at most 9'],
    [Type.Integer({ minimum: 1 }), 0, 'must be a whole number of at least 1'],
    [Type.Integer(), 1.5, 'must be a whole number'],
    [Type.Number({ minimum: 0, maximum: 1 }), 2, 'must be a number from 0 to 1'],
    [Type.Boolean(), 'maybe', 'must be true or false'],
    [Type.Literal('csv'), 'pdf', 'must be "csv"'],
    [Type.String({ minLength: 2, maxLength: 5 }), 'a', 'must be a text of 2 to 5 characters'],
    [Type.String(), {}, 'must be a text'],
    [Type.String({ pattern: '^a', title: 'An a' }), 'b', 'must be an a'],
    [
      Type.Union([Type.Literal('a'), Type.Literal('b'), Type.Null()]),
      'c',
      'must be one of "a", "b", or null',
    ],
    [Type.Array(Type.Boolean(), { maxItems: 2 }), 'x', 'must be a list of at most 2, each true or false'],
    [
      Type.Array(Type.Boolean(), { minItems: 1, maxItems: 2 }),
      [],
      'must be a list of 1 to 2, each true or false',
    ],
    [Type.Object({}), 'x', 'must be an object'],
  ])('%j refuses %j', (schema, given, message) => {
    const holder = Type.Object({ list: Type.Array(Type.Object({ field: schema })) });
    const found = validatorOf(holder)({ list: [{ field: given }] });
    expect(found).toMatchObject({ ok: false, fault: { message } });
    expect(found).toMatchObject({ fault: { field: expect.stringMatching(/^list\.0\.field/) } });
  });
});

describe('a fault names the field and what would be right', () => {
  test.each([
    [{}, 'name', /required/],
    [{ name: 'too long' }, 'name', /5/],
    [{ name: 'Ann', id: 'x' }, 'id', /GUID such as/],
    [{ name: 'Ann', role: 'Chef' }, 'role', /"Team", "Product"/],
    [{ name: 'Ann', kind: 'x' }, 'kind', /one of "" or a GUID such as/],
    [{ name: 'Ann', tags: [{ text: 'a' }, {}] }, 'tags.1.text', /required/],
    [{ name: 'Ann', tags: [{ text: 'a\0' }] }, 'tags.0.text', /U\+0000/],
    [{ name: 'a\uD800' }, 'name', /surrogate/],
    [{ name: '\uDE00' }, 'name', /surrogate/],
    ['text', '', /object/],
    [[], '', /object/],
    [null, '', /object/],
  ])('%j', (given, field, message) => {
    expect(validate(given)).toEqual({ ok: false, fault: { field, message: expect.stringMatching(message) } });
  });
});

test('whatever is sent, what comes out fits the schema strictly and holds only texts that can be stored', () => {
  const faultOf = faultFinder(Person);
  const text = fc.string({ unit: 'binary', maxLength: 6 });
  const near = fc.record({ NAME: text, tags: fc.array(fc.record({ text })), other: fc.anything() });
  fc.assert(
    fc.property(fc.oneof(near, fc.jsonValue()), (given) => {
      const result = validate(given);
      if (!result.ok) return;
      expect(faultOf(result.value)).toBeNull();
      const texts = JSON.stringify(result.value);
      expect(texts).not.toMatch(/\\u0000|\\ud[89a-f]/);
    }),
  );
});

test('a value nested however deep is refused, not walked through', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(validatorOf(Type.Union([Type.String(), Type.Number()]))(deep).ok).toBe(false);
  expect(validate({ name: 'Ann', tags: [deep] })).toMatchObject({ ok: false, fault: { field: 'tags.0' } });
});

test('names of an open object are stored too, so they hold no strange characters either', () => {
  const Open = Type.Object({}, { additionalProperties: true });
  expect(validatorOf(Open)({ 'a\0b': 1 })).toMatchObject({ ok: false });
});

test('a choice of types is named', () => {
  const Either = Type.Object({ field: Type.Union([Type.String(), Type.Array(Type.String())]) });
  expect(validatorOf(Either)({ field: 7 })).toEqual({
    ok: false,
    fault: { field: 'field', message: 'must be a text or a list, each a text' },
  });
});
