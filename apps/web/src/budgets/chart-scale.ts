import { daysBetween } from '@stint/domain';
import type { BurnPoint } from './burn-down.ts';

/** A place of the chart, in parts of its width and height from the upper left. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface BurnScale {
  /** The line from what is planned down to what is left, in steps: time falls on its day. */
  readonly line: readonly Place[];
  /** The height of a length that is left, in seconds. */
  readonly yOf: (leftSeconds: number) => number;
}

/** Scales points to the unit square, from what is planned at the top to nothing, or below it, at the foot. */
export function scaleOf(plannedSeconds: number, points: readonly BurnPoint[]): BurnScale {
  const lowest = Math.min(0, ...points.map(({ leftSeconds }) => leftSeconds));
  const highest = Math.max(plannedSeconds, 0);
  const height = highest - lowest || 1;
  const yOf = (left: number) => (highest - left) / height;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return { line: [], yOf };
  const days = daysBetween(first.date, last.date) + 1;
  const line: Place[] = [{ x: 0, y: yOf(plannedSeconds) }];
  for (const { date, leftSeconds } of points) {
    const day = daysBetween(first.date, date);
    line.push({ x: day / days, y: line.at(-1)?.y ?? 0 }, { x: (day + 1) / days, y: yOf(leftSeconds) });
  }
  return { line, yOf };
}
