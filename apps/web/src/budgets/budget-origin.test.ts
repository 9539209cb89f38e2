import type { BudgetAssignment, BudgetWorkItem } from '@stint/contract';
import { expect, test } from 'vitest';
import { originOf } from './budget-origin.ts';

const item = (
  workItemId: number,
  type: number,
  parentId: number | null,
  iterationPath: string | null = null,
) =>
  ({
    workItemId,
    title: `Item ${workItemId}`,
    parentId,
    iterationPath,
    assignmentType: { id: type, name: '' },
  }) as BudgetWorkItem;
const attached = (thing: Partial<BudgetAssignment>): BudgetAssignment => ({
  id: '',
  workItemId: null,
  iterationPath: null,
  workLogId: null,
  isExclusion: false,
  ...thing,
});
const items = new Map(
  [item(1, 2, null), item(2, 3, 1), item(3, 3, 2)].map((each) => [each.workItemId, each]),
);

test('a budget is direct, or of the nearest parent that has it', () => {
  expect(originOf(item(1, 2, null), items, [])).toEqual({ kind: 'direct' });
  expect(originOf(item(3, 3, 2), items, [attached({ workItemId: 1 })])).toMatchObject({
    kind: 'parent',
    workItem: { workItemId: 1 },
  });
  const both = [attached({ workItemId: 1 }), attached({ workItemId: 2 })];
  expect(originOf(item(3, 3, 2), items, both)).toMatchObject({ workItem: { workItemId: 2 } });
});

test('or of the nearest iteration, in any letter case and never of one with a like name', () => {
  const paths = ['Atlas', 'atlas\\release 1', 'Atlas\\Release 10'].map((iterationPath) =>
    attached({ iterationPath }),
  );
  expect(originOf(item(9, 4, null, 'Atlas\\Release 1\\Sprint 3'), items, paths)).toEqual({
    kind: 'iteration',
    path: 'atlas\\release 1',
  });
  expect(originOf(item(9, 4, null, 'Borealis'), items, paths)).toEqual({ kind: 'iteration', path: null });
});

test('an exclusion gives nothing, and a circle of parents ends', () => {
  const circle = new Map([item(5, 3, 6), item(6, 3, 5)].map((each) => [each.workItemId, each]));
  const excluded = [attached({ workItemId: 6, isExclusion: true })];
  expect(originOf(item(5, 3, 6), circle, excluded)).toEqual({ kind: 'parent', workItem: null });
  expect(originOf(item(5, 1, null), circle, [])).toEqual({ kind: 'none' });
});
