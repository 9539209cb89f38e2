import type { WallDate } from '@stint/domain';
import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const point = (date: string, leftSeconds: number) => ({
  date: date as WallDate,
  trackedSeconds: 0,
  leftSeconds,
});

test('the line begins at what is planned and falls on the days with time', () => {
  expect(stepsOf(100, [point('2026-11-16', 80), point('2026-11-19', -5)])).toEqual([
    { x: 0, leftSeconds: 100 },
    { x: 0, leftSeconds: 100 },
    { x: 0.25, leftSeconds: 80 },
    { x: 0.75, leftSeconds: 80 },
    { x: 1, leftSeconds: -5 },
  ]);
});

test('without time there is no line', () => {
  expect(stepsOf(100, [])).toEqual([]);
});
