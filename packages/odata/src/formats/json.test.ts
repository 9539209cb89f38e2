import { expect, test } from 'vitest';
import type { RowsResult } from '../http/executor.ts';
import { type Envelope, jsonObject, jsonPage, jsonRows, jsonValue } from './json.ts';
import { allOf } from './testing/tables.ts';

const envelope = {
  root: 'https://shop.example/odata/',
  prefix: '@odata.',
  metadata: 'minimal',
  ieee754Compatible: false,
  nextLink: (token: string) => `https://shop.example/odata/Orders?$skiptoken=${token}`,
} as const;

function rowsOf(rows: string, result: Partial<RowsResult> = {}): RowsResult {
  return {
    kind: 'rows',
    context: 'Orders(Id)',
    rows,
    count: null,
    nextToken: () => null,
    columns: [],
    ...result,
  };
}

/** As it is written all at once, which is as it is written row by row. */
async function text(result: RowsResult, envelope: Envelope): Promise<string> {
  const rows = String(result.rows);
  async function* some() {
    if (rows !== '') yield* rows.split(',\n');
  }
  const page = jsonPage(rows, result, envelope);
  expect((await allOf(jsonRows(some(), result, envelope))).toString()).toBe(page);
  return page;
}

test('rows are passed through as they are', async () => {
  const written = await text(rowsOf('{"Id":1.0},\n{"Id":2},\n{"Id":3}'), envelope);
  expect(written).toBe(
    '{"@odata.context":"https://shop.example/odata/$metadata#Orders(Id)","value":[{"Id":1.0},\n{"Id":2},\n{"Id":3}]}',
  );
});

test('the count is a text where whole numbers of 64 bits are', async () => {
  const written = await text(rowsOf('', { count: 7 }), { ...envelope, ieee754Compatible: true });
  expect(JSON.parse(written)).toMatchObject({ '@odata.count': '7' });
});

test('count and next link surround the rows', async () => {
  const result = rowsOf('1', { count: 7, nextToken: () => 'abc' });
  expect(JSON.parse(await text(result, envelope))).toEqual({
    '@odata.context': 'https://shop.example/odata/$metadata#Orders(Id)',
    '@odata.count': 7,
    value: [1],
    '@odata.nextLink': 'https://shop.example/odata/Orders?$skiptoken=abc',
  });
});

test('without metadata there is no context; count and next link stay', async () => {
  const result = rowsOf('', { count: 0, nextToken: () => 'abc' });
  const written = JSON.parse(await text(result, { ...envelope, metadata: 'none' }));
  expect(Object.keys(written)).toEqual(['@odata.count', 'value', '@odata.nextLink']);
});

test('names of annotations are short where that is asked for', async () => {
  const result = rowsOf('', { count: 0, nextToken: () => 'abc' });
  const written = JSON.parse(await text(result, { ...envelope, prefix: '@' }));
  expect(Object.keys(written)).toEqual(['@context', '@count', 'value', '@nextLink']);
});

test('an entity has its context as the first member', () => {
  const result = { kind: 'object', context: 'Orders/$entity', columns: [] } as const;
  expect(jsonObject({ ...result, json: ' {"Id":1}' }, envelope)).toBe(
    '{"@odata.context":"https://shop.example/odata/$metadata#Orders/$entity","Id":1}',
  );
  expect(JSON.parse(jsonObject({ ...result, json: '{ }' }, envelope))).toEqual({
    '@odata.context': 'https://shop.example/odata/$metadata#Orders/$entity',
  });
  expect(jsonObject({ ...result, json: '{}' }, { ...envelope, metadata: 'none' })).toBe('{}');
});

test('a primitive value is wrapped', () => {
  const result = { kind: 'value', context: 'Orders(1)/Total', json: '1.50', type: 'Edm.Decimal' } as const;
  expect(jsonValue(result, { ...envelope, metadata: 'none' })).toBe('{"value":1.50}');
});
