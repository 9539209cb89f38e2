import { expect, test } from 'vitest';
import { isWholePin, pinDigits } from './pin.ts';

test.each([
  ['123456', '123456'],
  [' 123 456\n', '123456'],
  ['123-456-7', '123456'],
  ['PIN: 12', '12'],
])('%j is read as %s', (typed, pin) => {
  expect(pinDigits(typed)).toBe(pin);
});

test('six digits make a PIN', () => {
  expect([isWholePin('12345'), isWholePin('123456')]).toEqual([false, true]);
});
