import type { Point } from './layout/place.ts';
import type { WallDate } from '@stint/domain';

/** Height of an hour, in pixels: a quarter takes one line of small text. */
export const HOUR_PIXELS = 56;
/** Width of the hours’ names at the left. */
export const GUTTER_PIXELS = 56;
/** What stays free at the right of a column, so that one can always begin beside what is there. */
export const COLUMN_GAP_PIXELS = 8;

/** Seconds of the clock as pixels from the top of a day. */
export function pixelsOf(clock: number): number {
  return (clock / 3600) * HOUR_PIXELS;
}

/** The point of the calendar below a position of the window; the nearest one when it lies outside. `box` is that of all days. */
export function pointAt(
  box: Pick<DOMRect, 'left' | 'top' | 'width'>,
  days: readonly WallDate[],
  x: number,
  y: number,
): Point | null {
  const width = (box.width - GUTTER_PIXELS) / days.length;
  const index = Math.floor((x - box.left - GUTTER_PIXELS) / width);
  const date = days[Math.min(days.length - 1, Math.max(0, index))];
  if (date === undefined) return null;
  const clock = ((y - box.top) / HOUR_PIXELS) * 3600;
  return { date, clock: Math.min(86_400, Math.max(0, Math.round(clock))) };
}
