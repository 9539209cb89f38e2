import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from './csv.ts';
import { python } from './testing/python.ts';
import { allOf, column, tableOf } from './testing/tables.ts';

const READ = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode('utf-8')
print(json.dumps(list(csv.reader(io.StringIO(text, newline=''), strict=True))))
`;

async function textOf(columns: Parameters<typeof tableOf>[0], ...pages: readonly (readonly unknown[])[]) {
  const { table } = tableOf(columns, ...pages);
  return (await allOf(csv(table, { byteOrderMark: false }))).toString();
}

test('nested values stand under their paths, pages follow each other, nulls are empty', async () => {
  const columns = [column('User/Name'), column('Total', 'Edm.Int32'), column('IsBillable', 'Edm.Boolean')];
  const rows = [
    { User: { Name: 'Ann' }, Total: 1, IsBillable: true },
    { User: null, Total: null },
  ];
  expect(await textOf(columns, rows, [], [{ User: { Name: 'Bob' }, Total: 3 }])).toBe(
    'User/Name,Total,IsBillable\r\nAnn,1,true\r\n,,\r\nBob,3,\r\n',
  );
});

test('a table without rows is its head', async () => {
  expect(await textOf([column('A'), column('B')])).toBe('A,B\r\n');
});

test.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', '＝1'])(
  'the text %j gets an apostrophe',
  async (text) => {
    const [, [cell] = []] = python(READ, await textOf([column('A')], [{ A: text }])) as string[][];
    expect(cell).toBe(`'${text}`);
  },
);

test('negative numbers stay numbers, of any type that is one', async () => {
  const columns = [column('A', 'Edm.Int32'), column('B', 'Edm.Decimal'), column('C', 'Edm.Double')];
  expect(await textOf(columns, [{ A: -1, B: '-9007199254740993.25', C: -1e21 }])).toBe(
    'A,B,C\r\n-1,-9007199254740993.25,-1e+21\r\n',
  );
});

test('collections are written as JSON', async () => {
  expect(await textOf([column('Tags', 'json')], [{ Tags: ['a', 'b"c'] }])).toBe(
    'Tags\r\n"[""a"",""b\\""c""]"\r\n',
  );
});

test('a byte order mark comes first, where it is wanted', async () => {
  const { table } = tableOf([column('A')]);
  const bytes = await allOf(csv(table, { byteOrderMark: true }));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('any texts are read back by another reader as they were', async () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 100, size: 'max' }),
      async (rows) => {
        const text = await textOf(
          [column('A'), column('B')],
          rows.map(([A, B]) => ({ A, B })),
        );
        expect(python(READ, text)).toEqual([['A', 'B'], ...rows]);
      },
    ),
    { numRuns: 5 },
  );
});

test('who stops reading closes the rows', async () => {
  const { table, state } = tableOf([column('A')], [{ A: 1 }], [{ A: 2 }], [{ A: 3 }]);
  for await (const chunk of csv(table, { byteOrderMark: false })) if (chunk.startsWith('1')) break;
  expect(state).toEqual({ given: 1, isClosed: true });
});
