import { describe, expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const known = [
  'noOverlap',
  'longestTrack',
  'leastLength',
  'approvalStartDate',
  'approvalInAdvance',
  'locale',
];

describe('the names nearest to a mistyped one', () => {
  test.each([
    ['noOverlaps', ['noOverlap']],
    ['NOOVERLAP', ['noOverlap']],
    ['overlap', ['noOverlap']],
    ['longestTrak', ['longestTrack']],
    ['approval', ['approvalInAdvance', 'approvalStartDate']],
    ['lcoale', ['locale']],
  ])('%s is near %j', (typed, names) => {
    expect(nearest(typed, known)).toEqual(names);
  });

  test.each(['', 'x', 'somethingElse', 'y'.repeat(1_000_000)])('nothing is near', (typed) => {
    expect(nearest(typed, known)).toEqual([]);
  });

  test('the closest stands first, and there are three at most', () => {
    expect(nearest('abcdef', ['abcxyf', 'abcdex', 'abcdefg', 'xbcdef', 'abcdef'])).toEqual([
      'abcdef',
      'abcdefg',
      'abcdex',
    ]);
  });
});
