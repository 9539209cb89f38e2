import { expect, test } from 'vitest';
import { useService } from './use-service.ts';

const service = useService();

test.each([
  'Timestamp add null',
  'Timestamp sub null',
  'null add Timestamp',
  'PeriodLength add null',
  "duration'PT1H' mul null",
  'null add null',
])('%s is null wherever it stands', async (text) => {
  const statusOf = async (query: string) => (await ask(query)).status;
  expect(await statusOf(`$orderby=(${text}) desc`)).toBe(200);
  expect(await statusOf(`$compute=${text} as X&$orderby=X`)).toBe(200);
  expect((await ask(`$filter=(${text}) eq null&$count=true`)).count).toBeGreaterThan(0);
  const groups = await ask(`$apply=compute(${text} as X)/groupby((X),aggregate($count as N))`);
  expect(groups.value).toMatchObject([{ X: null }]);
});

async function ask(query: string) {
  const { status, text } = await service.ask('admin', `workLogsOnly?${encodeURI(query)}`, {
    version: 'v3.3-beta',
  });
  const body = JSON.parse(text) as { value: unknown[]; '@odata.count'?: number };
  return { status, value: body.value, count: body['@odata.count'] ?? 0 };
}
