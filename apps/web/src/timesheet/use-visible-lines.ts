import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { LINE_HEIGHT } from './use-grid-styles.ts';
import { type LineRange, visibleLines } from './visible-lines.ts';

/** Scrolling less than this changes nothing; it is less than what stands in the page beyond the visible lines. */
const STEP = 6 * LINE_HEIGHT;

/** Which lines of a long sheet stand in the page, and a way to bring one there. */
export function useVisibleLines(
  frame: RefObject<HTMLElement | null>,
  count: number,
): LineRange & { readonly onScroll: () => void; readonly show: (line: number) => void } {
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(0);
  const onScroll = useCallback(() => {
    const element = frame.current;
    if (!element) return;
    setScrollTop(Math.floor(element.scrollTop / STEP) * STEP);
    setHeight(element.clientHeight + STEP);
  }, [frame]);
  useLayoutEffect(() => {
    onScroll();
    window.addEventListener('resize', onScroll);
    return () => window.removeEventListener('resize', onScroll);
  }, [onScroll]);
  const { first, last } = visibleLines({ scrollTop, height, lineHeight: LINE_HEIGHT }, count);
  const show = (line: number) => {
    const element = frame.current;
    if (!element || (line >= first && line <= last)) return;
    element.scrollTop = line * LINE_HEIGHT - element.clientHeight / 2;
    onScroll();
  };
  return { first, last, onScroll, show };
}
