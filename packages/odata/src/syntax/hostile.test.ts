import { describe, expect, test } from 'vitest';
import { ODataError } from '../error.ts';
import type { NestedOption } from './nested-options.ts';
import { parseOption } from './query-options.ts';

function faultOf(name: NestedOption, text: string): ODataError {
  try {
    parseOption(name, text);
  } catch (error) {
    if (error instanceof ODataError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

const LONG = 199_000;
const filled = (text: string) => text.repeat(Math.floor(LONG / text.length));

describe('Text that nobody wrote in earnest', () => {
  test.each<[NestedOption, string, string]>([
    ['filter', 'parentheses', filled('(')],
    ['filter', 'not', `${filled('not ')}true`],
    ['filter', 'minus signs', `${filled('- ')}1`],
    ['filter', 'calls', filled('concat(a,')],
    ['filter', 'arrays', filled('[')],
    ['filter', 'objects', filled('{"a":')],
    ['filter', 'lambdas', filled('a/any(x:')],
    ['filter', 'cases', filled('case(a:')],
    ['filter', 'casts', filled('cast(')],
    ['filter', 'sums in a row', `a${filled(' add a')}`],
    ['filter', 'comparisons in a row', `a${filled(' eq a')}`],
    ['filter', 'members in a row', `a${filled('/a')}`],
    ['filter', 'values of in', `a in (1${filled(',1')})`],
    ['search', 'groups', filled('(')],
    ['search', 'NOT', `${filled('NOT ')}a`],
    ['apply', 'steps', `identity${filled('/identity')}`],
    ['apply', 'nested concat', filled('concat(')],
    ['apply', 'nested groups', filled('groupby((a),')],
    ['expand', 'expansions', filled('a($expand=')],
    ['select', 'selections', filled('a($select=')],
  ])('%s with very many %s is refused as too much', (name, _what, text) => {
    expect(faultOf(name, text).code).toBe('TooComplex');
  });

  test.each<[NestedOption, string]>([
    ['filter', `a eq '${filled("''")}`],
    ['filter', filled('"')],
    ['filter', filled("'a' ")],
    ['filter', `"${filled('\\"')}`],
    ['filter', filled('1')],
    ['filter', `${filled('1')}a`],
    ['filter', filled('a')],
    ['filter', filled('ä')],
    ['filter', filled('a.')],
    ['filter', filled('😀')],
    ['filter', filled('12345678-')],
    ['filter', filled('2019-01-01T')],
    ['filter', `duration'P${filled('1')}'`],
    ['filter', `binary'${filled('A')}!'`],
    ['filter', `geography'SRID=0;Point(${filled('1 ')}x)'`],
    ['filter', `Shop.Colour'${filled('A,')}'`],
    ['filter', `case(${filled('a eq 10:20,')}`],
    ['filter', filled(' ')],
    ['search', filled('"')],
    ['search', `"${filled('\\')}`],
    ['orderby', filled('a desc')],
  ])('%s of 200 KB without sense is refused with its position', (name, text) => {
    const fault = faultOf(name, text);
    expect(fault.code).toMatch(/SyntaxError|TooComplex/);
    expect(fault.position).toBeTypeOf('number');
    expect(fault.message.length).toBeLessThan(500);
  });

  test('beyond 200,000 characters nothing is read', () => {
    expect(faultOf('filter', ' '.repeat(200_001)).code).toBe('TooComplex');
  });

  test('thousands of conditions and values are no such thing', () => {
    const conditions = parseOption(
      'filter',
      Array.from({ length: 9000 }, (_, index) => `Id eq ${index}`).join(' or '),
    );
    expect(conditions).toMatchObject({ kind: 'logical', operands: { length: 9000 } });
    const values = parseOption(
      'filter',
      `Id in (${Array.from({ length: 10_000 }, (_, index) => index).join(',')})`,
    );
    expect(values).toMatchObject({ right: { kind: 'list', items: { length: 10_000 } } });
  });

  test('names of properties of objects are names like others', () => {
    expect(parseOption('filter', '{"__proto__":1}')).toMatchObject({ members: [{ name: '__proto__' }] });
    expect(parseOption('filter', 'constructor eq toString')).toMatchObject({ operator: 'eq' });
    expect(faultOf('expand', 'A(constructor=1)').code).toBe('SyntaxError');
  });
});
