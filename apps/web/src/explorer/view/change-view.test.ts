import { describe, expect, test } from 'vitest';
import { groupedBy, movedColumn, resizedColumn, sortedBy, withColumn } from './change-view.ts';
import { FIRST_VIEW } from './view.ts';

const name = (isDescending: boolean) => ({ field: 'User/Name', isDescending });
const length = (isDescending: boolean) => ({ field: 'PeriodLength', isDescending });

describe('a click on a title', () => {
  test('sorts by that column alone, texts upwards and lengths downwards first', () => {
    expect(sortedBy([length(true)], 'User/Name', false)).toEqual([name(false)]);
    expect(sortedBy([name(false)], 'PeriodLength', false)).toEqual([length(true)]);
  });

  test('a second time turns the order round', () => {
    expect(sortedBy([name(false)], 'User/Name', false)).toEqual([name(true)]);
  });

  test('with Shift sorts within what is sorted, then the other way, then no more', () => {
    const two = sortedBy([name(false)], 'PeriodLength', true);
    expect(two).toEqual([name(false), length(true)]);
    const turned = sortedBy(two, 'PeriodLength', true);
    expect(turned).toEqual([name(false), length(false)]);
    expect(sortedBy(turned, 'PeriodLength', true)).toEqual([name(false)]);
  });
});

describe('columns', () => {
  const fields = (columns: readonly { field: string }[]) => columns.map(({ field }) => field);

  test('come and go; the last one stays', () => {
    const without = withColumn(FIRST_VIEW.columns, 'Comment');
    expect(fields(without)).not.toContain('Comment');
    expect(fields(withColumn(without, 'Comment'))).toContain('Comment');
    const one = FIRST_VIEW.columns.slice(0, 1);
    expect(withColumn(one, 'Timestamp')).toBe(one);
  });

  test('move by some places, and not beyond the ends', () => {
    expect(fields(movedColumn(FIRST_VIEW.columns, 'Timestamp', 1)).slice(0, 2)).toEqual([
      'User/Name',
      'Timestamp',
    ]);
    expect(movedColumn(FIRST_VIEW.columns, 'Timestamp', -3)).toEqual(FIRST_VIEW.columns);
    expect(fields(movedColumn(FIRST_VIEW.columns, 'Timestamp', 99)).at(-1)).toBe('Timestamp');
    expect(movedColumn(FIRST_VIEW.columns, 'Nothing', 1)).toBe(FIRST_VIEW.columns);
  });

  test('are never narrower than can be seen', () => {
    expect(resizedColumn(FIRST_VIEW.columns, 'Timestamp', 3)[0]?.width).toBe(48);
  });
});

test('one groups by one thing more, inside the others, and no longer by it', () => {
  const two = groupedBy(groupedBy(FIRST_VIEW, 'User/Name'), 'WorklogDate/ShortDate');
  expect(two.groupBy).toEqual(['User/Name', 'WorklogDate/ShortDate']);
  expect(groupedBy(two, 'User/Name').groupBy).toEqual(['WorklogDate/ShortDate']);
});
