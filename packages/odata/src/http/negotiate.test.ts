import { expect, test } from 'vitest';
import { negotiate, negotiateMetadata } from './negotiate.ts';
import { libraryService } from './testing/books.ts';

const all = ['json', 'csv', 'xlsx'] as const;

test.each([
  [undefined, undefined, 'json', 'minimal'],
  [undefined, '', 'json', 'minimal'],
  [undefined, 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json', 'minimal'],
  [undefined, 'text/csv', 'csv', 'minimal'],
  [undefined, 'text/csv, */*', 'csv', 'minimal'],
  [undefined, 'text/csv;q=0.5, application/json;q=0.6', 'json', 'minimal'],
  [undefined, 'application/json;q=0, */*;q=0.1', 'csv', 'minimal'],
  [undefined, 'text/*', 'csv', 'minimal'],
  [undefined, 'application/json;odata.metadata=none, application/json', 'json', 'none'],
  [undefined, 'application/json;metadata=full;q=0.2, application/json;q=0.1', 'json', 'full'],
  [undefined, 'application/json;odata=verbose, application/json;odata.metadata=FULL', 'json', 'full'],
  [undefined, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx', 'minimal'],
  ['json', 'text/csv', 'json', 'minimal'],
  ['JSON', undefined, 'json', 'minimal'],
  ['xlsx', undefined, 'xlsx', 'minimal'],
  ['application/json;odata.metadata=none', undefined, 'json', 'none'],
  ['json;odata.metadata=full', undefined, 'json', 'full'],
])('$format %s with Accept %s gives %s, %s', (format, accept, expected, metadata) => {
  expect(negotiate(format, accept, all)).toMatchObject({ format: expected, metadata });
});

test.each([
  ['xml', undefined],
  ['atom', undefined],
  ['json;odata.metadata=all', undefined],
  [undefined, 'application/atom+xml'],
  [undefined, 'application/json;odata.metadata=all'],
  [undefined, 'nonsense'],
  [undefined, 'application/json;q=0'],
])('$format %s with Accept %s is not acceptable', (format, accept) => {
  expect(() => negotiate(format, accept, all)).toThrow(expect.objectContaining({ status: 406 }));
});

test.each([
  [undefined, undefined, '4.01', 'xml'],
  [undefined, 'application/json;q=1.0, application/xml;q=0.1', '4.01', 'xml'],
  [undefined, '*/*', '4.0', 'xml'],
  [undefined, 'application/json', '4.01', 'json'],
  [undefined, 'application/json', '4.0', 'xml'],
  ['json', 'application/xml', '4.01', 'json'],
  ['json', undefined, '4.0', 'json'],
  ['application/xml', undefined, '4.01', 'xml'],
  ['application/json;odata.metadata=minimal', undefined, '4.01', 'json'],
] as const)(
  'metadata by $format %s and Accept %s for a client of %s is %s',
  (format, accept, version, expected) => {
    expect(negotiateMetadata(format, accept, version)).toBe(expected);
  },
);

test('metadata in another form is not acceptable', () => {
  expect(() => negotiateMetadata('csv', undefined, '4.01')).toThrow(expect.objectContaining({ status: 406 }));
  expect(() => negotiateMetadata(undefined, 'text/csv', '4.01')).toThrow(
    expect.objectContaining({ status: 406 }),
  );
});

test('$metadata is answered in both forms, for both versions', async () => {
  const { ask } = libraryService();
  const xml = await ask('$metadata', { headers: { 'odata-maxversion': '4.0' } });
  expect([xml.headers['content-type'], xml.headers['odata-version']]).toEqual([
    'application/xml;charset=utf-8',
    '4.0',
  ]);
  expect(xml.text).toContain('Version="4.0"');
  const json = await ask('$metadata?$format=json');
  expect(json.headers['content-type']).toBe('application/json;charset=utf-8');
  expect(JSON.parse(json.text).$Version).toBe('4.01');
});

test.each([
  [{}, '4.0'],
  [{ 'odata-maxversion': '4.01' }, '4.01'],
  [{ 'odata-version': '4.01' }, '4.01'],
  [{ 'odata-version': '4.01', 'odata-maxversion': '4.0' }, '4.0'],
])('the XML of $metadata for %o says %s', async (headers, version) => {
  const { text } = await libraryService().ask('$metadata', { headers });
  expect(/<edmx:Edmx [^>]*Version="([^"]*)"/.exec(text)?.[1]).toBe(version);
});

test('CSV and XLSX hold all rows at once, under an attachment’s name', async () => {
  const { ask, state } = libraryService();
  const csv = await ask('Books?$format=csv', { headers: { prefer: 'odata.maxpagesize=2' } });
  expect(csv.headers).toEqual({
    'content-type': 'text/csv;charset=utf-8;header=present',
    'content-disposition': 'attachment; filename="Books.csv"',
    'odata-version': '4.01',
  });
  expect(csv.text.split('\r\n')).toEqual([
    'Id,Author/Name',
    "1,'=A1",
    "2,'=A2",
    "3,'=A3",
    "4,'=A4",
    "5,'=A5",
    '',
  ]);
  const xlsx = await ask('Books?$format=xlsx');
  expect(xlsx.bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(state.asked.map(({ output }) => [output.pageSize, output.ieee754Compatible])).toEqual([
    [Number.POSITIVE_INFINITY, true],
    [Number.POSITIVE_INFINITY, true],
  ]);
});

test('one entity and one value are tables of one row', async () => {
  const { ask } = libraryService();
  expect((await ask('Books(1)?$format=csv')).text).toBe("Id,Author/Name\r\n1,'-Ann\r\n");
  expect((await ask('Books(1)/Title?$format=text/csv;bom=true')).text).toBe("\uFEFFvalue\r\n'=Emma\r\n");
});

test.each([
  [{}, '@odata.context'],
  [{ 'odata-maxversion': '4.01' }, '@odata.context'],
  [{ 'odata-version': '4.01' }, '@context'],
  [{ 'odata-version': '4.01', 'odata-maxversion': '4.0' }, '@odata.context'],
])('with %j annotations are named %s', async (headers, name) => {
  const { text } = await libraryService().ask('Books', { headers });
  expect(Object.keys(JSON.parse(text))[0]).toBe(name);
});
