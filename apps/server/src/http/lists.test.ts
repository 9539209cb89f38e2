import { describe, expect, test } from 'vitest';
import { readGuids, readNumbers } from './lists.ts';

const id = 'dc54d553-a762-47c3-a68f-80d64bdd2a66';

describe('a comma list', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    [' , ', undefined],
    ['1', [1]],
    [' 1 ,2,, 3', [1, 2, 3]],
    ['2147483647', [2_147_483_647]],
  ])('%s of numbers is %j', (text, expected) => {
    expect(readNumbers('$workItemIds', text)).toEqual(expected);
  });

  test.each(['x', '1;2', '-1', '1.5', '2147483648', '1e3', '0x1', '١'])('%s is none of numbers', (text) => {
    expect(() => readNumbers('$workItemIds', text)).toThrow(
      /^\$workItemIds must be a comma list of work item numbers/,
    );
  });

  test('of GUIDs comes in small letters', () => {
    expect(readGuids('$userIds', `${id.toUpperCase()},${id}`)).toEqual([id, id]);
    expect(() => readGuids('$userIds', `${id}x`)).toThrow(/GUIDs/);
  });

  test('holds at most 100 ids', () => {
    const list = (length: number) => Array.from({ length }, (_, index) => index).join();
    expect(readNumbers('$workItemIds', list(100))).toHaveLength(100);
    expect(() => readNumbers('$workItemIds', list(101))).toThrow(
      expect.objectContaining({ code: 'FilterWorkItemIdsCountExceeded' }),
    );
  });
});
