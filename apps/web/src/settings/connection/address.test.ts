import { expect, test } from 'vitest';
import { isAddress, seemsWrong } from './address.ts';

test.each([
  ['https://dev.azure.com/contoso', true],
  [' http://tfs:8080/tfs/Main ', true],
  ['dev.azure.com/contoso', false],
  ['ftp://dev.azure.com', false],
  ['https://', false],
  ['', false],
])('%j can be an address: %s', (text, can) => {
  expect(isAddress(text)).toBe(can);
});

test('nobody is told of a fault while an address is only begun', () => {
  expect(['', 'h', 'https:', 'http://', 'https://d'].map(seemsWrong)).toEqual(Array(5).fill(false));
  expect(['contoso', 'httpx', 'https://a b'].map(seemsWrong)).toEqual([true, true, true]);
});
