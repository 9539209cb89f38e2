import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each([
  ['=cmd()', "'=cmd()"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\t=1', "'\t=1"],
  ['a=b', 'a=b'],
  ['a"b,c', '"a""b,c"'],
  ['=a,b', `"'=a,b"`],
  ['two\nlines', '"two\nlines"'],
])('%j becomes the cell %s', (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});

test('nothing is an empty cell', () => {
  expect(csvLine([null, 'a', ''])).toBe(',a,\r\n');
});

test('no cell begins as a formula, and each reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = csvLine([text]).slice(0, -2);
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(read).not.toMatch(/^[=+\-@\t\r]/);
      expect([text, `'${text}`]).toContain(read);
    }),
  );
});
