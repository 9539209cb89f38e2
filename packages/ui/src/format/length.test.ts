import { expect, test } from 'vitest';
import { formatClock, formatHours, formatLength } from './length.ts';

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [5400, '1:30'],
  [36_000, '10:00'],
  [360_000, '100:00'],
])('%i s is shown as %s', (length, text) => {
  expect(formatLength(length)).toBe(text);
});

test('the running clock shows seconds', () => {
  expect(formatClock(2832)).toBe('0:47:12');
  expect(formatClock(43_200)).toBe('12:00:00');
});

test('hours have no needless zeros', () => {
  expect([formatHours(5400), formatHours(3600), formatHours(29_520)]).toEqual(['1.5 h', '1 h', '8.2 h']);
});
