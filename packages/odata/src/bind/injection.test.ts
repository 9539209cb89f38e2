import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ODataError } from '../error.ts';
import { render, sql, textConstant } from '../sql/fragment.ts';
import { type ShopDatabase, shopDatabase } from '../testing/shop-database.ts';
import { keysWhere, valueIn, valueSql } from './testing/bound.ts';

let shop: ShopDatabase;
beforeAll(async () => {
  shop = await shopDatabase();
});
afterAll(() => shop.close());

const HOSTILE = [
  "'",
  "''",
  "' or true --",
  '\\',
  "\\'",
  '$1',
  '$$',
  '$1::text',
  '--',
  '/*',
  '*/',
  ';',
  '; drop table shop.product; --',
  '%',
  '_',
  '{}',
  '{"a"}',
  'NULL',
  '\u2028',
  '\n',
  '\t',
  '"',
  '`',
  '\\x00',
  "E'\\047'",
  '\ud800',
  '💥',
  "');",
];
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

describe('texts', () => {
  test.each(HOSTILE)('%j comes back as it is, wherever it stands', async (text) => {
    const literal = quoted(text);
    // A half of a surrogate pair is no character and cannot be stored.
    const expected = text.isWellFormed() ? text : '\ufffd';
    expect(await valueIn(shop.client, literal)).toBe(expected);
    expect(await valueIn(shop.client, `concat(${literal},'')`)).toBe(expected);
    expect(await valueIn(shop.client, `contains(concat('a',${literal}),${literal})`)).toBe(true);
    expect(
      await valueIn(shop.client, `startswith(${literal},${literal}) and endswith(${literal},${literal})`),
    ).toBe(true);
    expect(await valueIn(shop.client, `${literal} in (${literal},'x')`)).toBe(true);
    expect(await valueIn(shop.client, `${literal} in [${literal},null]`)).toBe(true);
    expect(await valueIn(shop.client, `case(true:${literal})`)).toBe(expected);
    expect(await valueIn(shop.client, '@a', { '@a': literal })).toBe(expected);
    expect(await keysWhere(shop.client, `Name eq ${literal}`)).toEqual([]);
    for (const type of [
      'Int32',
      'Date',
      'Guid',
      'Duration',
      'DateTimeOffset',
      'Boolean',
      'Double',
      'TimeOfDay',
    ]) {
      expect(await valueIn(shop.client, `cast(${literal},Edm.${type})`)).toBeNull();
    }
  });

  test('no text of a request is in the SQL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.includes('\0'));
        const marked = `<<${text}>>`;
        const rendered = valueSql(
          `concat(${quoted(marked)},Name) in (${quoted(marked)},'b') or contains(Name,${quoted(marked)})`,
        );
        expect(rendered.text).not.toContain('<<');
        expect(rendered.values).toContainEqual(marked);
      }),
    );
  });

  test('the character 0 is refused before PostgreSQL sees it', () => {
    expect(() => valueSql(quoted('a\0b'))).toThrow(ODataError);
    expect(() => valueSql(`Name in (${quoted('\0')})`)).toThrow(ODataError);
    expect(() => valueSql(`matchespattern(Name,${quoted('\0')})`)).toThrow(ODataError);
  });

  test('names of results are constants that hold any text', async () => {
    for (const text of HOSTILE.filter((each) => each.isWellFormed())) {
      const { text: query, values } = render(sql`select ${textConstant(text)} as value`);
      expect(values).toEqual([]);
      const { rows } = await shop.client.query<{ value: string }>(query);
      expect(rows[0]?.value).toBe(text);
    }
  });
});

describe('names', () => {
  test.each([
    'Name"',
    "Name'",
    'name;--',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'pg_sleep',
  ])('%s is no member', (name) => {
    expect(() => valueSql(`${name} eq 1`)).toThrow(ODataError);
  });

  test.each(['__proto__', 'constructor', 'pg_sleep', 'version'])('%s is no function', (name) => {
    expect(() => valueSql(`${name}(1)`)).toThrow(ODataError);
  });

  test('an alias may have any name', async () => {
    expect(await valueIn(shop.client, '@__proto__')).toBeNull();
    expect(await valueIn(shop.client, '@constructor')).toBeNull();
  });

  test('members of enumerations are looked up, not spliced in', () => {
    expect(() => valueSql("Colour eq 'Red''; drop'")).toThrow(ODataError);
    expect(() => valueSql("Colour eq 'constructor'")).toThrow(ODataError);
  });
});
