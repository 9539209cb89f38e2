import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followRows, moveByKey, moveByTab, placesOf, rangeBetween } from './grid-move.ts';
import { readGridKey } from './read-grid-key.ts';
import { placeTable, readTable, tableText } from './table-text.ts';
import { visibleLines } from './visible-lines.ts';

const size = { rows: 3, columns: 7 };
const keys = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('keys', () => {
  test.each([
    ['ArrowRight', { row: 1, column: 4 }],
    ['ArrowUp', { row: 0, column: 3 }],
    ['Home', { row: 1, column: 0 }],
    ['End', { row: 1, column: 6 }],
  ])('%s moves', (key, to) => expect(moveByKey(key, false, { row: 1, column: 3 }, size)).toEqual(to));

  test('none leads out of the grid', () => {
    const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
    const grid = fc.record({
      rows: fc.integer({ min: 1, max: 9 }),
      columns: fc.integer({ min: 1, max: 42 }),
    });
    fc.assert(
      fc.property(grid, fc.array(fc.tuple(key, fc.boolean())), (within, pressed) => {
        let place = { row: 0, column: 0 };
        for (const [each, isFar] of pressed) place = moveByKey(each, isFar, place, within) ?? place;
        expect(place.row >= 0 && place.row < within.rows).toBe(true);
        expect(place.column >= 0 && place.column < within.columns).toBe(true);
      }),
    );
  });

  test('Tab goes on in the next row, and out at the ends', () => {
    expect(moveByTab(1, { row: 0, column: 6 }, size)).toEqual({ row: 1, column: 0 });
    expect(moveByTab(1, { row: 2, column: 6 }, size)).toBeNull();
    expect(moveByTab(-1, { row: 0, column: 0 }, size)).toBeNull();
  });

  test.each([
    ['7', {}, { kind: 'type', text: '7' }],
    ['Enter', {}, { kind: 'edit' }],
    ['Enter', { altKey: true }, { kind: 'list' }],
    ['Delete', {}, { kind: 'clear' }],
    ['s', { ctrlKey: true }, { kind: 'save' }],
    ['c', { ctrlKey: true }, null],
    ['F5', {}, null],
    ['ArrowRight', { shiftKey: true }, { kind: 'move', to: { row: 0, column: 1 }, extends: true }],
  ])('%s with %j', (key, more, wish) =>
    expect(readGridKey(keys(key, more), { row: 0, column: 0 }, size, false)).toEqual(wish),
  );

  test('Tab after Escape leaves the grid', () => {
    expect(readGridKey(keys('Tab'), { row: 0, column: 0 }, size, true)).toBeNull();
    expect(readGridKey(keys('Tab'), { row: 0, column: 0 }, size, false)).toMatchObject({ kind: 'move' });
  });
});

describe('ranges', () => {
  test('are the same from any corner', () => {
    const place = fc.record({ row: fc.nat(5), column: fc.nat(5) });
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(rangeBetween(a, b)).toEqual(rangeBetween(b, a));
        const places = placesOf(rangeBetween(a, b));
        expect(places).toContainEqual(a);
        expect(places).toHaveLength((Math.abs(a.row - b.row) + 1) * (Math.abs(a.column - b.column) + 1));
      }),
    );
  });

  test('that are copied are read again', () => {
    const cell = fc.constantFrom('', '1:30', '2', '0:45');
    const table = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    // A last line that is empty is a line end.
    fc.assert(
      fc.property(table, (rows) => {
        fc.pre(rows.at(-1)?.join('') !== '' || rows[0]?.length !== 1);
        expect(readTable(tableText(rows))).toEqual(rows);
      }),
    );
  });
});

describe('a pasted table', () => {
  const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

  test('begins at the upper left corner of what is chosen', () => {
    const { placed, outside } = placeTable(readTable('1:30\t2\r\n\t0:45\r\n'), at(0, 1), size);
    expect(placed).toEqual([
      { row: 0, column: 1, text: '1:30' },
      { row: 0, column: 2, text: '2' },
      { row: 1, column: 2, text: '0:45' },
    ]);
    expect(outside).toBe(0);
  });

  test('fills what is chosen when it fits', () => {
    expect(placeTable([['1']], at(0, 0, 1, 2), size).placed).toHaveLength(6);
    expect(placeTable([['1'], ['2']], at(0, 0, 2, 0), size).placed).toHaveLength(2);
  });

  test('loses what lies outside, and says so', () => {
    const { placed, outside } = placeTable([['1', '2', '3']], at(2, 6), size);
    expect([placed.length, outside]).toEqual([1, 2]);
  });

  test('from a spreadsheet loses its quotes', () =>
    expect(readTable('"1:30"\t 2 ')).toEqual([['1:30', '2']]));
});

test('all lines that are seen stand in the page', () => {
  const view = fc.record({ scrollTop: fc.nat(40_000), height: fc.integer({ min: 100, max: 1200 }) });
  fc.assert(
    fc.property(view, fc.integer({ min: 1, max: 1000 }), ({ scrollTop, height }, count) => {
      const { first, last } = visibleLines({ scrollTop, height, lineHeight: 36 }, count);
      const top = Math.min(Math.floor(scrollTop / 36), count - 1);
      const bottom = Math.min(count - 1, Math.floor((scrollTop + height) / 36));
      expect(first).toBeLessThanOrEqual(Math.max(0, top));
      expect(last).toBeGreaterThanOrEqual(bottom);
      expect(last - first).toBeLessThanOrEqual(Math.max(80, height / 36 + 30));
    }),
  );
});

describe('rows that change places', () => {
  const cell = (row: number, column = 2) => ({ row, column });
  const at = (row: number) => ({ active: cell(row), anchor: cell(row) });
  const rows = ['a', 'b', 'c', 'd'];

  test('the active cell goes with its row', () => {
    expect(followRows(at(3), rows, ['d', 'a', 'b', 'c'])).toEqual(at(0));
    expect(followRows(at(1), rows, ['new', ...rows])).toEqual(at(2));
    expect(followRows(at(1), rows, rows)).toEqual(at(1));
  });

  test('what is chosen goes with its rows, and never takes in others', () => {
    const chosen = { active: cell(2), anchor: cell(1, 0) };
    expect(followRows(chosen, rows, ['new', ...rows])).toEqual({ active: cell(3), anchor: cell(2, 0) });
    expect(followRows(chosen, rows, ['a', 'b', 'new', 'c', 'd'])).toEqual(at(3));
    expect(followRows(chosen, rows, ['a', 'c', 'd'])).toEqual(at(1));
  });

  test('nothing is chosen of a row that is gone', () => {
    expect(followRows(at(3), rows, ['a', 'b', 'c'])).toBeNull();
    expect(followRows(at(0), [], rows)).toBeNull();
  });
});
