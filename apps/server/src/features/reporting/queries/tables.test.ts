import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { live, seconds } from './raw.ts';
import { useService } from './use-service.ts';

const service = useService();

const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '"quoted", and\nbroken'];

beforeAll(async () => {
  for (const [index, comment] of evil.entries()) {
    const { status } = await service.ask('admin', '/api/rest/workLogs?api-version=3.2', {
      method: 'POST',
      body: JSON.stringify({ length: 60 + index, comment }),
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(200);
  }
  service.workLogs = await service.db.selectFrom('work_log').selectAll().execute();
});

/** Cells by rows, the header first, three at most of XLSX: Python's standard library reads CSV and ZIP independently of us. */
function python(script: string, input: Buffer): string[][] {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { input, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString()) as string[][];
}

const readCsv = `
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')
print(json.dumps(list(csv.reader(text))))`;

const readXlsx = `
import io, json, re, sys, zipfile
import xml.etree.ElementTree as tree
book = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
name = next(name for name in book.namelist() if re.match('xl/worksheets/.*xml$', name))
space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
def cells(row):
    found = {re.match('[A-Z]+', cell.get('r')).group(): ''.join(cell.itertext()) for cell in row.iter(space + 'c')}
    return [found.get(chr(65 + index), '') for index in range(3)]
print(json.dumps([cells(row) for row in tree.fromstring(book.read(name)).iter(space + 'row')]))`;

const formats = [
  ['csv', readCsv],
  ['xlsx', readXlsx],
] as const;

describe.each(formats)('%s', (format, script) => {
  const table = async (url: string, headers = {}) => {
    const { status, bytes, text } = await service.ask('admin', url, { headers });
    if (status !== 200) throw new Error(text);
    return python(script, bytes);
  };

  test('has all rows in one go, with the totals of JSON', async () => {
    const [header = [], ...rows] = await table(`workLogsOnly?$select=Id,PeriodLength&$format=${format}`);
    const column = header.indexOf('PeriodLength');
    const total = rows.reduce((sum, row) => sum + Number(row[column]), 0);
    const [json] = await service.rows('workLogsOnly?$apply=aggregate(PeriodLength with sum as Seconds)');
    expect([rows.length, total]).toEqual([live(service).length, seconds(live(service))]);
    expect(json).toEqual({ Seconds: total });
  });

  test('shows groups by path', async () => {
    const query =
      'workLogsWorkItems?$apply=groupby((User/Name,WorkItem/System_TeamProject),aggregate(PeriodLength with sum as Seconds))';
    const [header = [], ...rows] = await table(`${query}&$format=${format}`);
    expect(header).toEqual(['User/Name', 'WorkItem/System_TeamProject', 'Seconds']);
    const json = await service.rows(query);
    expect(rows.length).toBe(json.length);
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(seconds(live(service)));
  });

  test('has no formulas', async () => {
    const rows = await table(
      `workLogsOnly?$select=Comment&$filter=PeriodLength lt 65&$orderby=PeriodLength&$format=${format}`,
    );
    const cells = rows.slice(1).map(([cell = '']) => cell);
    expect(cells).toHaveLength(evil.length);
    if (format === 'csv') expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    for (const [index, text] of evil.entries()) expect(cells[index]).toContain(text);
  });

  test('comes by Accept too', async () => {
    const type =
      format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { headers } = await service.ask('admin', 'budgets', { headers: { accept: type } });
    expect(headers['content-type']).toContain(type);
    expect((await table('budgets', { accept: type })).length).toBe(service.budgets.length + 1);
  });
});
