import { describe, expect, test } from 'vitest';
import { parseOption } from './query-options.ts';
import { printSearch } from './testing/print/search.ts';

const read = (text: string) => printSearch(parseOption('search', text));

describe('$search', () => {
  test.each([
    ['blue green', 'blue AND green'],
    ['a b OR c d', 'a AND b OR c AND d'],
    ['a OR b AND NOT c', 'a OR b AND NOT c'],
    ['NOT (a b)', 'NOT (a AND b)'],
    ['(a OR b) c', '(a OR b) AND c'],
    ['NOT NOT', 'NOT "NOT"'],
    ['AND OR', '"AND" AND "OR"'],
    ['AND OR NOT', '"AND" OR "NOT"'],
    ['OR', '"OR"'],
    ['and or not', 'and AND or AND not'],
    ["Daniel's", '"Daniel\'s"'],
    ['"two \\"words\\""', '"two \\"words\\""'],
    ["'a AND (b'", '"a AND (b"'],
    ['9,81 c# a;b', '"9,81" AND "c#" AND "a;b"'],
  ])('%s is read as %s', (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });

  test('within other options a semicolon or a parenthesis ends it', () => {
    expect(parseOption('expand', 'Parts($search=a b;$top=1)')).toMatchObject([
      { options: { search: { kind: 'and' }, top: 1 } },
    ]);
    expect(parseOption('apply', 'search(a OR b)/top(1)')).toMatchObject([
      { search: { kind: 'or' } },
      { kind: 'top' },
    ]);
  });
});
