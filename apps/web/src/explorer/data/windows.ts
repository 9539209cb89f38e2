import { type Lines, runsBetween } from './lines.ts';

/** Worklogs of one fetch. */
export const WINDOW = 100;

/** A fetch: the worklogs of a condition from `number * WINDOW` on. */
export interface Window {
  readonly condition: string;
  readonly number: number;
}

/** The windows that hold the worklogs between two lines, both in it. */
export function windowsBetween(lines: Lines, from: number, to: number): Window[] {
  return runsBetween(lines, from, to).flatMap(({ run: { condition }, first, last }) => {
    const start = Math.floor(first / WINDOW);
    const end = Math.floor(last / WINDOW);
    return Array.from({ length: end - start + 1 }, (_, index) => ({ condition, number: start + index }));
  });
}
