import { instant, type Instant, toWallTime } from '@stint/domain';
import { instantsOf, type Place } from '../entry.ts';

/**
 * The place nearest to a wished one, with its length, at which it touches no other: right before or right after one of them. Null
 * where there is none. Others without a time of day are in nobody’s way.
 */
export function freePlace(wished: Place, others: readonly Place[], zone: string): Place | null {
  const [from] = instantsOf(wished, zone);
  const taken = others
    .filter(({ hasClockTime }) => hasClockTime)
    .map((other) => instantsOf(other, zone))
    .sort((a, b) => a[0] - b[0]);
  const length = wished.length * 1000;
  const starts = [from, ...taken.flatMap(([begin, end]) => [begin - length, end])];
  const free = starts.filter((start) =>
    taken.every(([begin, end]) => start + length <= begin || start >= end),
  );
  const [nearest] = free.sort((a, b) => Math.abs(a - from) - Math.abs(b - from) || a - b);
  return nearest === undefined ? null : placeAt(instant(nearest), wished, zone);
}

function placeAt(start: Instant, wished: Place, zone: string): Place {
  return { ...wished, hasClockTime: true, start: toWallTime(start, zone) };
}
