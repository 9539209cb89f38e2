import { expect, test } from 'vitest';
import { retryDelay } from './back-off.ts';

test('the pauses grow from five seconds to ten hours, and then the delivery is given up', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(retryDelay);
  expect(pauses).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 36_000, null, null]);
});
