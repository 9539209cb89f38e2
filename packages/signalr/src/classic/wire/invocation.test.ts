import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInvocation } from './invocation.ts';
import { texts } from './texts.ts';

test('a full call', () => {
  expect(readInvocation('{"H":"chat","M":"Say","A":["hi",1],"I":0,"S":{"name":"ann"}}')).toEqual({
    ok: true,
    invocation: { hub: 'chat', method: 'Say', args: ['hi', 1], id: '0', state: { name: 'ann' } },
  });
});

test('number, arguments and state may be left out', () => {
  expect(readInvocation('{"H":"chat","M":"say","A":null,"S":null}')).toEqual({
    ok: true,
    invocation: { hub: 'chat', method: 'say', args: [], id: null, state: {} },
  });
});

test.each([
  ['', null],
  ['[]', null],
  ['{"I":"7"}', '7'],
  ['{"H":"chat","I":7}', '7'],
  ['{"H":1,"M":"m","I":7}', '7'],
  ['{"H":"chat","M":"m","A":{},"I":7}', '7'],
  ['{"H":"chat","M":"m","S":[],"I":{}}', null],
])('%j is no call', (text, id) => {
  expect(readInvocation(text)).toMatchObject({ ok: false, id });
});

test('a state over 4096 characters is refused with the original’s text', () => {
  const text = JSON.stringify({ H: 'chat', M: 'm', I: 1, S: { a: 'x'.repeat(4100) } });
  expect(readInvocation(text)).toEqual({ ok: false, id: '1', problem: texts.stateTooLong });
});

test('a call nested too deeply is refused', () => {
  const text = `{"H":"chat","M":"m","A":[${'['.repeat(30)}${']'.repeat(30)}]}`;
  expect(readInvocation(text).ok).toBe(false);
});

test('no text makes the reader throw', () => {
  const member = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  const near = fc
    .record({ H: member, M: member, A: member, I: member, S: member })
    .map((message) => JSON.stringify(message));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), near), (text) => {
      const read = readInvocation(text);
      if (read.ok) expect(typeof read.invocation.hub).toBe('string');
    }),
  );
});
