import { expect, test } from 'vitest';
import { formatByPattern } from './number-pattern.ts';

test.each([
  [2.5, '#.##', '2.5'],
  [2, '#.#', '2'],
  [2.5, '0.00', '2.50'],
  [1234, '#,###.00', '1,234.00'],
  [1234567.891, '#,###.##', '1,234,567.89'],
  [0.5, '#.#', '0.5'],
  [-2.345, '#.##', '-2.35'],
  [-0.001, '#.#', '0'],
  [7, '000', '007'],
  [1.6, '', '2'],
  [1.6, 'h', '2'],
])('%d by %s is %s', (value, pattern, text) => {
  expect(formatByPattern(value, pattern)).toBe(text);
});
