import { expect, test } from 'vitest';
import { instant, isWorkItemId, seconds, userId, workItemId } from './brands.ts';

test('seconds are whole numbers', () => {
  expect(seconds(29_520)).toBe(29_520);
  expect(() => seconds(1.5)).toThrow(new RangeError('1.5 is not a whole number of seconds'));
  expect(() => seconds(Number.NaN)).toThrow(RangeError);
});

test('an instant is cut to whole milliseconds and stays within what a Date holds', () => {
  expect(instant(1.9)).toBe(1);
  expect(() => instant(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  expect(() => instant(8.65e15)).toThrow(new RangeError('8650000000000000 is not an instant'));
  expect(instant(8.64e15)).toBe(8.64e15);
});

test('work item ids are positive 32-bit numbers', () => {
  expect([1, 2_147_483_647].every(isWorkItemId)).toBe(true);
  expect([0, -1, 1.5, 2_147_483_648, Number.NaN].some(isWorkItemId)).toBe(false);
  expect(workItemId(1001)).toBe(1001);
  expect(() => workItemId(0)).toThrow('0 is not a work item id');
});

test('a user id is the text itself', () => {
  expect(userId('u-1')).toBe('u-1');
});
