import type { Page } from 'playwright-core';

/** What is seen of 60 frames a second, in milliseconds. */
const FRAME = 1000 / 60;

/** How a scrolling went. */
export interface Scrolling {
  /** Milliseconds between the frames. */
  readonly frames: readonly number[];
  /** Frames in which some line that was seen was not fetched yet. */
  readonly unfilled: number;
}

/**
 * Scrolls `selector` down by so many pixels in every frame, for so many frames, from where it is; at its end it goes back up. The first
 * frames, in which scrolling begins, are not counted.
 */
export function scroll(
  page: Page,
  selector: string,
  { pixels, frames }: { readonly pixels: number; readonly frames: number },
): Promise<Scrolling> {
  return page.evaluate<Scrolling>(`(${SCROLL})(${JSON.stringify(selector)}, ${pixels}, ${frames})`);
}

/** Runs in the page. */
const SCROLL = `(where, step, count) => new Promise((resolve) => {
  const element = document.querySelector(where);
  const times = [];
  let unfilled = 0;
  let direction = 1;
  let before = 0;
  const next = (now) => {
    if (before > 0) times.push(now - before);
    before = now;
    if (times.length > 10 && element.querySelector('[aria-busy]')) unfilled += 1;
    const most = element.scrollHeight - element.clientHeight;
    if (element.scrollTop >= most - 1) direction = -1;
    element.scrollTop += direction * step;
    if (times.length < count + 10) requestAnimationFrame(next);
    else resolve({ frames: times.slice(10), unfilled });
  };
  requestAnimationFrame(next);
})`;

/** The share of the frames of a screen with 60 a second that were there in time: those shown, of those and the ones that were missed. */
export function shareInTime(frames: readonly number[]): number {
  const missed = frames.reduce((sum, time) => sum + Math.max(0, Math.round(time / FRAME) - 1), 0);
  return frames.length / (frames.length + missed);
}
