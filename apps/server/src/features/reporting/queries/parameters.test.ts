import { describe, expect, test } from 'vitest';
import { secondsBy, total, withAllBelow } from '../testing/raw.ts';
import { byText, itemOf, live, seconds } from './raw.ts';
import { useService } from './use-service.ts';

// Parameters without a dollar that no query of the vendor's pages shows, and several of them together.
const service = useService();

const rootOf = (id: number): number => {
  const parentId = service.workItems.find((item) => item.id === id)?.parent_id ?? null;
  return parentId === null ? id : rootOf(parentId);
};
const ids = async (url: string) => (await service.rows(url)).map((row) => row['System_Id']).toSorted(byText);
const idsWithin = (rows: unknown) => (rows as { Id: string }[]).map(({ Id }) => Id).toSorted(byText);
const itemIds = (isMeant: (item: (typeof service.workItems)[number]) => boolean) =>
  service.workItems
    .filter(isMeant)
    .map(({ id }) => id)
    .toSorted(byText);

describe('workItemsFilter', () => {
  const atlas = "workItemsFilter=System_TeamProject eq 'Atlas' and System_State eq 'In Progress'";
  const isMeant = ({ project, state }: { project: string; state: string }) =>
    project === 'Atlas' && state === 'In Progress';

  test('is asked of each item, or of the root above it', async () => {
    expect(await ids(`workItems?$select=System_Id&${atlas}`)).toEqual(itemIds(isMeant));
    const roots = new Set(itemIds((item) => item.parent_id === null && isMeant(item)));
    expect(await ids(`workItems?$select=System_Id&${atlas}&workItemFilterApplyTarget=RootWorkItems`)).toEqual(
      itemIds(({ id }) => roots.has(rootOf(id))),
    );
  });

  test('of the root above limits worklogs too', async () => {
    const roots = new Set(itemIds((item) => item.parent_id === null && isMeant(item)));
    const logs = live(service).filter((log) => {
      const item = itemOf(service, log);
      return item !== null && roots.has(rootOf(item.id));
    });
    expect(
      await service.rows(
        `workLogsOnly?$apply=aggregate(PeriodLength with sum as Seconds)&${atlas}&workItemFilterApplyTarget=RootWorkItems`,
      ),
    ).toEqual([{ Seconds: seconds(logs) }]);
  });

  test('knows what worklogsFilter leaves of the time', async () => {
    const tracked = secondsBy(live(service, '2026-10-01', '2026-11-01'), ({ work_item_id: id }) => id);
    const month = 'Timestamp ge 2026-10-01T00:00:00Z and Timestamp lt 2026-11-01T00:00:00Z';
    expect(
      await ids(`workItems?$select=System_Id&workItemsFilter=TrackedItself gt 20000&worklogsFilter=${month}`),
    ).toEqual(itemIds(({ id }) => (tracked.get(id) ?? 0) > 20_000));
  });
});

describe('worklogsFilter', () => {
  const cleos = () => live(service).filter((log) => log.person_id === service.idOf('cleo'));

  test('by a joined value limits what is rolled up', async () => {
    const tracked = secondsBy(cleos(), ({ work_item_id: id }) => id);
    const rows = await service.rows(
      "workItemsHierarchy?$select=System_Id,TrackedTotal&worklogsFilter=User/Name eq 'Cleo Winter'",
    );
    for (const row of rows) {
      expect(row['TrackedTotal']).toBe(total(tracked, withAllBelow(service, Number(row['System_Id']))));
    }
    expect(rows.some((row) => Number(row['TrackedTotal']) > 0)).toBe(true);
  });

  test('limits the worklogs of paths, budgets and expanded items', async () => {
    const filter = 'worklogsFilter=UserId eq @who&@who=';
    const who = service.idOf('cleo');
    const sums = await service.rows(
      `workItems(1001)/AllWorklogs?$apply=aggregate(PeriodLength with sum as Seconds)&${filter}${who}`,
    );
    const own = cleos().filter(({ work_item_id: id }) => id === 1001);
    expect(Number(sums[0]?.['Seconds'] ?? 0)).toBe(seconds(own));
    const [item] = await service.rows(
      `workItems?$filter=System_Id eq 1001&$select=System_Id&$expand=DirectWorklogs($select=Id)&${filter}${who}`,
    );
    expect(item && idsWithin(item['DirectWorklogs'])).toEqual(own.map(({ id }) => id).toSorted(byText));
    const budgets = await service.rows(`budgets?$select=Tracked&${filter}${who}`);
    expect(budgets.reduce((sum, { Tracked }) => sum + Number(Tracked), 0)).toBeLessThanOrEqual(
      seconds(cleos()),
    );
  });
});

describe('rollupFields', () => {
  const refusal = async (names: string, set = 'workItemsHierarchy') => {
    const { status, text } = await service.ask('admin', `${set}?$top=1&rollupFields=${names}`);
    const { target, message = '' } = (JSON.parse(text) as { error?: Record<string, string> }).error ?? {};
    return [status, target, /^"([^"]*)" holds no numbers/.exec(message)?.[1]];
  };
  const unlikeNumbers = (name: string) => [400, 'rollupFields', name];

  test.each([
    ['System.Tags', 'System.Tags'],
    ['Microsoft.VSTS.Scheduling.Effort,System.Title', 'System.Title'],
    ['Microsoft.VSTS.Common.ClosedDate', 'Microsoft.VSTS.Common.ClosedDate'],
    ['Microsoft.VSTS.Common.Activity', 'Microsoft.VSTS.Common.Activity'],
  ])('of texts and dates are refused: %s', async (names, wrong) => {
    expect(await refusal(names)).toEqual(unlikeNumbers(wrong));
    expect(await refusal(names, 'workItems')).toEqual(unlikeNumbers(wrong));
  });

  test('that no work item has are none that could be wrong', async () => {
    const rows = await service.rows(
      'workItemsHierarchyAllLevels?$select=RollupValue1&$top=2&rollupFields=Custom.Nowhere',
    );
    expect(rows).toEqual([{ RollupValue1: 0 }, { RollupValue1: 0 }]);
  });

  test('go together with custom fields, numbered by themselves', async () => {
    const [row] = await service.rows(
      'workItemsHierarchyAllLevels?$filter=System_Id eq 1001&$select=CustomNumericField2,RollupValue1&customFields=System.Tags,Microsoft.VSTS.Common.Priority&rollupFields=Microsoft.VSTS.Common.Priority',
    );
    const sum = withAllBelow(service, 1001)
      .map((id) => service.workItems.find((item) => item.id === id)?.fields['Microsoft.VSTS.Common.Priority'])
      .reduce<number>((all, each) => all + Number(each ?? 0), 0);
    expect(row?.['RollupValue1']).toBe(sum);
    expect(row?.['CustomNumericField2']).toEqual(expect.any(Number));
  });
});

describe('several together', () => {
  test('each limit what the others leave', async () => {
    const rows = await service.rows(
      "workLogsWorkItems?$apply=filter(PeriodLength ge 3600)/groupby((WorkItem/CustomStringField1),aggregate($count as Count))&customFields=System.Tags&workItemsFilter=System_WorkItemType eq 'Task'&worklogsFilter=WorklogDate/Year eq 2026&prefilter=me",
      { account: 'ann' },
    );
    const logs = live(service, '2026', '2027').filter(
      (log) =>
        log.seconds >= 3600 && log.person_id === service.idOf('ann') && itemOf(service, log)?.type === 'Task',
    );
    expect(rows.reduce((sum, { Count }) => sum + Number(Count), 0)).toBe(logs.length);
    expect(logs.length).toBeGreaterThan(0);
  });
});
