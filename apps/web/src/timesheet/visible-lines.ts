/** The lines of a long sheet that stand in the page; both ends belong to them. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Sheets up to this long stand in the page as a whole. */
const SHORT = 80;
/** Lines beyond the visible ones, so that scrolling shows no gap. */
const BEYOND = 12;

/** Which of `count` lines of one height stand in the page when `height` pixels are visible below `scrollTop`. */
export function visibleLines(
  { scrollTop, height, lineHeight }: { scrollTop: number; height: number; lineHeight: number },
  count: number,
): LineRange {
  if (count <= SHORT) return { first: 0, last: count - 1 };
  const top = Math.floor(Math.max(0, scrollTop) / lineHeight);
  const shown = Math.ceil(Math.max(0, height) / lineHeight);
  const first = Math.max(0, Math.min(top, count - 1) - BEYOND);
  return { first, last: Math.min(count - 1, first + shown + 2 * BEYOND) };
}
