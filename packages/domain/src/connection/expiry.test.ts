import { expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { expiryOf } from './expiry.ts';

test.each([
  ['2026-12-31', 31, null],
  ['2026-12-30', 30, 30],
  ['2026-12-08', 8, 30],
  ['2026-12-07', 7, 7],
  ['2026-12-02', 2, 7],
  ['2026-12-01', 1, 1],
  ['2026-11-30', 0, 1],
  ['2026-11-29', -1, 0],
])('a token that ends on %s has %i days on 30 November', (expires, days, warning) => {
  expect(expiryOf(expires as WallDate, '2026-11-30' as WallDate)).toEqual({ days, warning });
});
