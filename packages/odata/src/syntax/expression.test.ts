import { describe, expect, test } from 'vitest';
import { parseOption } from './query-options.ts';
import { printExpression } from './testing/print/expression.ts';
import { withoutPositions } from './testing/without-positions.ts';

const tree = (text: string) => withoutPositions(parseOption('filter', text));

describe('Precedence of operators', () => {
  test.each([
    ['a or b and c', 'a or (b and c)'],
    ['not a eq b', '(not a) eq b'],
    ['not a and b', '(not a) and b'],
    ['not a in (1)', 'not (a in (1))'],
    ["not a has Shop.Colour'Red'", "not (a has Shop.Colour'Red')"],
    ['- a mul b', '(- a) mul b'],
    ['a sub b sub c', '(a sub b) sub c'],
    ['a add b mul c eq d', '(a add (b mul c)) eq d'],
    ['a div b mod c divby d', '((a div b) mod c) divby d'],
    ['a eq b gt c', 'a eq (b gt c)'],
    ['a gt b eq c gt d', '(a gt b) eq (c gt d)'],
    ['a eq b eq c', '(a eq b) eq c'],
    ['a add 1 in (2,3)', 'a add (1 in (2,3))'],
    ["a in ('x') eq true", "(a in ('x')) eq true"],
  ])('%s means %s', (text, meaning) => {
    expect(tree(text)).toEqual(tree(meaning));
  });

  test('and is a list; parentheses make a list of their own', () => {
    expect(tree('a and b and c')).toMatchObject({ operator: 'and', operands: { length: 3 } });
    expect(tree('(a and b) and c')).toMatchObject({ operator: 'and', operands: { length: 2 } });
  });
});

describe('Words and signs', () => {
  test('operators, functions and constants count in any letter case', () => {
    expect(tree('A EQ NULL AND NOT STARTSWITH(B,TRUE)')).toEqual(
      tree('A eq null and not startswith(B,true)'),
    );
  });

  test('properties may be called like operators and constants', () => {
    expect(printExpression(tree('eq eq eq and not eq true and any ne null/x'))).toBe(
      'eq eq eq and not eq true and any ne null/x',
    );
    expect(tree('not')).toMatchObject({ kind: 'path' });
    expect(tree('date eq date(time)')).toMatchObject({ left: { kind: 'path' }, right: { kind: 'call' } });
  });

  test('a not with its parenthesis at once is the operator, as many clients write it', () => {
    expect(tree('not(a)')).toEqual(tree('not (a)'));
  });

  test.each([
    ['-5', 'integer', '-5'],
    ['+5', 'integer', '5'],
    ['-1.5e-3', 'decimal', '-1.5e-3'],
    ['-INF', 'double', '-INF'],
    ['9999999999999999999999', 'integer', '9999999999999999999999'],
    ['-0044-03-15', 'date', '-0044-03-15'],
    ['2019-11-01T00:00Z', 'dateTimeOffset', '2019-11-01T00:00Z'],
    ['12345678-1234-1234-1234-123456789abc', 'guid', '12345678-1234-1234-1234-123456789abc'],
    ['abcdefab-1234-1234-1234-123456789abc', 'guid', 'abcdefab-1234-1234-1234-123456789abc'],
    ["'O''Neil'", 'string', "O'Neil"],
    ["''", 'string', ''],
    ["duration'PT1H'", 'duration', 'PT1H'],
    ["Shop.Colour'Red,Green'", 'enum', 'Red,Green'],
  ])('%s is a literal', (text, type, value) => {
    expect(tree(text)).toMatchObject({ kind: 'literal', type, value });
  });

  test('between the parts of case a colon parts numbers, where no time can be meant', () => {
    expect(tree('case(a gt 10:20,true:0)')).toEqual(tree('case(a gt 10 : 20,true:0)'));
    expect(tree('case(a gt 10:20:30:1,true:0)')).toMatchObject({
      branches: [{ when: { right: { value: '10:20:30' } } }, {}],
    });
    expect(tree('case(a gt 10:20:x)')).toMatchObject({
      branches: [{ when: { right: { type: 'timeOfDay', value: '10:20' } } }],
    });
  });

  test('what stands in parentheses behind a name is kept for whoever knows the names', () => {
    expect(tree('Parts(5)/Shop.Score(p=@a,q=Name)/x')).toMatchObject({
      segments: [
        { type: 'name', name: 'Parts' },
        { type: 'arguments', items: [{ name: null }] },
        { type: 'name', name: 'Shop.Score' },
        { type: 'arguments', items: [{ name: 'p' }, { name: 'q' }] },
        { type: 'name', name: 'x' },
      ],
    });
  });
});
