import type { WallDate } from '@stint/domain';
import { expect, test } from 'vitest';
import { isAddedRows, rowsIn, withRow } from './added-rows.ts';
import { isCellDrafts } from './cell-drafts.ts';
import { cellsOf, withCell, withoutCells } from './cell-map.ts';
import { createLimiter } from './limiter.ts';
import { filterQuery, readRowFilters, toggleFilter } from './row-filter.ts';
import { readSheetSearch } from './sheet-search.ts';

const from = '2026-11-16' as WallDate;
const row = { workItem: null, comment: 'Mail', from } as const;

test('what was kept is taken only in its form', () => {
  expect(isAddedRows([row, { workItem: { id: 1, title: '', color: '' }, comment: null, from }])).toBe(true);
  for (const found of [null, {}, [null], [{ workItem: {}, comment: null, from }], [{ workItem: null, from }]])
    expect(isAddedRows(found)).toBe(false);
  expect(isCellDrafts({ i1: { [from]: { text: 'x', reason: null } } })).toBe(true);
  for (const found of [null, [], { i1: 3 }, { i1: { [from]: { text: 1, reason: null } } }])
    expect(isCellDrafts(found)).toBe(false);
});

test('an added row is there once for its week, and forgotten after some', () => {
  const next = { ...row, from: '2026-11-23' as WallDate };
  expect(withRow(withRow([row], row), next)).toEqual([row, next]);
  expect(withRow([row], { ...row, from: '2027-02-01' as WallDate })).toHaveLength(1);
  expect(rowsIn([row, next], from, '2026-11-22' as WallDate)).toEqual([row]);
});

test('a row whose cells stay keeps its object', () => {
  const map = withCell(withCell({}, { rowKey: 'a', date: from }, 1), { rowKey: 'b', date: from }, 2);
  const changed = withCell(map, { rowKey: 'a', date: from }, 3);
  expect(changed['b']).toBe(map['b']);
  expect(withCell(changed, { rowKey: 'c', date: from }, null)).toBe(changed);
  expect(cellsOf(withoutCells(changed, (value) => value === 3))).toEqual([
    { rowKey: 'b', date: from, value: 2 },
  ]);
});

test('filters are read, toggled and asked for; of the weeks there is one at most', () => {
  expect(readRowFilters('parents,mine,nonsense')).toEqual(['mine', 'parents']);
  expect(toggleFilter(['weeks1', 'mine'], 'weeks4')).toEqual(['mine', 'weeks4']);
  expect(toggleFilter(['mine'], 'mine')).toEqual([]);
  expect(filterQuery({ filters: ['weeks4', 'iterations'], project: 'Atlas' })).toEqual({
    $iterations: true,
    $mine: false,
    $parents: false,
    $weeks: 4,
    $project: 'Atlas',
  });
  expect(readSheetSearch({ day: 5, rows: '', project: '', span: 'year' })).toEqual({ rows: '' });
});

test('no more tasks run at once than may, and all of them do', async () => {
  const limited = createLimiter(2);
  let [running, most] = [0, 0];
  const task = async (index: number) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    if (index === 3) throw new Error('refused');
    return index;
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((index) => limited(() => task(index))));
  expect(most).toBe(2);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});
