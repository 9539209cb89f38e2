import { expect, test } from 'vitest';
import { sizeText } from './size-text.ts';

const number = (value: number, digits = 0) => value.toFixed(digits);

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KB'],
  [3_240_000, '3.2 MB'],
  [5e12, '5000.0 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes, { number })).toBe(text);
});
