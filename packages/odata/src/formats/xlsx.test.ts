import { expect, test } from 'vitest';
import { python } from './testing/python.ts';
import { allOf, column, tableOf } from './testing/tables.ts';
import { xlsx } from './xlsx.ts';

/** Reads a workbook with Python's own ZIP and XML: names of sheets, and of each row its cells as [type, style, text]. */
const READ = `
import io, json, sys, zipfile
import xml.etree.ElementTree as tree
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert archive.testzip() is None
space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
book = tree.fromstring(archive.read('xl/workbook.xml'))
names = [each.get('name') for each in book.iter(space + 'sheet')]
sheets = []
for number in range(1, len(names) + 1):
    sheet = tree.fromstring(archive.read('xl/worksheets/sheet%d.xml' % number))
    rows = []
    for row in sheet.iter(space + 'row'):
        rows.append([[each.get('r'), each.get('t', 'n'), int(each.get('s', '0')), ''.join(each.itertext())] for each in row])
    sheets.append(rows)
pane = sheet.find('.//' + space + 'pane')
print(json.dumps({'names': names, 'sheets': sheets, 'frozen': [pane.get('state'), pane.get('ySplit')], 'files': archive.namelist()}))
`;

interface Workbook {
  readonly names: string[];
  readonly sheets: [string, string, number, string][][][];
  readonly frozen: string[];
  readonly files: string[];
}

async function read(table: Parameters<typeof xlsx>[0], options: Partial<Parameters<typeof xlsx>[1]> = {}) {
  return python(READ, await allOf(xlsx(table, { sheetName: 'Orders', ...options }))) as Workbook;
}

test('numbers, truths, dates, times and durations are cells of their types', async () => {
  const { table } = tableOf(
    [
      column('Total', 'Edm.Decimal'),
      column('Paid', 'Edm.Boolean'),
      column('At', 'Edm.DateTimeOffset'),
      column('On', 'Edm.Date'),
      column('From', 'Edm.TimeOfDay'),
      column('For', 'Edm.Duration'),
      column('By/Name'),
    ],
    [
      {
        Total: '-12.50',
        Paid: true,
        At: '2024-02-29T18:00:00+06:00',
        On: '1900-03-01',
        From: '06:00:00',
        For: '-P1DT12H',
        By: { Name: 'Ann' },
      },
      { Total: null, By: null },
    ],
  );
  const { sheets, frozen } = await read(table);
  expect(sheets[0]?.slice(1)).toEqual([
    [
      ['A2', 'n', 0, '-12.50'],
      ['B2', 'b', 0, '1'],
      ['C2', 'n', 1, '45351.5'],
      ['D2', 'n', 2, '61'],
      ['E2', 'n', 3, '0.25'],
      ['F2', 'n', 4, '-1.5'],
      ['G2', 'inlineStr', 0, 'Ann'],
    ],
    [],
  ]);
  expect(frozen).toEqual(['frozen', '1']);
});

test('what no spreadsheet knows as a number or date is a text', async () => {
  const { table } = tableOf(
    [column('N', 'Edm.Double'), column('D', 'Edm.Date'), column('T', 'Edm.TimeOfDay')],
    [{ N: 'NaN', D: '1899-12-31', T: 'noon' }],
  );
  const [, row] = (await read(table)).sheets[0] ?? [];
  expect(row?.map(([, type, , text]) => [type, text])).toEqual([
    ['inlineStr', 'NaN'],
    ['inlineStr', '1899-12-31'],
    ['inlineStr', 'noon'],
  ]);
});

test('texts that look like formulas are texts, and stay so when they are edited', async () => {
  const { table } = tableOf([column('A')], [{ A: '=1+1' }, { A: '<b>&"' }, { A: '_x0041_\u0001' }]);
  const [, ...rows] = (await read(table)).sheets[0] ?? [];
  expect(rows).toEqual([
    [['A2', 'inlineStr', 6, '=1+1']],
    [['A3', 'inlineStr', 0, '<b>&"']],
    [['A4', 'inlineStr', 0, '_x005F_x0041_\uFFFD']],
  ]);
});

test('a text is cut where a cell ends', async () => {
  const { table } = tableOf([column('A')], [{ A: 'x'.repeat(40_000) }]);
  const [, [cell] = []] = (await read(table)).sheets[0] ?? [];
  expect(cell?.[3]).toBe(`${'x'.repeat(32_766)}…`);
});

test('what does not fit on a sheet goes to the next, each with its head', async () => {
  const row = (A: number) => ({ A });
  const { table } = tableOf([column('A', 'Edm.Int32')], [row(1), row(2), row(3)], [], [row(4), row(5)]);
  const { names, sheets } = await read(table, {
    rowsPerSheet: 2,
    sheetName: 'A/very: long [name] of a sheet',
  });
  expect(names).toEqual([
    'A very  long  name  of a sheet',
    'A very  long  name  of a sh (2)',
    'A very  long  name  of a sh (3)',
  ]);
  expect(sheets.map((rows) => rows.map((cells) => cells[0]?.[3]))).toEqual([
    ['A', '1', '2'],
    ['A', '3', '4'],
    ['A', '5'],
  ]);
});

test('a full last sheet is not followed by an empty one', async () => {
  const { table } = tableOf([column('A')], [{ A: 'x' }]);
  expect((await read(table, { rowsPerSheet: 1 })).names).toEqual(['Orders']);
});

test('columns beyond Z have two letters', async () => {
  const { table } = tableOf(Array.from({ length: 703 }, (_, index) => column(`C${index}`)));
  const [head] = (await read(table)).sheets[0] ?? [];
  expect([25, 26, 701, 702].map((index) => head?.[index]?.[0])).toEqual(['Z1', 'AA1', 'ZZ1', 'AAA1']);
});

test('names and texts that XML can hold only in part are written so that it stays well-formed', async () => {
  const { table } = tableOf([column('A')], [{ A: '\uD800 ]]> \u0000' }]);
  const { names, sheets } = await read(table, { sheetName: 'A & "B"' });
  expect(names).toEqual(['A & "B"']);
  expect(sheets[0]?.[1]?.[0]?.[3]).toBe('\uFFFD ]]> \uFFFD');
});

test('who stops reading closes the rows', async () => {
  const { table, state } = tableOf([column('A')], ...Array.from({ length: 5 }, (_, A) => [{ A }]));
  const stream = xlsx(table, { sheetName: 'A' });
  while (state.given < 2) await stream.next();
  await stream.return(undefined);
  expect(state).toEqual({ given: 2, isClosed: true });
});
