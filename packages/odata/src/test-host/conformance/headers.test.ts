import { describe, expect, test } from 'vitest';
import { useTestHost } from '../testing/use-test-host.ts';

// OData Protocol 4.01, 8 (headers), 11.1 (documents) and 13.1 (conformance levels).

const host = useTestHost();
const JSON_TYPE = 'application/json;odata.metadata=minimal;charset=utf-8';

test('the service document and $metadata are at the root', async () => {
  const root = await host.ask('');
  expect([root.status, root.headers.get('content-type')]).toEqual([200, JSON_TYPE]);
  expect(await root.json()).toMatchObject({ '@odata.context': `${host.address()}$metadata` });
  const metadata = await host.ask('$metadata');
  expect([metadata.status, metadata.headers.get('content-type')]).toEqual([
    200,
    'application/xml;charset=utf-8',
  ]);
});

describe('versions', () => {
  test.each<[Record<string, string>, number, string, string | null]>([
    [{}, 200, '4.01', '@odata.context'],
    [{ 'OData-MaxVersion': '4.0' }, 200, '4.0', '@odata.context'],
    [{ 'OData-Version': '4.0' }, 200, '4.01', '@odata.context'],
    [{ 'OData-MaxVersion': '4.01' }, 200, '4.01', '@odata.context'],
    [{ 'OData-Version': '4.01', 'OData-MaxVersion': '4.01' }, 200, '4.01', '@context'],
    [{ 'OData-MaxVersion': '5.0' }, 200, '4.01', '@odata.context'],
    [{ 'OData-MaxVersion': '3.0' }, 400, '4.01', null],
    [{ 'OData-Version': '3.0' }, 400, '4.01', null],
  ])('%o', async (headers, status, version, context) => {
    const answer = await host.ask('Products(1)', { headers });
    expect([answer.status, answer.headers.get('odata-version')]).toEqual([status, version]);
    const [first] = Object.keys((await answer.json()) as object);
    expect(first).toBe(context ?? 'error');
  });
});

describe('formats', () => {
  test.each([
    ['application/json', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/atom+xml;q=1, application/json;q=0.5', JSON_TYPE],
    ['application/json;odata.metadata=none', 'application/json;odata.metadata=none;charset=utf-8'],
    ['application/json;metadata=full', 'application/json;odata.metadata=full;charset=utf-8'],
    [
      'application/json;IEEE754Compatible=true',
      'application/json;odata.metadata=minimal;IEEE754Compatible=true;charset=utf-8',
    ],
    ['text/csv', 'text/csv;charset=utf-8;header=present'],
  ])('Accept: %s', async (accept, type) => {
    const answer = await host.ask('Products?$top=1', { headers: { accept } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  });

  test('$format decides before Accept', async () => {
    const headers = { accept: 'text/csv' };
    const answer = await host.ask('Products?$top=1&$format=json', { headers });
    expect(answer.headers.get('content-type')).toBe(JSON_TYPE);
  });

  test.each(['Products?$format=atom', 'Products?$format=application/xml', '$metadata?$format=csv'])(
    '%s is not acceptable',
    async (url) => {
      expect((await host.ask(url)).status).toBe(406);
    },
  );

  test('metadata=none leaves only counts and next links, metadata=full says types and links', async () => {
    const none = await host.json('Products?$top=1&$select=Id&$count=true&$format=json;metadata=none');
    expect(none).toEqual({ '@odata.count': 59, value: [{ Id: 1 }] });
    expect(await host.json('Products(1)?$select=Price&$format=json;metadata=full')).toMatchObject({
      '@odata.type': '#Shop.Product',
      '@odata.id': 'Products(1)',
      'Category@odata.navigationLink': 'Products(1)/Category',
      'Price@odata.type': '#Decimal',
      Price: 1.37,
    });
  });

  test('IEEE754Compatible writes Int64, Decimal and counts as texts', async () => {
    const query =
      'Orders?$top=1&$select=Id&$count=true&$expand=Lines($count=true;$select=UnitPrice,Quantity)';
    expect(await host.json(`${query}&$format=json;IEEE754Compatible=true`)).toMatchObject({
      '@odata.count': '40',
      value: [{ Id: '5000000001', 'Lines@odata.count': '1', Lines: [{ UnitPrice: '26.03', Quantity: 3 }] }],
    });
  });
});

describe('preferences', () => {
  test('maxpagesize is honored and told, and holds for the pages that follow', async () => {
    const answer = await host.ask('Products?$select=Id', { headers: { prefer: 'odata.maxpagesize=7' } });
    expect(answer.headers.get('preference-applied')).toBe('odata.maxpagesize=7');
    const page = (await answer.json()) as { value: unknown[]; '@odata.nextLink': string };
    expect(page.value).toHaveLength(7);
    const next = await host.json(page['@odata.nextLink'].slice(host.address().length));
    expect(next).toMatchObject({ value: Array.from({ length: 7 }, (_, index) => ({ Id: index + 8 })) });
  });

  test('unknown preferences are passed over', async () => {
    const answer = await host.ask('Products?$top=1', { headers: { prefer: 'respond-async, wait=5' } });
    expect([answer.status, answer.headers.get('preference-applied')]).toEqual([200, null]);
  });
});

test('HEAD answers as GET does, without the body', async () => {
  const answer = await host.ask('Products', { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    JSON_TYPE,
    '',
  ]);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
  '%s is refused, and what is allowed is told',
  async (method) => {
    const answer = await host.ask('Products(1)', { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  },
);
