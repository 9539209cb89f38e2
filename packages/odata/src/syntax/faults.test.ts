import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ODataError } from '../error.ts';
import type { NestedOption } from './nested-options.ts';
import { parseOption } from './query-options.ts';
import { mutatedOption } from './testing/mutate.ts';

describe('A fault says where it is and what was expected', () => {
  test.each<[NestedOption, string, number, string]>([
    ['filter', 'Price gt', 8, 'Expected a property or a value at position 8, but found the end.'],
    ['filter', 'Price gt 5)', 10, 'Expected the end at position 10, but found ")".'],
    ['filter', '(Price gt 5', 11, 'Expected ")" at position 11, but found the end.'],
    [
      'filter',
      "Name eq 'a",
      8,
      'The text that begins with a quote has no closing quote; it begins at position 8.',
    ],
    ['filter', 'Name eq "a"', 8, 'Expected a text in single quotes at position 8'],
    ['filter', 'lenght(Name) gt 5', 0, 'did you mean length?'],
    ['filter', 'startswith(Name)', 0, 'startswith takes 2 arguments, but is given 1, at position 0.'],
    ['filter', 'Price gt 5abc', 10, 'Expected a number, date, time or GUID at position 9'],
    ['filter', 'Sold gt 2019-01-01T10:00', 24, 'Expected an offset such as Z or +02:00'],
    ['filter', 'Name % 5', 5, '"%" is not expected at position 5.'],
    ['filter', "d eq duration'1D'", 5, "Expected a duration such as duration'P1DT2H30M' at position 5."],
    [
      'filter',
      "d gt datetime'2026-11-01T00:00:00'",
      5,
      'Expected the value without datetime and quotes, such',
    ],
    ['filter', "i eq guid'3f2504e0-4f89-11d3-9a0c-0305e82c3301'", 5, 'such as 3f2504e0-4f89-11d3-9a0c'],
    ['filter', "c eq Colour'3f2504e0-4f89'", 5, 'Expected members of Colour, as names or numbers'],
    ['filter', 'any(x:x)', 0, 'Expected a collection and a slash before "any" at position 0'],
    ['orderby', 'Name down', 5, 'Expected the end at position 5, but found "down".'],
    [
      'compute',
      'Price mul 2',
      11,
      'Expected "as" and a name for the result at position 11, but found the end.',
    ],
    ['top', '-1', 0, 'Expected a whole number, zero or more at position 0, but found "-".'],
    ['count', 'yes', 0, 'Expected true or false at position 0, but found "yes".'],
    ['expand', 'Parts($bla=1)', 7, 'Expected an option (here $filter'],
    ['expand', 'Parts($top=1;top=2)', 13, '$top stands twice'],
    ['expand', 'Parts/$count($top=1)', 14, 'Expected an option (here $filter, $search)'],
    ['apply', 'sum(Price)', 0, 'Expected a transformation (aggregate, groupby, filter'],
    [
      'apply',
      'aggregate(Price with sum)',
      24,
      'Expected "as" and a name for the result at position 24, but found ")".',
    ],
    ['apply', 'aggregate(Price with total as T)', 21, 'Expected sum, min, max, average, countdistinct'],
    ['apply', 'concat(identity)', 15, 'Expected a comma and another sequence within concat at position 15'],
    ['search', 'a AND (b', 8, 'Expected ")" at position 8.'],
    ['search', '"a', 0, 'Expected a phrase between two double quotes at position 0.'],
  ])('%s %s: position %i', (name, text, position, message) => {
    expect(() => parseOption(name, text)).toThrow(
      expect.objectContaining({ position, message: expect.stringContaining(message) }),
    );
  });

  test('whatever the mistake', () => {
    fc.assert(
      fc.property(mutatedOption, ({ name, text }) => {
        try {
          parseOption(name as NestedOption, text);
        } catch (error) {
          if (!(error instanceof ODataError)) throw error;
          expect(error.position).toBeGreaterThanOrEqual(0);
          expect(error.position).toBeLessThanOrEqual(text.length);
          expect(error.message).toMatch(/at position \d+|stands twice/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
