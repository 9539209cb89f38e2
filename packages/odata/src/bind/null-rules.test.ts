import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ShopDatabase, shopDatabase } from '../testing/shop-database.ts';
import { type Answer, evaluate } from './testing/table.ts';

let shop: ShopDatabase;
let client: Client;
beforeAll(async () => {
  shop = await shopDatabase();
  ({ client } = shop);
});
afterAll(() => shop.close());

type Truth = boolean | null;
type Number = number | null;

/** The tables of OData URL Conventions 4.01, 5.1.1.1, written by hand. */
const comparisons: Readonly<Record<string, (left: Number, right: Number) => boolean>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left !== null && right !== null && left > right,
  ge: (left, right) => left !== null && right !== null && left >= right,
  lt: (left, right) => left !== null && right !== null && left < right,
  le: (left, right) => left !== null && right !== null && left <= right,
};

const NUMBERS = [null, 1, 2] as const;
const pairs = NUMBERS.flatMap((left) => NUMBERS.map((right) => [left, right] as const));
const text = (value: Number | Truth) => (value === null ? null : String(value));

/** As a value, as a condition, and both of its negation. */
async function expectTruth(
  expression: string,
  columns: Parameters<typeof evaluate>[1],
  rows: readonly (readonly (Number | Truth)[])[],
  expected: readonly Truth[],
): Promise<void> {
  const cells = rows.map((row) => row.map(text));
  const opposite = (value: Truth) => (value === null ? null : !value);
  const answers = (values: readonly Truth[]): Answer[] =>
    values.map((value) => ({ value, holds: value === true }));
  expect(await evaluate(client, columns, cells, expression)).toEqual(answers(expected));
  expect(await evaluate(client, columns, cells, `not (${expression})`)).toEqual(
    answers(expected.map(opposite)),
  );
  const twice = `not (not (${expression}))`;
  expect(await evaluate(client, columns, cells, twice)).toEqual(answers(expected));
}

describe.each(Object.entries(comparisons))('%s', (operator, rule) => {
  const types = ['Edm.Int32?', 'Edm.Int64?', 'Edm.Decimal?', 'Edm.Double?', 'Edm.Single?'] as const;

  test.each(types)('of two nullable columns, %s and Edm.Int32', async (type) => {
    const expected = pairs.map(([left, right]) => rule(left, right));
    await expectTruth(`A ${operator} B`, { A: type, B: 'Edm.Int32?' }, pairs, expected);
    await expectTruth(`A ${operator} B`, { A: type, B: type }, pairs, expected);
  });

  test('of a nullable column and one that is never null', async () => {
    const known = pairs.filter(([, right]) => right !== null);
    const expected = known.map(([left, right]) => rule(left, right));
    await expectTruth(`A ${operator} B`, { A: 'Edm.Int32?', B: 'Edm.Int32' }, known, expected);
    const turned = known.map(([left, right]) => rule(right, left));
    await expectTruth(`B ${operator} A`, { A: 'Edm.Int32?', B: 'Edm.Int32' }, known, turned);
  });

  test.each(NUMBERS)('of a nullable column and the literal %s', async (literal) => {
    const rows = NUMBERS.map((value) => [value]);
    const columns = { A: 'Edm.Int32?' } as const;
    await expectTruth(
      `A ${operator} ${literal}`,
      columns,
      rows,
      NUMBERS.map((value) => rule(value, literal)),
    );
    await expectTruth(
      `${literal} ${operator} A`,
      columns,
      rows,
      NUMBERS.map((value) => rule(literal, value)),
    );
  });

  test('of two literals', async () => {
    for (const [left, right] of pairs) {
      await expectTruth(`${left} ${operator} ${right}`, { A: 'Edm.Int32' }, [[1]], [rule(left, right)]);
    }
  });

  test('of booleans: true is greater than false', async () => {
    const truths = [null, false, true];
    const rows = truths.flatMap((left) => truths.map((right) => [left, right] as const));
    const rank = (value: Truth) => (value === null ? null : Number(value));
    const expected = rows.map(([left, right]) => rule(rank(left), rank(right)));
    await expectTruth(`A ${operator} B`, { A: 'Edm.Boolean?', B: 'Edm.Boolean?' }, rows, expected);
  });

  test('within and, or and another comparison', async () => {
    const columns = { A: 'Edm.Int32?', B: 'Edm.Int32?' } as const;
    const expected = pairs.map(([left, right]) => rule(left, right));
    await expectTruth(`(A ${operator} B) eq true`, columns, pairs, expected);
    await expectTruth(`A ${operator} B and true`, columns, pairs, expected);
    await expectTruth(`A ${operator} B or false`, columns, pairs, expected);
    await expectTruth(`case(A ${operator} B:true,true:false)`, columns, pairs, expected);
  });
});

describe('and, or', () => {
  const truths: readonly Truth[] = [null, false, true];
  const rows = truths.flatMap((left) => truths.map((right) => [left, right] as const));
  const and = (left: Truth, right: Truth): Truth => {
    if (left === false || right === false) return false;
    return left === null || right === null ? null : true;
  };
  const or = (left: Truth, right: Truth): Truth => {
    if (left === true || right === true) return true;
    return left === null || right === null ? null : false;
  };
  const columns = { P: 'Edm.Boolean?', Q: 'Edm.Boolean?' } as const;

  test('of columns are three-valued', async () => {
    await expectTruth(
      'P and Q',
      columns,
      rows,
      rows.map(([left, right]) => and(left, right)),
    );
    await expectTruth(
      'P or Q',
      columns,
      rows,
      rows.map(([left, right]) => or(left, right)),
    );
  });

  test.each(truths)('with the literal %s', async (literal) => {
    const each = truths.map((value) => [value]);
    await expectTruth(
      `P and ${literal}`,
      { P: 'Edm.Boolean?' },
      each,
      truths.map((value) => and(value, literal)),
    );
    await expectTruth(
      `${literal} or P`,
      { P: 'Edm.Boolean?' },
      each,
      truths.map((value) => or(value, literal)),
    );
  });

  test('not of null is null', async () => {
    await expectTruth(
      'P',
      { P: 'Edm.Boolean?' },
      truths.map((value) => [value]),
      truths,
    );
    await expectTruth('null', { P: 'Edm.Boolean?' }, [[null]], [null]);
  });

  test('and binds tighter than or, not tighter than both', async () => {
    const expected = rows.map(([left, right]) => or(left, and(right, left === null ? null : !left)));
    await expectTruth('P or Q and not P', columns, rows, expected);
  });
});

describe('in', () => {
  const rows = NUMBERS.map((value) => [value]);
  test.each([
    ['A in (1,3)', [false, true, false]],
    ['A in (1,null)', [true, true, false]],
    ['A in (null)', [true, false, false]],
    ['A in ()', [false, false, false]],
    ['A in [1,A]', [true, true, true]],
    ['A in [2,null]', [true, false, true]],
    ['1 in [A,5]', [false, true, false]],
    ['null in [A,5]', [true, false, false]],
    ['null in (1,null)', [true, true, true]],
    ['null in (1)', [false, false, false]],
  ])('%s of null, 1 and 2', async (expression, expected) => {
    await expectTruth(expression, { A: 'Edm.Int32?' }, rows, expected);
  });
});

describe('with null', () => {
  test.each([
    'A add 1',
    '1 sub A',
    'A mul A',
    'A div 1',
    'A divby 1',
    'A mod 1',
    '-A',
    'null add 1',
    'null div null',
    'round(A)',
    "concat(null,'x')",
    'length(null)',
    "contains('x',null)",
    'year(null)',
    'cast(null,Edm.Int32)',
    'cast(A,Edm.String)',
    'case(A gt 1:5)',
    'case(null:5)',
    'substring(null,1)',
    "matchesPattern(null,'a')",
    "null add duration'PT1H'",
    'totalseconds(null)',
  ])('%s is null', async (expression) => {
    const [answer] = await evaluate(client, { A: 'Edm.Int32?' }, [[null]], expression);
    expect(answer?.value).toBeNull();
  });
});
