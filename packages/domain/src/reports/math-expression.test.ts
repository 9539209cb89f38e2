import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateMath, lastFieldOf, readMathExpression } from './math-expression.ts';

function valueOf(text: string, ...fields: (number | null)[]): number | null {
  const read = readMathExpression(text);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return evaluateMath(read.expression, fields);
}

test.each([
  ['{0} / 3600 / {1}', [7200, 2], 1],
  ['({0}*28800 - {1}) / 3600', [5, 108_000], 10],
  ['(28800 - {0}) / 3600', [25_200], 1],
  [' 1 + 2 * 3 ', [], 7],
  ['8 - 3 - 2', [], 3],
  ['2 ^ 3 ^ 2', [], 512],
  ['-2 ^ 2', [], -4],
  ['- - 3', [], 3],
  ['+4 * -2', [], -8],
  ['.5 + 1.', [], 1.5],
  ['7 % 4', [], 3],
  ['{12}', Array.from({ length: 13 }, (_, index) => index), 12],
] as const)('%s', (text, fields, value) => {
  expect(valueOf(text, ...fields)).toBe(value);
});

test.each([
  ['{0} / {1}', [1, 0]],
  ['{0} / {1}', [1, null]],
  ['{2}', [1]],
  ['9 ^ 999', []],
] as const)('nothing comes of %s for %j', (text, fields) => {
  expect(valueOf(text, ...fields)).toBeNull();
});

describe('a fault says where', () => {
  test.each([
    ['', 0, /ends/],
    ['1 +', 3, /ends/],
    ['1 2', 2, /operator/],
    ['(1', 2, /"\)"/],
    ['1 + * 2', 4, /before "\*"/],
    ['alert(1)', 0, /"a"/],
    ['1 +  x', 5, /"x"/],
    ['('.repeat(80), 51, /deep/],
  ] as const)('%s', (text, position, message) => {
    expect(readMathExpression(text)).toEqual({
      ok: false,
      fault: { position, message: expect.stringMatching(message) },
    });
  });

  test('whatever the text is, within it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123{}()+-*/^% .x')) }), (text) => {
        const read = readMathExpression(text);
        if (read.ok) expect(lastFieldOf(read.expression)).toBeGreaterThanOrEqual(-1);
        else expect(read.fault.position).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test('sums and products are those of JavaScript', () => {
  fc.assert(
    fc.property(fc.nat(999), fc.nat(999), fc.nat(999), (a, b, c) => {
      expect(valueOf(`${a} + ${b} * ${c} - ${a}`)).toBe(b * c);
      expect(valueOf('({0} + {1}) * {2}', a, b, c)).toBe((a + b) * c);
    }),
  );
});
