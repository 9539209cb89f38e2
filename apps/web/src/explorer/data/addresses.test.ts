import type { WallDate } from '@stint/domain';
import { describe, expect, test } from 'vitest';
import { ALL_FILTERS, FIRST_VIEW, NO_BUDGET } from '../view/view.ts';
import {
  conditionOf,
  exportAddress,
  groupsAddress,
  idsAddress,
  orderOf,
  rowsAddress,
  totalsAddress,
} from './addresses.ts';

const at = { today: '2026-11-18' as WallDate, firstDay: 1 } as const;
const condition = (change: object) =>
  conditionOf({ ...ALL_FILTERS, timeframe: { filterType: 'All' }, ...change }, at);

describe('filters', () => {
  test('that let everything pass are no condition', () => {
    expect(condition({})).toBe('');
  });

  test('of days hold the last day whole', () => {
    expect(condition({ timeframe: { filterType: 'Week' } })).toBe(
      'Timestamp ge 2026-11-16T00:00:00Z and Timestamp lt 2026-11-23T00:00:00Z',
    );
  });

  test('of texts cannot break out of their quotes', () => {
    expect(condition({ projects: ["O'Neil", 'B'] })).toBe("WorkItem/System_TeamProject in ('O''Neil','B')");
    expect(condition({ search: "it's" })).toContain("contains(tolower(Comment),'it''s')");
  });

  test('of a number find the work item too', () => {
    expect(condition({ search: ' #1001 ' })).toMatch(/ or WorkItemId eq 1001\)$/);
    expect(condition({ search: 'v1' })).not.toContain('WorkItemId');
  });

  test('of budgets know time without one', () => {
    const id = '01941f29-7c00-7000-8000-001bf43e9c0d';
    expect(condition({ budgetIds: [NO_BUDGET] })).toBe('BudgetId eq null');
    expect(condition({ budgetIds: [id, NO_BUDGET] })).toBe(`(BudgetId eq null or BudgetId in (${id}))`);
  });
});

describe('addresses', () => {
  const options = (address: string) => new URLSearchParams(address.slice(address.indexOf('?')));

  test('of rows ask for what the columns show, in one order', () => {
    const asked = options(rowsAddress('Comment eq null', FIRST_VIEW, { skip: 200, top: 100 }));
    expect(asked.get('$select')?.split(',')).toEqual(
      expect.arrayContaining(['Id', 'WorkItem/System_Title', 'WorkItemId']),
    );
    expect(Object.fromEntries(asked)).toMatchObject({
      $filter: 'Comment eq null',
      $orderby: 'Timestamp desc,Id',
      $skip: '200',
      $top: '100',
    });
  });

  test('of all ids ask for no order, of some for the one that is shown', () => {
    expect(options(idsAddress('', FIRST_VIEW.sort, null)).has('$orderby')).toBe(false);
    expect(options(idsAddress('', FIRST_VIEW.sort, { skip: 1, top: 2 })).get('$orderby')).toBe(
      'Timestamp desc,Id',
    );
  });

  test('of sums and groups filter first', () => {
    expect(options(totalsAddress('a')).get('$apply')).toMatch(/^filter\(a\)\/aggregate\(/);
    expect(options(groupsAddress('', ['User/Name', 'WorklogDate/Month'])).get('$apply')).toMatch(
      /^groupby\(\(UserId,User\/Name,WorklogDate\/Year,WorklogDate\/Month\),aggregate\(/,
    );
  });

  test('of a file have the groups as their first order, each property once', () => {
    const view = {
      ...FIRST_VIEW,
      groupBy: ['User/Name'],
      sort: [{ field: 'User/Name', isDescending: true }],
    };
    const asked = options(exportAddress('', view, 'csv'));
    expect(asked.get('$orderby')).toBe('UserId,User/Name,Id');
    expect(asked.get('$format')).toBe('csv');
  });

  test('two columns of one property are one order', () => {
    const twice = [
      { field: 'Timestamp', isDescending: true },
      { field: 'WorklogDate', isDescending: true },
    ];
    expect(orderOf(twice)).toBe('Timestamp desc,Id');
  });
});
