import { describe, expect, test } from 'vitest';
import { raw, render } from '../sql/fragment.ts';
import { bindExpression } from './expression.ts';
import { resultShape } from './result-shape.ts';
import { scopeOf } from './scope.ts';
import { parse, placeIn } from './testing/bound.ts';
import { made, primitive } from './typed.ts';

function column(path: string, text: string) {
  return { path: path.split('/'), value: made(primitive('Edm.Int32'), raw(text), [], 0) };
}

describe('the shape of results', () => {
  const shape = resultShape([
    column('Total', 's.a'),
    column('Supplier/Name', 's.b'),
    column('Supplier/Country', 's.c'),
  ]);
  const textOf = (expression: string, of = shape) =>
    render(bindExpression(parse(expression), scopeOf(of)).sql).text;

  test('names mean columns, paths nested ones, in any letter case', () => {
    expect(textOf('Total')).toBe('s.a');
    expect(textOf('Supplier/Name')).toBe('s.b');
    expect(textOf('supplier/COUNTRY')).toBe('s.c');
    expect(textOf('$it/Total add Supplier/Name')).toBe('(s.a::bigint + s.b::bigint)');
    expect(shape.names()).toEqual(['Total', 'Supplier']);
  });

  test('what is no longer there is unknown', () => {
    expect(() => textOf('Price')).toThrow('Unknown property "Price"');
    expect(() => textOf('Supplier/FoundedOn')).toThrow('Unknown property "FoundedOn"');
  });

  test('over a base, new names come first and the others stay', () => {
    const base = placeIn('Products').scope.shape;
    const computed = resultShape([column('Total', 's.a'), column('Supplier/Score', 's.b')], base);
    expect(textOf('Total', computed)).toBe('s.a');
    expect(textOf('Name', computed)).toBe('t.name');
    expect(textOf('Supplier/Score', computed)).toBe('s.b');
    expect(textOf('Supplier/Name', computed)).toBe('j1.name');
  });

  test('a name may be any', () => {
    const odd = resultShape([column('__proto__', 's.a'), column('constructor/toString', 's.b')]);
    expect(textOf('__proto__', odd)).toBe('s.a');
    expect(textOf('constructor/toString', odd)).toBe('s.b');
    expect(() => textOf('valueOf', odd)).toThrow('Unknown property');
  });
});
