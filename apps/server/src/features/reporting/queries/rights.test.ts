import { afterEach, describe, expect, test } from 'vitest';
import { byText, live, seconds } from './raw.ts';
import { type Row, useService } from './use-service.ts';

const service = useService();

const of = (account: string) => live(service).filter((log) => log.person_id === service.idOf(account));
const sumFor = (account: string, url = 'workLogsOnly') =>
  service.rows(`${url}?$apply=aggregate(PeriodLength with sum as Seconds)`, { account });

const errorOf = (text: string) => (JSON.parse(text) as { error: Row }).error;

async function set(settings: object) {
  const { status, text } = await service.ask('admin', '/api/rest/settings?api-version=3.2', {
    method: 'PATCH',
    body: JSON.stringify(settings),
    headers: { 'content-type': 'application/json' },
  });
  expect([status, text]).toEqual([200, expect.any(String)]);
}

describe('who sees what', () => {
  test('Team sees own time only, in every set and by every way', async () => {
    expect(await sumFor('cleo')).toEqual([{ Seconds: seconds(of('cleo')) }]);
    expect(await sumFor('cleo', 'workLogsWorkItems')).toEqual([{ Seconds: seconds(of('cleo')) }]);
    const others = of('bob')[0]?.id ?? '';
    expect((await service.ask('cleo', `workLogsOnly(${others})`)).status).toBe(404);
    expect((await service.ask('cleo', `users(${service.idOf('bob')})/Worklogs`)).status).toBe(404);
    const roots = await service.rows('workItemsHierarchy?$select=TrackedTotal', { account: 'cleo' });
    const onItems = of('cleo').filter(({ work_item_id: id }) => id !== null);
    expect(roots.reduce((sum, row) => sum + Number(row['TrackedTotal']), 0)).toBe(seconds(onItems));
  });

  test.each(['bob', 'ann', 'admin'])('%s sees the team', async (account) => {
    expect(await sumFor(account)).toEqual([{ Seconds: seconds(live(service)) }]);
  });

  test('prefilter=Me leaves one’s own', async () => {
    const rows = await service.rows('workLogsOnly?prefilter=Me&$select=Id', { account: 'ann' });
    expect(rows.map(({ Id }) => Id).toSorted(byText)).toEqual(
      of('ann')
        .map(({ id }) => id)
        .toSorted(byText),
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  test('budgets and what is billable are for the roles Budget and Administrator', async () => {
    const seen = async (account: string) => {
      const budgets = await service.rows('budgets', { account });
      const [sum] = await service.rows(
        'workLogsOnly?$apply=aggregate(BillablePeriodLength with sum as Billable,BudgetId with countdistinct as Budgets)',
        { account },
      );
      return [budgets.length > 0, sum?.['Billable'] !== null, sum?.['Budgets'] !== 0];
    };
    expect(await seen('cleo')).toEqual([false, false, false]);
    expect(await seen('bob')).toEqual([false, false, false]);
    expect(await seen('ann')).toEqual([true, true, true]);
    expect(await seen('admin')).toEqual([true, true, true]);
  });
});

test('those who may not see what is billable can order and group by it all the same', async () => {
  for (const url of [
    'workItems?$orderby=TrackedTotalBillable desc&$top=1',
    'workLogsOnly?$orderby=IsBillable,BillablePeriodLength desc&$top=1',
    'iterations?$orderby=TrackedBillable&$top=1',
    'workItems?$apply=groupby((TrackedTotalBillable,BudgetAssignmentType))',
  ])
    expect((await service.rows(url, { account: 'cleo' })).length).toBe(1);
});

describe('the state of the organization', () => {
  afterEach(() => set({ operation: 'active', operationMessage: '' }));

  test('maintenance refuses reports in the form of OData', async () => {
    await set({ operation: 'maintenance', operationMessage: 'Back at noon.' });
    const { status, text } = await service.ask('bob', 'workLogsOnly');
    expect([status, errorOf(text)]).toEqual([
      503,
      { code: 'ApiDisabled', message: expect.stringContaining('Back at noon.') as string },
    ]);
  });

  test('read-only serves everything, POST included', async () => {
    await set({ operation: 'readOnly' });
    expect((await service.ask('bob', 'workLogsOnly?$top=1')).status).toBe(200);
    const query = { method: 'POST', body: '$top=1', headers: { 'content-type': 'text/plain' } } as const;
    expect((await service.ask('bob', 'workLogsOnly/$query', query)).status).toBe(200);
    const batch = {
      method: 'POST',
      body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url: 'budgets/$count' }] }),
      headers: { 'content-type': 'application/json' },
    } as const;
    expect((await service.ask('bob', '$batch', batch)).status).toBe(200);
  });
});

describe('the quota', () => {
  const limited = useService({ quota: 'free' });

  test('of a person is refused in the form of OData, with the seconds to wait', async () => {
    const answers = [];
    // Two windows of five requests at most.
    for (let index = 0; index < 11; index += 1) answers.push(await limited.ask('bob', 'budgets'));
    const refused = answers.find(({ status }) => status === 429);
    expect(errorOf(refused?.text ?? '{}')).toMatchObject({ code: 'QuoteExceededError' });
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
