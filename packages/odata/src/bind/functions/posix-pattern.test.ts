import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ODataError } from '../../error.ts';
import { type ShopDatabase, shopDatabase } from '../../testing/shop-database.ts';
import { posixPattern } from './posix-pattern.ts';

let shop: ShopDatabase;
let client: Client;
beforeAll(async () => {
  shop = await shopDatabase();
  ({ client } = shop);
});
afterAll(() => shop.close());

async function matches(text: string, pattern: string, flags = ''): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select $1::text ~ $2::text as found', [
    text,
    posixPattern(pattern, flags, 0),
  ]);
  return rows[0]?.found ?? false;
}

/** As JavaScript reads it with the flag u, else as it reads it for the sake of old pages. */
function javaScript(pattern: string): RegExp | null {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // The next flags may do.
    }
  }
  return null;
}

function isSloppy(pattern: string): boolean {
  return !(javaScript(pattern)?.unicode ?? false);
}

function translated(pattern: string): string | null {
  try {
    return posixPattern(pattern, '', 0);
  } catch (error) {
    if (error instanceof ODataError) return null;
    throw error;
  }
}

describe('a pattern matches what JavaScript matches', () => {
  test.each([
    ['^A.*e$', 'Alfreds Futterkiste'],
    ['^A.*e$', 'Bolido'],
    ['^\\d{3}-\\d+$', '123-4567'],
    ['^[^\\s,]+$', 'a b'],
    ['[a-z\\d_-]+', 'A-'],
    ['\\bcat\\b', 'a cat sat'],
    ['\\bcat\\b', 'concatenate'],
    ['a\\.b', 'axb'],
    ['a.b', 'a\nb'],
    ['(a|b){2,3}?c', 'abc'],
    ['(?:ab)+$', 'xabab'],
    ['^$', ''],
    ['a||b', 'x'],
    ['\\u0041\\x42\\u{43}', 'ABC'],
    ['\\t', 'a\tb'],
    ['[\\]\\\\]', '\\'],
    ['[.*+?]', '+'],
    ['\\/\\$\\^', '/$^'],
    ['\\W', 'abc'],
    ['\\S', '  '],
    ['\\D', '12'],
    ['ä', 'Ärmel ä'],
    ['[ä-ü]', 'ö'],
    ['🙂+', 'a🙂🙂'],
    ['***', 'x'],
    ['(?i)a', 'A'],
    ['a{2', 'a{2'],
    ['x{0}y', 'y'],
    ['[[:alpha:]]', 'a:]'],
    ['[a&&b]', '&'],
    ['[=a=]', '='],
    ['\\cI', '\t'],
    ['^a$', 'b\na\nc'],
  ])('%s in %j', async (pattern, text) => {
    const found = translated(pattern);
    const expected = javaScript(pattern);
    if (found === null) expect(expected === null || isSloppy(pattern)).toBe(true);
    else expect(await matches(text, pattern)).toBe(expected?.test(text));
  });

  test.each([
    ['^a$', 'm', 'b\na\nc'],
    ['a.b', 's', 'a\nb'],
    ['ABC', 'i', 'xabcx'],
    ['^B.C$', 'ims', 'a\nb\nc'],
  ])('%s with the flags %s in %j', async (pattern, flags, text) => {
    expect(await matches(text, pattern, flags)).toBe(new RegExp(pattern, `${flags}u`).test(text));
  });

  test('whatever the pattern', async () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '\\d',
      '\\w',
      '\\s',
      '[ab]',
      '[^a]',
      '[a-c1]',
      '\\.',
      '-',
      '_',
      '5',
      '\\-',
      '[\\d-]',
    );
    const count = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '*?', '{0,}');
    const piece = fc.tuple(atom, count).map(([one, times]) => one + times);
    const sequence = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const pattern = fc
      .tuple(fc.constantFrom('', '^'), sequence, sequence, count, fc.constantFrom('', '$'))
      .map(([start, one, other, times, end]) => `${start}(${one}|${other})${times}${end}`);
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', '1', '5', '.', '-', '_', ' ', '\n', 'é'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(pattern, text, async (source, subject) => {
        expect(await matches(subject, source)).toBe(javaScript(source)?.test(subject));
      }),
      { numRuns: 300 },
    );
  });
});

describe('refused', () => {
  test.each([
    ['(', 'InvalidQuery'],
    [')', 'InvalidQuery'],
    ['[a', 'InvalidQuery'],
    ['*a', 'InvalidQuery'],
    ['a**', 'InvalidQuery'],
    ['a{3,2}', 'InvalidQuery'],
    ['[b-a]', 'InvalidQuery'],
    ['\\', 'InvalidQuery'],
    ['\\q', 'InvalidQuery'],
    ['a\0', 'InvalidQuery'],
    ['^*', 'InvalidQuery'],
    ['(a)\\1', 'NotImplemented'],
    ['(?=a)', 'NotImplemented'],
    ['(?<n>a)', 'NotImplemented'],
    ['\\p{L}', 'NotImplemented'],
    ['[]', 'NotImplemented'],
    ['[\\D]', 'NotImplemented'],
    ['a{256}', 'TooComplex'],
    ['((a{100}){100}){100}', 'TooComplex'],
    ['(((a{9,10}){9,10}){9,10}){9,10}', 'TooComplex'],
    ['a'.repeat(501), 'TooComplex'],
    ['('.repeat(40) + ')'.repeat(40), 'TooComplex'],
  ])('%s', (pattern, code) => {
    expect(() => posixPattern(pattern, '', 7)).toThrow(expect.objectContaining({ code, position: 7 }));
  });

  test('flags that JavaScript does not have for this', () => {
    expect(() => posixPattern('a', 'g', 0)).toThrow(ODataError);
  });
});

test('no accepted pattern makes PostgreSQL work beyond measure', async () => {
  await client.query(`set statement_timeout to '5s'`);
  const text = 'a'.repeat(5000);
  const hostile = [
    '(a+)+$b',
    '(a|a)*b',
    '(a|aa)+$b',
    '(.*)(.*)(.*)(.*)(.*)x',
    '(a?){200}b',
    '((a{1,5}){1,5}){1,5}b',
    '(([ab]*a){20})c',
    '(x+x+)+y',
    `${'(a?|b)'.repeat(80)}c`,
  ];
  for (const pattern of hostile) expect(await matches(text, pattern)).toBe(false);
});
