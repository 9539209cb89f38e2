import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  identifier,
  join,
  nothing,
  parameter,
  raw,
  render,
  type Sql,
  sql,
  textConstant,
} from './fragment.ts';
import { asOperand } from './operand.ts';

describe('a fragment', () => {
  test('is text with numbered parameters in their order', () => {
    const fragment = sql`select ${parameter(5, 'integer')}, ${join([parameter('a', 'text'), raw('now()')])}${nothing}`;
    expect(render(fragment)).toEqual({ text: 'select $1::integer, $2::text, now()', values: [5, 'a'] });
  });

  test('sends a parameter once that stands twice', () => {
    const word = parameter('x', 'text');
    expect(render(sql`${word} || ${word} || ${parameter('x', 'text')}`)).toEqual({
      text: '$1::text || $1::text || $2::text',
      values: ['x', 'x'],
    });
  });

  test('of the same pieces has the same text', () => {
    const make = () => sql`a = ${parameter(1, 'integer')} and ${identifier('Order')}`;
    expect(render(make()).text).toBe(render(make()).text);
  });

  test('may be nested deeply and be very long', () => {
    let fragment: Sql = parameter(0, 'integer');
    for (let depth = 0; depth < 20_000; depth += 1) fragment = sql`(${fragment})`;
    expect(render(fragment).text).toHaveLength(20_000 * 2 + '$1::integer'.length);
    const many = join(Array.from({ length: 20_000 }, (_, index) => parameter(index, 'integer')));
    expect(render(many).values).toHaveLength(20_000);
  });

  test('has no more parameters than PostgreSQL counts', () => {
    const many = Array.from({ length: 65_536 }, (_, index) => parameter(index, 'integer'));
    expect(render(join(many.slice(1))).values).toHaveLength(65_535);
    expect(() => render(join(many))).toThrow(expect.objectContaining({ code: 'TooComplex' }));
  });
});

describe('names and constants', () => {
  test('a name is quoted where PostgreSQL needs it', () => {
    expect(render(identifier('user_id')).text).toBe('user_id');
    expect(render(identifier('Name')).text).toBe('"Name"');
    expect(render(identifier('a"; drop')).text).toBe('"a""; drop"');
  });

  test('a constant ends where it should, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const constant = render(textConstant(text)).text;
        expect(constant.slice(1, -1).replaceAll("''", '')).not.toContain("'");
      }),
    );
  });
});

describe('an operand', () => {
  test.each([
    [sql`t.name`, 't.name'],
    [sql`${identifier('t')}.${identifier('Odd name')}`, 't."Odd name"'],
    [parameter(1, 'integer'), '$1::integer'],
    [sql`a + b`, '(a + b)'],
    [sql`a - ${parameter(1, 'integer')}`, '(a - $1::integer)'],
    [sql`f(a)`, '(f(a))'],
    [sql`(a) or (b)`, '((a) or (b))'],
  ])('is in parentheses unless it is one name or parameter: %#', (fragment, text) => {
    expect(render(asOperand(fragment)).text).toBe(text);
  });
});
