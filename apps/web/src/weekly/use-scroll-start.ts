import type { WallDate } from '@stint/domain';
import { type RefObject, useEffect, useRef } from 'react';
import { pixelsOf } from './geometry.ts';
import type { Column } from './layout/columns.ts';

/** What is seen of the day when nothing is earlier, in seconds since midnight. */
const MORNING = 7.5 * 3600;
/** Seconds of free time that are seen above the earliest block. */
const ABOVE = 900;

/** Shows the morning first, or what is before it, whenever other days come into view; `first` is the first of them. */
export function useScrollStart(
  frame: RefObject<HTMLElement | null>,
  columns: readonly Column[],
  first: WallDate,
): void {
  const start = useRef(MORNING);
  start.current = Math.min(
    MORNING,
    ...columns.flatMap(({ blocks }) => blocks.map(({ from }) => from - ABOVE)),
  );
  useEffect(() => {
    if (frame.current) frame.current.scrollTop = pixelsOf(start.current);
  }, [frame, first]);
}
