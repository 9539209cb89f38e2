import { expect, test } from 'vitest';
import { cut, inTwoLines, planLabels } from './axis-labels.ts';

const names = ['Ada Minster', 'Kim Tanaka'];

test('names that fit are written each', () => {
  expect(planLabels(names, 120, false)).toEqual({ every: 1, form: 'level', height: 24 });
});

test('names that do not fit are slanted, days are left out', () => {
  expect(planLabels(names, 40, false)).toMatchObject({ every: 1, form: 'slanted' });
  expect(planLabels(names, 40, true)).toMatchObject({ every: 3, form: 'level' });
  expect(planLabels(names, 5, false)).toMatchObject({ every: 17, form: 'level' });
});

test('names of two words that are too wide for one line are written in two', () => {
  expect(planLabels(names, 74, false)).toMatchObject({ every: 1, form: 'twoLines' });
  expect(inTwoLines('Jan de Vries')).toEqual(['Jan de', 'Vries']);
  expect(inTwoLines('Atlas')).toEqual(['Atlas']);
});

test('long texts are cut', () => {
  expect(cut('abcdef', 4)).toBe('abc…');
  expect(cut('abcd', 4)).toBe('abcd');
});
