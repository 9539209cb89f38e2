import { expect, test } from 'vitest';
import { childColumn, expandingColumn, keyOfRow, mayExpand } from './hierarchy.ts';

const row = (HasChildren?: boolean) => ({ System_Id: 5, ...(HasChildren !== undefined && { HasChildren }) });

test.each([
  ['workItems', row(), 3, true],
  ['workItems', row(false), 0, false],
  [undefined, row(true), 1, true],
  ['rootExpandable', row(false), 0, true],
  ['rootExpandable', row(true), 1, false],
  ['workLogs', row(), 0, true],
  ['workLogs', row(), 1, false],
  ['byHasChildrenField', row(true), 4, true],
  ['byHasChildrenField', row(), 0, false],
] as const)('%s with %j at depth %d opens: %s', (type, given, depth, opens) => {
  expect(mayExpand(type, given, depth)).toBe(opens);
});

test('a row is known by its field, of whatever kind', () => {
  expect(keyOfRow('System_Id', row())).toBe(5);
  expect(keyOfRow('User.Id', { User: { Id: 'x' } })).toBe('x');
  expect(keyOfRow('Nothing', row())).toBeNull();
  expect(keyOfRow(undefined, row())).toBeNull();
});

test('a column shows another field on rows below, where they have it', () => {
  const column = {
    field: ['System_Title', 'T'],
    title: 'Title',
    formatter: 'WorkItemIndicator',
    child: { field: 'User.Name' },
  } as const;
  const writable = { ...column, field: [...column.field] };
  expect(childColumn(writable, { User: { Name: 'Ann' } })).toEqual({ field: 'User.Name', title: 'Title' });
  expect(childColumn(writable, row())).toBe(writable);
});

test('the arrows stand where the widget says, else at the beginning', () => {
  expect(expandingColumn([{ field: 'A' }, { field: 'B', expand: true }])).toBe(1);
  expect(expandingColumn([{ field: 'A' }])).toBe(0);
});
