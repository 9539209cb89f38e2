import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant, type WallTime } from '../brands.ts';
import { toSevenDigits, toTicks } from './wire.ts';

test('tracking dates have seven fraction digits and no zone', () => {
  expect(toSevenDigits('2026-03-08T20:35:50' as WallTime)).toBe('2026-03-08T20:35:50.0000000');
  expect(toSevenDigits('2026-03-08T20:35:50.481' as WallTime)).toBe('2026-03-08T20:35:50.4810000');
});

test('ticks are the double nearest to the exact count', () => {
  expect(toTicks(instant(0))).toBe(621_355_968_000_000_000);
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(9999, 11) }), (at) => {
      expect(toTicks(instant(at))).toBe(Number((BigInt(at) + 62_135_596_800_000n) * 10_000n));
    }),
  );
});

test('a later instant has more ticks, and JSON writes them in full', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2200, 0) }), (at) => {
      expect(toTicks(instant(at + 1))).toBeGreaterThan(toTicks(instant(at)));
      expect(JSON.stringify(toTicks(instant(at)))).toMatch(/^\d{18}$/);
    }),
  );
});
