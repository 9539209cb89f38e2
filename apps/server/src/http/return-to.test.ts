import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { readReturnTo } from './return-to.ts';

it.each([
  ['/', '/'],
  ['/weekly?from=2026-03-02#monday', '/weekly?from=2026-03-02#monday'],
  [undefined, '/'],
  ['', '/'],
  ['weekly', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['https://evil.example', '/'],
])('%j leads to %s', (text, expected) => {
  expect(readReturnTo(text)).toBe(expected);
});

it('never leads to another site, whatever is given, and reads its own answers as they are', () => {
  const part = constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '\t',
    '\n',
    ' ',
    '%2f',
    'evil.example',
    'https:',
  );
  assert(
    property(
      oneof(
        string(),
        array(part, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
      ),
      (text) => {
        const path = readReturnTo(text);
        expect(new URL(path, 'https://own.example').origin).toBe('https://own.example');
        expect(readReturnTo(path)).toBe(path);
      },
    ),
    { numRuns: 2000 },
  );
});
