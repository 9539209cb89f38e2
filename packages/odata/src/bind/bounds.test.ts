import { describe, expect, test } from 'vitest';
import { valueSql } from './testing/bound.ts';

/** An expression within itself, so many times. */
function nested(times: number, start: string, wrap: (inner: string) => string): string {
  return Array.from({ length: times }).reduce<string>((inner) => wrap(inner), start);
}

describe('the SQL grows with the expression, not beyond', () => {
  test.each<readonly [string, string, (inner: string) => string]>([
    ['comparison', 'IsVegan', (inner) => `(${inner} eq IsVegan)`],
    ['order', 'IsVegan', (inner) => `(${inner} lt IsVegan)`],
    ['negation', 'IsVegan', (inner) => `not (${inner})`],
    ['division', 'Weight', (inner) => `(${inner} div Weight)`],
    ['remainder', 'Weight', (inner) => `(${inner} mod Weight)`],
    ['in', 'IsVegan', (inner) => `((${inner}) in (true,null))`],
    ['in with names', 'IsVegan', (inner) => `((${inner}) in [IsVegan,null])`],
    ['round', 'Weight', (inner) => `round(${inner})`],
    ['substring', 'Name', (inner) => `substring(${inner},length(Name) sub 1,Id)`],
    ['endswith', 'IsVegan', (inner) => `endswith(cast(${inner},Edm.String),'e')`],
    ['cast', 'Name', (inner) => `cast(cast(${inner},Edm.Double),Edm.String)`],
    ['cast of dates', 'Name', (inner) => `cast(cast(${inner},Edm.DateTimeOffset),Edm.String)`],
    ['case', 'Id', (inner) => `case(IsActive:${inner},true:Id)`],
    ['floating equality', 'Weight', (inner) => `case((${inner}) eq Rating:Weight)`],
  ])('%s', (_, start, wrap) => {
    const length = (times: number) => valueSql(nested(times, start, wrap)).text.length;
    expect(length(24) - length(12)).toBeLessThanOrEqual((length(12) - length(0)) * 1.1);
  });
});

describe('aliases', () => {
  test('that stand in each other twice are not followed without end', () => {
    const aliases = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`@a${index}`, `@a${index + 1} add @a${index + 1}`]),
    );
    const error = expect.objectContaining({ code: 'TooComplex' });
    expect(() => valueSql('@a0 eq 1', 'Products', aliases)).toThrow(error);
  });
});
