import { describe, expect, test } from 'vitest';
import { secondsBy, total, withAllBelow } from '../testing/raw.ts';
import { byText, live } from './raw.ts';
import { pageOf, type Row, useService } from './use-service.ts';

// The paths of reporting.md.
const service = useService();

const json = async (url: string) => {
  const { status, text } = await service.ask('admin', url);
  if (status !== 200) throw new Error(`${status}: ${text}`);
  return JSON.parse(text) as Row;
};
const ids = (rows: readonly Row[], name = 'System_Id') => rows.map((row) => row[name]).toSorted(byText);
const item = (id: number) => service.workItems.find((each) => each.id === id);
const tracked = () => secondsBy(live(service), ({ work_item_id: id }) => id);
const logsOf = (items: readonly number[]) =>
  live(service)
    .filter(({ work_item_id: id }) => id !== null && items.includes(id))
    .map(({ id }) => id)
    .toSorted(byText);

/** An item in the middle of the hierarchy. */
const middle = () => {
  const found = service.workItems.find(
    ({ id, parent_id: parentId, type }) =>
      parentId !== null && type === 'Feature' && withAllBelow(service, id).length > 3,
  );
  return { id: found?.id ?? 0, parentId: found?.parent_id ?? 0 };
};

describe('the service', () => {
  test.each(['', '/', '?$format=json'])('tells its sets at "%s"', async (rest) => {
    const { text } = await service.ask('admin', `/api/odata/v3.2${rest}`);
    const names = (JSON.parse(text) as { value: { name: string }[] }).value.map(({ name }) => name);
    expect(names).toEqual([
      'workLogsOnly',
      'workLogsWorkItems',
      'workItems',
      'workItemsHierarchy',
      'workItemsHierarchyAllLevels',
      'budgets',
      'users',
      'activityTypes',
      'approvals',
      'iterations',
    ]);
  });

  test('has rows in every set, and counts them', async () => {
    const count = async (set: string) => Number((await service.ask('admin', `${set}/$count`)).text);
    expect(await count('workLogsOnly')).toBe(live(service).length);
    expect(await count('workLogsWorkItems')).toBe(live(service).length);
    expect(await count('workItems')).toBe(400);
    expect(await count('workItemsHierarchyAllLevels')).toBe(400);
    expect(await count('workItemsHierarchy')).toBe(
      service.workItems.filter(({ parent_id: parentId }) => parentId === null).length,
    );
    expect(await count('budgets')).toBe(service.budgets.length);
    expect(await count('users')).toBe(12);
    expect(await count('activityTypes')).toBe(service.activityTypes.length);
    expect(await count('iterations')).toBeGreaterThan(2);
    expect(await count('approvals')).toBeGreaterThan(100);
    const filtered = await service.ask('admin', "workItems/$count?$filter=System_TeamProject eq 'Atlas'");
    expect(Number(filtered.text)).toBe(service.workItems.filter(({ project }) => project === 'Atlas').length);
  });
});

describe('one of a set', () => {
  test('is found by its key', async () => {
    const [log] = live(service);
    expect(await json(`workLogsOnly(${log?.id})`)).toMatchObject({ Id: log?.id, PeriodLength: log?.seconds });
    expect(await json(`WORKLOGSWORKITEMS(${log?.id})/PeriodLength/`)).toMatchObject({ value: log?.seconds });
    expect((await service.ask('admin', `workLogsOnly(${log?.id})/Comment/$value`)).text).toBe(log?.comment);
    expect(await json('workItems(System_Id=1001)')).toMatchObject({ System_Title: item(1001)?.title });
    const [budget] = service.budgets;
    expect(await json(`budgets(${budget?.id})/BudgetName`)).toMatchObject({ value: budget?.name });
  });

  test.each([
    'workItems(99999)',
    'workItems(99999)/Children',
    'budgets(00000000-0000-0000-0000-000000000000)',
  ])('that is not there is 404: %s', async (path) => {
    const { status, text } = await service.ask('admin', path);
    expect([status, (JSON.parse(text) as { error: object }).error]).toEqual([
      404,
      { code: 'NotFound', message: expect.any(String) as string },
    ]);
  });
});

describe('from a work item', () => {
  test('lead paths up', async () => {
    const { id, parentId } = middle();
    const root = (each: number): number => {
      const above = item(each)?.parent_id ?? null;
      return above === null ? each : root(above);
    };
    for (const path of ['Parent', 'ParentItem'])
      expect(await json(`workItems(${id})/${path}`)).toMatchObject({
        System_Id: parentId,
        System_Title: item(parentId)?.title,
      });
    expect(await json(`workItems(${id})/Root`)).toMatchObject({ System_Id: root(id) });
    const top = root(id);
    expect((await service.ask('admin', `workItems(${top})/Parent`)).status).toBe(204);
  });

  test('lead paths down', async () => {
    const { id } = middle();
    const children = service.workItems
      .filter(({ parent_id: parentId }) => parentId === id)
      .map((child) => child.id)
      .toSorted(byText);
    expect(ids(await service.rows(`workItems(${id})/Children`))).toEqual(children);
    expect(ids(await service.rows(`workItemsHierarchy(${item(id)?.parent_id})/Children`))).toContain(id);
    const all = withAllBelow(service, id);
    expect(ids(await service.rows(`workItems(${id})/AllWorklogs`), 'Id')).toEqual(logsOf(all));
    const [busiest] = [...tracked()]
      .toSorted(([, one], [, other]) => other - one)
      .map(([key]) => Number(key));
    expect(ids(await service.rows(`workItems(${busiest})/DirectWorklogs`), 'Id')).toEqual(
      logsOf([busiest ?? 0]),
    );
  });

  test('time below it is added up', async () => {
    const [root] = service.workItems.filter(({ parent_id: parentId }) => parentId === null);
    const rows = await service.rows(
      `workItemsHierarchy(${root?.id})/AllWorklogs?$apply=aggregate(PeriodLength with sum as PeriodLength)`,
    );
    expect(rows).toEqual([{ PeriodLength: total(tracked(), withAllBelow(service, root?.id ?? 0)) }]);
  });
});

describe('from a budget', () => {
  test('paths lead to its worklogs and items', async () => {
    for (const { id } of service.budgets) {
      const { Tracked } = await json(`budgets(${id})`);
      const sum = await service.rows(
        `budgets(${id})/Worklogs?$apply=aggregate(PeriodLength with sum as Seconds)`,
      );
      expect(Number(sum[0]?.['Seconds'] ?? 0)).toBe(Tracked);
      const items = await service.rows(`budgets(${id})/WorkItems?$select=System_Id,Budget`);
      expect(items.every(({ Budget }) => (Budget as Row)['Id'] === id)).toBe(true);
    }
  });
});

describe('requests with a body', () => {
  const post = (url: string, body: string, type = 'text/plain') =>
    service.ask('admin', url, { method: 'POST', body, headers: { 'content-type': type } });

  test.each(['$filter=PeriodLength gt 20000&$select=Id', 'filter=PeriodLength gt 20000&select=Id'])(
    '$query takes options as text: %s',
    async (body) => {
      const rows = pageOf(await post('workLogsOnly/$query', body)).value;
      const long = live(service).filter(({ seconds }) => seconds > 20_000);
      expect(ids(rows, 'Id')).toEqual(long.map(({ id }) => id).toSorted(byText));
    },
  );

  test('$batch takes several requests as JSON', async () => {
    const body = JSON.stringify({
      requests: [
        { id: 'a', method: 'GET', url: 'workItems/$count' },
        {
          id: 'b',
          method: 'GET',
          url: '/api/odata/v3.2/workLogsOnly?worklogsFilter=WorkItemId eq 1001&$top=1',
        },
        { id: 'c', method: 'GET', url: 'nothing' },
      ],
    });
    const { status, text } = await post('$batch', body, 'application/json');
    const { responses } = JSON.parse(text) as { responses: { id: string; status: number; body: unknown }[] };
    expect([status, responses.map((each) => [each.id, each.status])]).toEqual([
      200,
      [
        ['a', 200],
        ['b', 200],
        ['c', 404],
      ],
    ]);
    expect(responses[1]?.body).toMatchObject({ value: [{ WorkItemId: 1001 }] });
  });

  test('$batch takes several requests as multipart', async () => {
    const part = (url: string) =>
      `--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET ${url} HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n`;
    const body = `${part('workItems(1001)/System_Title')}${part('budgets/$count')}--b--\r\n`;
    const { status, headers, text } = await post('$batch', body, 'multipart/mixed;boundary=b');
    expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^multipart\/mixed;/)]);
    expect(text).toContain(`"value":"${item(1001)?.title}"`);
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  });
});
