import type { LineRange } from '../data/use-rows.ts';

/** Lines around what is seen that are fetched with it. */
const AROUND = 40;
/** The most lines that are fetched ahead of where one scrolls to. */
const MOST_AHEAD = 300;
/** How many times as far as the last move one is thought to go on. */
const MOVES_AHEAD = 3;
/** A move of more lines than this is dragging: what lies between is not looked at. */
const DRAGGED = 400;

/** Whether a move by so many lines, from one look to the next, is so far that fetching waits until it ends. */
export function isDragging(moved: number): boolean {
  return Math.abs(moved) > DRAGGED;
}

/** The lines to fetch for those that are seen, after a move by so many lines: more of them where the move leads to. */
export function fetchedRange({ from, to }: LineRange, moved: number): LineRange {
  const ahead = Math.max(AROUND, Math.min(MOST_AHEAD, Math.abs(moved) * MOVES_AHEAD));
  return { from: Math.max(0, from - (moved < 0 ? ahead : AROUND)), to: to + (moved > 0 ? ahead : AROUND) };
}
