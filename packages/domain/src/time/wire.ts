import type { Instant, WallTime } from '../brands.ts';

/** Milliseconds from 0001-01-01, where .NET begins to count, to 1970-01-01, where we do. */
const DOTNET_EPOCH_MS = 62_135_596_800_000;
const TICKS_PER_MS = 10_000;

/**
 * A wall time as tracking answers write it: exactly seven fraction digits and no zone, because one client's parser takes nothing
 * else (api.md 4).
 */
export function toSevenDigits(wall: WallTime): string {
  const [whole = '', fraction = ''] = wall.split('.');
  return `${whole}.${fraction.padEnd(7, '0')}`;
}

/**
 * An instant as .NET ticks (100 ns since 0001-01-01 UTC), the `timestamp` of a tracking state (api.md 4).
 * Ticks of our days are near 6.4 × 10^17, above 2^53, where doubles lie 128 apart: the count of milliseconds is exact, and the one
 * multiplication rounds it to the nearest double. A millisecond is 10,000 ticks, so the order of instants is kept and no two of
 * them meet; JSON writes the number in full, without an exponent.
 */
export function toTicks(at: Instant): number {
  return (at + DOTNET_EPOCH_MS) * TICKS_PER_MS;
}
