import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { openUi5Page, type Ui5Page } from './ui5-page.ts';

let browser: Browser;
let installation: Installation;
let at: Ui5Page;

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  at = await openUi5Page(browser, `${installation.url}/api/odata/v3.2/`, {
    autoExpandSelect: true,
    httpHeaders: { authorization: `Bearer ${installation.token}` },
  });
});
afterAll(async () => {
  await browser.close();
  await installation.stop();
});
beforeEach(() => {
  at.asked.length = 0;
});

/** The same by a plain request, for comparing. */
async function plain(url: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${installation.token}` };
  const answer = await fetch(`${installation.url}/api/odata/v3.2/${url}`, { headers });
  expect(answer.status).toBe(200);
  return answer.headers.get('content-type')?.startsWith('text/plain')
    ? Number(await answer.text())
    : answer.json();
}

test('the client reads the metadata of the reporting service', async () => {
  const found = await at.page.evaluate(async ({ model }) => {
    const metadata = model.getMetaModel();
    return [
      await metadata.requestObject('/workLogsOnly/PeriodLength/$Type'),
      await metadata.requestObject('/workLogsWorkItems/WorkItem/System_Title/$Type'),
    ];
  }, at.ui5);
  expect(found).toEqual(['Edm.Int32', 'Edm.String']);
});

test('worklogs come with their people, work items and their count, in one batch with another list', async () => {
  const found = await at.page.evaluate(({ model, Sorter }) => {
    const worklogs = model.bindList(
      '/workLogsWorkItems',
      undefined,
      [new Sorter('Timestamp', true)],
      undefined,
      { $count: true, $select: 'Id,PeriodLength,User/Name,WorkItem/System_Title' },
    );
    const activities = model.bindList('/activityTypes', undefined, undefined, undefined, { $count: true });
    return Promise.all(
      [worklogs, activities].map(async (list) => {
        const rows = await list.requestContexts(0, 3);
        return { count: list.getCount(), first: rows[0]?.getObject() };
      }),
    );
  }, at.ui5);
  expect(found[0]?.count).toBe(await plain('workLogsWorkItems/$count'));
  expect(found[1]?.count).toBe(await plain('activityTypes/$count'));
  expect(found[0]?.first).toMatchObject({
    User: { Name: expect.any(String) },
    WorkItem: { System_Title: expect.any(String) },
  });
  expect(at.asked.filter((each) => each.startsWith('$batch'))).toEqual(['$batch: 2']);
});

interface Worklog {
  readonly PeriodLength: number;
  readonly IsBillable: boolean;
  readonly User: { readonly Name: string };
}

/** Every worklog, read without the client. */
async function worklogs(): Promise<readonly Worklog[]> {
  const all: Worklog[] = [];
  let next = 'workLogsOnly?$select=PeriodLength,IsBillable,User';
  while (next !== '') {
    const page = (await plain(next)) as { value: Worklog[]; '@odata.nextLink'?: string };
    all.push(...page.value);
    next = page['@odata.nextLink']?.split('/v3.2/')[1] ?? '';
  }
  return all;
}

const total = (rows: readonly Worklog[]) => String(rows.reduce((sum, row) => sum + row.PeriodLength, 0));

test('$apply adds up each person’s time', async () => {
  const found = await at.page.evaluate(async ({ model }) => {
    const people = model.bindList('/workLogsOnly', undefined, undefined, undefined, {
      $apply: 'groupby((User/Name),aggregate(PeriodLength with sum as PeriodLength))',
      $orderby: 'User/Name',
      $count: true,
    });
    const rows = await people.requestContexts(0, 20);
    return { count: people.getCount(), rows: rows.map((row) => row.getObject()) };
  }, at.ui5);
  const byPerson = Map.groupBy(await worklogs(), ({ User }) => User.Name);
  const expected = [...byPerson].map(([Name, rows]) => ({ User: { Name }, PeriodLength: total(rows) }));
  expect(found.count).toBe(12);
  expect(found.rows).toEqual(expected.toSorted((a, b) => (a.User.Name < b.User.Name ? -1 : 1)));
});

test('a grand total stands above its groups', async () => {
  const found = await at.page.evaluate(async ({ model, Sorter }) => {
    const kinds = model.bindList('/workLogsOnly', undefined, [new Sorter('IsBillable')], undefined, {
      $$aggregation: {
        group: { IsBillable: {} },
        aggregate: { Total: { name: 'PeriodLength', with: 'sum', grandTotal: true } },
      },
    });
    return (await kinds.requestContexts(0, 5)).map((row) => row.getObject());
  }, at.ui5);
  const all = await worklogs();
  expect(found).toMatchObject([
    { Total: total(all), '@$ui5.node.level': 0 },
    { IsBillable: false, Total: total(all.filter((row) => !row.IsBillable)), '@$ui5.node.level': 1 },
    { IsBillable: true, Total: total(all.filter((row) => row.IsBillable)), '@$ui5.node.level': 1 },
  ]);
});

test('work items come with their children and the time on them', async () => {
  const found = await at.page.evaluate(async ({ model, Filter }) => {
    const epics = model.bindList(
      '/workItems',
      undefined,
      undefined,
      [new Filter('System_WorkItemType', 'EQ', 'Epic')],
      {
        $select: 'System_Id,TrackedTotal',
        $expand: { Children: { $select: 'System_Id,TrackedTotal', $count: true } },
      },
    );
    return (await epics.requestContexts(0, 100)).map((row) => row.getObject());
  }, at.ui5);
  interface Item {
    readonly System_Id: number;
    readonly TrackedTotal: number;
    readonly Children: readonly Item[];
    readonly 'Children@odata.count': string;
  }
  const epics = found as Item[];
  expect(epics).toHaveLength(5);
  const below = epics.map(({ Children }) => Children.reduce((sum, child) => sum + child.TrackedTotal, 0));
  expect(Math.max(...below)).toBeGreaterThan(0);
  for (const [index, { Children, TrackedTotal, ...epic }] of epics.entries()) {
    expect(epic['Children@odata.count']).toBe(String(Children.length));
    expect(TrackedTotal).toBeGreaterThanOrEqual(below[index] ?? 0);
  }
});

test('parameters of the reporting service go through the client', async () => {
  const found = await at.page.evaluate(async ({ model }) => {
    const read = async (parameters: Readonly<Record<string, string>>) => {
      const items = model.bindList('/workItemsHierarchy', undefined, undefined, undefined, {
        $select: 'System_Id,TrackedTotal',
        ...parameters,
      });
      return (await items.requestContexts(0, 1))[0]?.getObject();
    };
    return [await read({}), await read({ worklogsFilter: 'PeriodLength gt 3600' })];
  }, at.ui5);
  const [all, long] = found as { System_Id: number; TrackedTotal: number }[];
  expect(long?.System_Id).toBe(all?.System_Id);
  expect(long?.TrackedTotal).toBeLessThan(all?.TrackedTotal ?? 0);
});
