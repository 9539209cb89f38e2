import { daysBetween } from '@stint/domain';
import type { BurnPoint } from './burn-down.ts';

/** A place of the line: the part of the chart's width, and what is left there, in seconds. */
export interface Place {
  readonly x: number;
  readonly leftSeconds: number;
}

/** The line from what is planned down to what is left, in steps: time falls on its day. */
export function stepsOf(plannedSeconds: number, points: readonly BurnPoint[]): Place[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const days = daysBetween(first.date, last.date) + 1;
  const line: Place[] = [{ x: 0, leftSeconds: plannedSeconds }];
  for (const { date, leftSeconds } of points) {
    const day = daysBetween(first.date, date);
    line.push(
      { x: day / days, leftSeconds: line.at(-1)?.leftSeconds ?? plannedSeconds },
      { x: (day + 1) / days, leftSeconds },
    );
  }
  return line;
}
