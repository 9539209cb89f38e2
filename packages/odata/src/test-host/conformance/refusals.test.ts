import { describe, expect, test } from 'vitest';
import { useTestHost } from '../testing/use-test-host.ts';

// What a service must not accept, and how it says so (OData Protocol 4.01, 9 and 11.2; JSON Format 4.01, 21).

const host = useTestHost();

describe('status, code and target of', () => {
  test.each<[string, number, string, string | undefined]>([
    // Options of OData that are none; others are the host's own.
    ['Products?$foo=1', 400, 'SyntaxError', '$foo'],
    ['Products?$top=1&$top=2', 400, 'SyntaxError', '$top'],
    ['Products?$top=1&top=2', 400, 'SyntaxError', '$top'],
    ['Products?$top=-1', 400, 'SyntaxError', '$top'],
    ['Products?$skip=x', 400, 'SyntaxError', '$skip'],
    ['Products?$count=1', 400, 'SyntaxError', '$count'],
    ['Products?$skiptoken=abc', 400, 'InvalidQuery', '$skiptoken'],
    ['Products?$deltatoken=abc', 501, 'NotImplemented', '$deltatoken'],
    ['Products?$schemaversion=7', 404, 'NotFound', '$schemaversion'],
    ['Products?$id=Products(1)', 400, 'InvalidQuery', '$id'],
    ['Products?$index=1', 400, 'InvalidQuery', '$index'],
    ['Categories?$search=tea', 501, 'NotImplemented', '$search'],
    ['Products(1)?$filter=Id eq 1', 400, 'InvalidQuery', '$filter'],
    ['Products(1)?$top=1', 400, 'InvalidQuery', '$top'],
    // Paths.
    ['Nothing', 404, 'NotFound', 'Nothing'],
    ['Products(999)', 404, 'NotFound', undefined],
    ['Products(1)/Nope', 404, 'NotFound', 'Nope'],
    ["Products('a')", 400, 'TypeMismatch', "Products('a')"],
    ['Products(Id=1,Name=2)', 400, 'UnknownName', 'Products(Id=1,Name=2)'],
    ['Orders(5000000003)/Lines(2)', 400, 'InvalidQuery', 'Lines(2)'],
    ['Orders(5000000003)/Lines(Number=2)', 400, 'InvalidQuery', 'Lines(Number=2)'],
    ['Products(1)/Name/Length', 404, 'NotFound', 'Length'],
    ['Products(1)/Name/$count', 400, 'InvalidQuery', undefined],
    ['Products/$value', 400, 'InvalidQuery', undefined],
    ['$all', 501, 'NotImplemented', undefined],
    ['$crossjoin(Products,Orders)', 501, 'NotImplemented', undefined],
    // Expressions.
    ['Products?$filter=Name', 400, 'TypeMismatch', '$filter'],
    ['Products?$filter=Name eq 1', 400, 'TypeMismatch', '$filter'],
    ['Products?$filter=Name eq', 400, 'SyntaxError', '$filter'],
    ['Products?$filter=Prise gt 1', 400, 'UnknownName', '$filter'],
    ['Products?$filter=nofunction(Name)', 400, 'SyntaxError', '$filter'],
    ['Products?$filter=contains(Name)', 400, 'SyntaxError', '$filter'],
    ['Products?$orderby=Tags', 400, 'TypeMismatch', '$orderby'],
    ['Products?$select=Nope', 400, 'UnknownName', '$select'],
    ['Products?$expand=Name', 400, 'UnknownName', '$expand'],
    ['Products?$apply=groupby((Nope))', 400, 'UnknownName', '$apply'],
    ['Products?$apply=explode(Name)', 400, 'SyntaxError', '$apply'],
  ])('%s', async (url, status, code, target) => {
    const answer = await host.ask(url);
    expect(answer.headers.get('content-type')).toBe('application/json;charset=utf-8');
    const { error } = (await answer.json()) as { error: Record<string, unknown> };
    expect([answer.status, error['code'], error['target']]).toEqual([status, code, target]);
    expect(error['message']).toEqual(expect.stringMatching(/\S/));
  });
});

test('an error tells the position, what was expected, and the nearest names', async () => {
  expect(await host.json("Products?$filter=Price gt 1 and Nmae eq 'x'")).toEqual({
    error: {
      code: 'UnknownName',
      message: 'Unknown property "Nmae" of Shop.Product at position 15; nearest: Name.',
      target: '$filter',
      details: [{ code: 'Position', message: '15', target: '$filter' }],
    },
  });
});

test('options without a dollar that OData does not know are the host’s own', async () => {
  expect((await host.ask('Products?foo=1&$top=1')).status).toBe(200);
});

test('a value that does not fit its type is the client’s fault, as only the client can change it', async () => {
  const answer = await host.ask(
    'Products?$apply=aggregate(Stock with sum as All)/compute(All mul 9000000000 as Much)',
  );
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: 'InvalidQuery' } }]);
});

test('a body beyond the bound is refused', async () => {
  const answer = await host.ask('Products/$query', {
    method: 'POST',
    body: '$filter='.padEnd(1_000_001, '1'),
  });
  expect([answer.status, await answer.json()]).toMatchObject([413, { error: { code: 'TooComplex' } }]);
});
