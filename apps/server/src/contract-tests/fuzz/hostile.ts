import fc from 'fast-check';
import { raw } from './json.ts';

const hostileTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uD800',
  '\uDFFF x',
  '\uD83D\uDE00',
  '👩‍👩‍👧‍👦'.repeat(50),
  'x'.repeat(4001),
  'é'.repeat(5000),
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '1e400',
  '0x10',
  '٣',
  "'; drop table person; --",
  '%',
  '%00',
  '../../etc/passwd',
  '\u202Eabc',
  '\r\nX: y',
  '{',
  '[]',
  '\\',
  '\\u0000',
  '${x}',
  '\uFEFF',
  '00000000-0000-0000-0000-000000000000',
  '{00000000-0000-0000-0000-000000000000}',
  '2026-02-30',
  '9999-12-31T23:59:59.9999999+14:00',
  '0001-01-01',
  '1900-01-01T00:00:00-14:00',
];

const hostileNumbers = [
  0,
  -0,
  -1,
  1.5,
  1e-7,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  raw('9007199254740993'),
  1e21,
  1e308,
  raw('1e400'),
  raw('-1e400'),
  raw('1E+2'),
  raw('0.1e1'),
];

const nested: unknown = Array.from({ length: 400 }).reduce((inner: unknown) => [{ a: inner }], 1);

/** Deep enough to run out of stack where values are walked through by recursion. */
const bottomless = raw(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);

const withOddNames: unknown = JSON.parse('{"__proto__":null,"constructor":1,"toString":"x"}');

/** Anything JSON can say, with what tends to break servers among it. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 2, arbitrary: fc.constantFrom(...hostileNumbers) },
  fc.constantFrom<unknown>(null, true, false, {}, [], [[]], nested, bottomless, withOddNames),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(
    fc.constantFrom('__proto__', 'constructor', 'length', 'id', 'users', 'toString'),
    fc.constantFrom(1, 'x', null),
    { noNullPrototype: true },
  ),
);
