import { useEffect, useRef } from 'react';
import type { LineRange } from '../data/use-rows.ts';
import { fetchedRange, isDragging } from './fetched-range.ts';
import { useThrottled } from './use-throttled.ts';

const PAUSE_MILLISECONDS = 90;
const SETTLED_MILLISECONDS = 100;

/** Tells which lines to fetch for those that are seen: while one scrolls in steps, while one drags when that ends. */
export function useFetchedRange(first: number, last: number, onRange: (range: LineRange) => void): void {
  const before = useRef(0);
  const range = useThrottled(`${first} ${last}`, PAUSE_MILLISECONDS);
  useEffect(() => {
    const [from = 0, to = 0] = range.split(' ').map(Number);
    const moved = from - before.current;
    before.current = from;
    if (!isDragging(moved)) return onRange(fetchedRange({ from, to }, moved));
    const timer = setTimeout(() => onRange(fetchedRange({ from, to }, 0)), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [range, onRange]);
}
