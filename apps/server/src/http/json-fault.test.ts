import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFaultPosition } from './json-fault.ts';

describe('the position of the first fault', () => {
  test.each([
    ['{"length": 60,,}', 14],
    ['{"a": "x", "b": x}', 16],
    ['{"a": 1', 7],
    ['{"comment": "x', 14],
    ['', 0],
    ['   ', 3],
    ['[1, 2,]', 6],
    ['{"a" 1}', 5],
    ["{'a': 1}", 1],
    ['{"a": 1} x', 9],
    ['[1 2]', 3],
    ['{"a": 1]', 7],
    ['["a\nb"]', 3],
    ['["a\\x"]', 3],
    ['["\\u12"]', 2],
    ['[01]', 2],
    ['[nul]', 1],
    ['NaN', 0],
    ['{"a":{"b":[{}]}', 15],
    ['}', 0],
  ])('of %j is %i', (text, expected) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(jsonFaultPosition(text)).toBe(expected);
  });
});

test('a sign that JSON does not know is found wherever it stands between two tokens', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, seed) => {
      const gaps = [...json.matchAll(/"(?:[^"\\]|\\.)*"|[^\s"[\]{},:]+|[[\]{},:]/g)].map(
        ({ index }) => index,
      );
      const at = gaps[seed % gaps.length] ?? 0;
      expect(jsonFaultPosition(`${json.slice(0, at)}@${json.slice(at)}`)).toBe(at);
    }),
  );
});

test('a text that only ends too early is faulty at its end', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (value) => {
      const text = JSON.stringify({ value }).slice(0, -2);
      expect(jsonFaultPosition(text)).toBe(text.length);
    }),
  );
});

test('long texts and deep ones are read without running out of stack', () => {
  const long = `["${'\\n'.repeat(2_000_000)}",x]`;
  expect(jsonFaultPosition(long)).toBe(long.length - 2);
  expect(jsonFaultPosition('['.repeat(1_000_000))).toBe(1_000_000);
});
