import { describe, expect, test } from 'vitest';
import { secondsBy, total, withAllBelow } from '../testing/raw.ts';
import { budgetFinder } from './raw-budgets.ts';
import { byText, live, numberIn } from './raw.ts';
import { useService } from './use-service.ts';

// Queries over work items and budgets that the vendor's documentation and gallery use (reporting.md), with the demo's dates.
const service = useService();

const EFFORT = 'Microsoft.VSTS.Scheduling.Effort';
const secondsByItem = (from = '', to = '9') =>
  secondsBy(live(service, from, to), ({ work_item_id: id }) => id);
const roots = () => service.workItems.filter(({ parent_id: parentId }) => parentId === null);

describe('4: epics with the time of a span of days', () => {
  test('is rolled up over all below them', async () => {
    const rows = await service.rows(
      "workItemsHierarchy/?$select=System_Id,System_WorkItemType,System_TeamProject,System_Title,TrackedTotal,TrackedItself&$filter=System_WorkItemType eq 'Epic'&worklogsFilter=Timestamp ge 2026-09-30T00:00:00Z and Timestamp lt 2026-11-05T00:00:00Z",
    );
    const tracked = secondsByItem('2026-09-30', '2026-11-05');
    const expected = roots()
      .filter(({ type }) => type === 'Epic')
      .map((item) => ({
        System_Id: item.id,
        System_WorkItemType: 'Epic',
        System_TeamProject: item.project,
        System_Title: item.title,
        TrackedTotal: total(tracked, withAllBelow(service, item.id)),
        TrackedItself: tracked.get(item.id) ?? 0,
      }));
    expect(rows.toSorted((a, b) => Number(a['System_Id']) - Number(b['System_Id']))).toEqual(expected);
    expect(expected.some(({ TrackedTotal }) => TrackedTotal > 0)).toBe(true);
  });
});

describe('5: effort rolled up', () => {
  test.each(['workItemsHierarchy', 'workItemsHierarchyAllLevels'])('in %s', async (set) => {
    const rows = await service.rows(`${set}?rollupFields=${EFFORT}`);
    const byId = new Map(service.workItems.map((item) => [item.id, item]));
    const effort = (id: number) => {
      const item = byId.get(id);
      return item ? numberIn(item, EFFORT) : 0;
    };
    const items = set === 'workItemsHierarchy' ? roots() : service.workItems;
    const expected = items.map(({ id }) => [
      id,
      withAllBelow(service, id).reduce((sum, each) => sum + effort(each), 0),
    ]);
    expect(rows.map((row) => [row['System_Id'], Number(row['RollupValue1'])]).toSorted(byText)).toEqual(
      expected.toSorted(byText),
    );
    expect(rows.every((row) => row['RollupValue2'] === null)).toBe(true);
  });
});

describe('7: effort of finished items that took time', () => {
  test('counts the time of an item and all below it', async () => {
    const rows = await service.rows(
      "workItems?$apply=filter(System_State eq 'Done' and TrackedTotal gt 0)/aggregate(Microsoft_VSTS_Scheduling_Effort with sum as Effort)&workItemsFilter=System_WorkItemType in ('Bug','Product Backlog Item')",
    );
    const tracked = secondsByItem();
    const done = service.workItems.filter(
      (item) =>
        item.state === 'Done' &&
        ['Bug', 'Product Backlog Item'].includes(item.type) &&
        total(tracked, withAllBelow(service, item.id)) > 0,
    );
    expect(rows).toEqual([{ Effort: done.reduce((sum, item) => sum + numberIn(item, EFFORT), 0) }]);
    expect(done.length).toBeGreaterThan(0);
  });
});

describe('8: fields of a project’s own', () => {
  test('can be filtered by', async () => {
    const rows = await service.rows(
      "workItems?$select=System_Id,CustomStringField1&customFields=System.Tags&$filter=contains(CustomStringField1,'capex')",
    );
    const tagged = service.workItems.filter(({ fields }) => String(fields['System.Tags']).includes('capex'));
    expect(rows.toSorted(byText)).toEqual(
      tagged
        .map(({ id, fields }) => ({ System_Id: id, CustomStringField1: fields['System.Tags'] }))
        .toSorted(byText),
    );
    expect(rows.length).toBeGreaterThan(50);
  });

  test('are added up with the time of worklogs', async () => {
    const rows = await service.rows(
      "workLogsWorkItems?$apply=filter(contains(WorkItem/CustomStringField1,'capex'))/aggregate(PeriodLength with sum as PeriodLength)&customFields=System.Tags",
    );
    const isTagged = new Set(
      service.workItems
        .filter(({ fields }) => String(fields['System.Tags']).includes('capex'))
        .map(({ id }) => id),
    );
    const tracked = secondsByItem();
    expect(rows).toEqual([{ PeriodLength: total(tracked, [...isTagged]) }]);
  });

  test('are numbered by their place in the whole list, with the type of what they hold', async () => {
    const [row] = await service.rows(
      'workItems?customFields=System.Tags,System.Description,Custom.Order&$filter=System_Id eq 1001',
    );
    const item = service.workItems.find(({ id }) => id === 1001);
    expect(row).toMatchObject({
      CustomStringField1: item?.fields['System.Tags'] ?? null,
      CustomStringField2: item?.fields['System.Description'],
      CustomNumericField3: item?.fields['Custom.Order'] ?? null,
    });
    expect(row?.['CustomNumericField3']).toBe(2.5);
  });
});

describe('9: budgets with what was tracked on them', () => {
  test('as groups of themselves', async () => {
    const rows = await service.rows(
      'budgets?$apply=groupby((Id,BudgetName,Tracked,Comment),aggregate(0 with sum as junk))/compute(Tracked as PeriodLength)',
    );
    const budgetOf = await budgetFinder(service);
    const tracked = secondsBy(live(service), budgetOf);
    const expected = service.budgets.map((budget) => {
      const seconds = tracked.get(budget.id) ?? 0;
      const { id, name, comment } = budget;
      return {
        Id: id,
        BudgetName: name,
        Tracked: seconds,
        Comment: comment,
        junk: 0,
        PeriodLength: seconds,
      };
    });
    expect(rows.toSorted(byText)).toEqual(expected.toSorted(byText));
    expect(rows.some(({ Tracked }) => Number(Tracked) > 0)).toBe(true);
  });
});
