import type { WallDate } from '@stint/domain';
import { expect, test } from 'vitest';
import { scaleOf } from './chart-scale.ts';

const point = (date: string, leftSeconds: number) => ({
  date: date as WallDate,
  trackedSeconds: 0,
  leftSeconds,
});

test('the line begins at what is planned and falls on the days with time', () => {
  const { line, yOf } = scaleOf(100, [point('2026-11-16', 80), point('2026-11-19', 0)]);
  expect(line).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 0 },
    { x: 0.25, y: 0.2 },
    { x: 0.75, y: 0.2 },
    { x: 1, y: 1 },
  ]);
  expect(yOf(50)).toBe(0.5);
});

test('what is below nothing finds its place, also where nothing is planned', () => {
  expect(scaleOf(100, [point('2026-11-16', -100)]).yOf(0)).toBe(0.5);
  expect(scaleOf(0, [point('2026-11-16', -10)]).line.at(-1)).toEqual({ x: 1, y: 1 });
  expect(scaleOf(0, []).line).toEqual([]);
});
