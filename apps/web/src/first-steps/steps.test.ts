import { expect, test } from 'vitest';
import { doneSteps } from './steps.ts';

test('a new organization with its one administrator has done nothing', () => {
  expect(doneSteps({ isConnected: false, people: 1, hasTime: false })).toEqual([]);
});

test('each step is done on its own, in any order', () => {
  expect(doneSteps({ isConnected: false, people: 2, hasTime: false })).toEqual(['invite']);
  expect(doneSteps({ isConnected: true, people: 1, hasTime: true })).toEqual(['connect', 'track']);
});
