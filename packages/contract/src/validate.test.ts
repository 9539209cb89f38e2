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

describe('a fault names the field and what would be right', () => {
  test.each([
    [{}, 'name', /required/],
    [{ name: 'too long' }, 'name', /5/],
    [{ name: 'Ann', id: 'x' }, 'id', /GUID such as/],
    [{ name: 'Ann', role: 'Chef' }, 'role', /"Team", "Product"/],
    [{ name: 'Ann', kind: 'x' }, 'kind', /a GUID, ""/],
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
