import { describe, expect, it } from 'vitest';
import { primitive, type Typed } from '../../bind/typed.ts';
import { raw, render } from '../../sql/fragment.ts';
import { afterCondition, orderClause, type OrderTerm } from './order.ts';

function term(name: string, sign: '' | 'desc' = '', nullable = false): OrderTerm {
  const value: Typed = {
    type: primitive(name === 'id' ? 'Edm.Int64' : 'Edm.String'),
    nullable,
    storage: 'timestamptz',
    sql: raw(name),
    rows: new Set(['t']),
    literal: null,
    position: 0,
  };
  return { value, descending: sign === 'desc' };
}

const after = (terms: readonly OrderTerm[], ...last: (string | null)[]) =>
  render(afterCondition(terms, last)).text;

describe('rows after the last one', () => {
  it('are one range of an index where all terms go one way and none is null', () => {
    expect(after([term('id')], '7')).toBe('id > $1::bigint');
    expect(after([term('a'), term('id')], 'x', '7')).toBe('(a, id) > ($1::text, $2::bigint)');
    expect(after([term('a', 'desc'), term('id', 'desc')], 'x', '7')).toBe('(a, id) < ($1::text, $2::bigint)');
  });

  it('begin where the first term does, when the terms go different ways', () => {
    expect(after([term('a', 'desc'), term('id')], 'x', '7')).toBe(
      'a <= $1::text and (a < $1::text or a = $1::text and (id > $2::bigint))',
    );
  });

  it('count null as lowest', () => {
    expect(after([term('a', '', true), term('id')], 'x', '7')).toBe(
      'a >= $1::text and (a > $1::text or a = $1::text and (id > $2::bigint))',
    );
    expect(after([term('a', '', true), term('id')], null, '7')).toBe(
      'a is not null or a is null and (id > $1::bigint)',
    );
    expect(after([term('a', 'desc', true), term('id')], 'x', '7')).toBe(
      '(a < $1::text or a is null or a = $1::text and (id > $2::bigint))',
    );
    expect(after([term('a', 'desc', true), term('id')], null, '7')).toBe('a is null and (id > $1::bigint)');
  });
});

it('orders with NULLS FIRST and LAST only where there may be nulls', () => {
  const terms = [term('a'), term('b', 'desc'), term('c', '', true), term('d', 'desc', true)];
  expect(render(orderClause(terms)).text).toBe(' order by a, b desc, c nulls first, d desc nulls last');
  expect(render(orderClause([])).text).toBe('');
});

it.each(['0', '(0)', '((7))'])(
  'takes a constant that stands for a column for no place of a column: %s',
  (text) => {
    expect(
      render(orderClause([{ ...term('id'), value: { ...term('id').value, sql: raw(text) } }])).text,
    ).toBe(` order by (${text})::bigint`);
  },
);
