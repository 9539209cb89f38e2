import { expect, test } from 'vitest';
import { readConnectionData } from './connection-data.ts';

test.each([
  [null, []],
  ['', []],
  ['null', []],
  ['[]', []],
  ['[{"name":"chat"},{"Name":"status"}]', ['chat', 'status']],
  ['[{"name":""}]', undefined],
  ['[{"name":7}]', undefined],
  ['[null]', undefined],
  ['{}', undefined],
  ['[', undefined],
])('%s names %j', (text, names) => {
  expect(readConnectionData(text)).toEqual(names);
});

test('a list without measure is refused', () => {
  expect(readConnectionData(JSON.stringify(Array.from({ length: 101 }, (_, n) => ({ name: `h${n}` }))))).toBe(
    undefined,
  );
});
