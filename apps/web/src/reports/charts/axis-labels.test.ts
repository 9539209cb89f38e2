import { expect, test } from 'vitest';
import { cut, planLabels } from './axis-labels.ts';

const names = ['Ada Minster', 'Kim Tanaka'];

test('names that fit are written each', () => {
  expect(planLabels(names, 120, false)).toEqual({ every: 1, isSlanted: false, height: 24 });
});

test('names that do not fit are slanted, days are left out', () => {
  expect(planLabels(names, 40, false)).toMatchObject({ every: 1, isSlanted: true });
  expect(planLabels(names, 40, true)).toMatchObject({ every: 3, isSlanted: false });
  expect(planLabels(names, 5, false)).toMatchObject({ every: 17, isSlanted: false });
});

test('long texts are cut', () => {
  expect(cut('abcdef', 4)).toBe('abc…');
  expect(cut('abcd', 4)).toBe('abcd');
});
