import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BUDGET_ASSIGNMENT_TYPE,
  type BudgetLink,
  type IterationAssignment,
  resolveBudget,
} from './resolve.ts';

const { NoBudget, DirectlyAssigned, InheritedFromParent, InheritedFromIteration } = BUDGET_ASSIGNMENT_TYPE;
const has = (budgetId: string): BudgetLink => ({ budgetId, excludedBudgetIds: [] });
const excludes = (...ids: string[]): BudgetLink => ({ budgetId: null, excludedBudgetIds: ids });
const nothing = excludes();
const on = (path: string, budgetId: string): IterationAssignment => ({ path, budgetId, isExclusion: false });
const off = (path: string, budgetId: string): IterationAssignment => ({ path, budgetId, isExclusion: true });

function resolve(links: readonly BudgetLink[], path: string | null = null, on: IterationAssignment[] = []) {
  return resolveBudget({ links, iterationPath: path }, on);
}

test('the kinds of assignment have the numbers of the wire', () => {
  expect(BUDGET_ASSIGNMENT_TYPE).toEqual({
    NotComputed: 0,
    NoBudget: 1,
    DirectlyAssigned: 2,
    InheritedFromParent: 3,
    InheritedFromIteration: 4,
  });
});

describe('along the parents', () => {
  test.each<[string, BudgetLink[], string | null, number]>([
    ['nothing is attached', [nothing, nothing], null, NoBudget],
    ['there is no item', [], null, NoBudget],
    ['it has its own', [has('own'), has('parent')], 'own', DirectlyAssigned],
    ['the nearest parent wins', [nothing, has('near'), has('far')], 'near', InheritedFromParent],
    ['an ancestor two levels up', [nothing, nothing, has('far')], 'far', InheritedFromParent],
    ['it excludes the parent’s', [excludes('near'), has('near')], null, NoBudget],
    ['the search goes on', [excludes('near'), has('near'), has('far')], 'far', InheritedFromParent],
    ['an exclusion between', [nothing, excludes('far'), has('far')], null, NoBudget],
    ['an exclusion of another', [excludes('other'), has('near')], 'near', InheritedFromParent],
    ['an exclusion above', [nothing, has('near'), excludes('near')], 'near', InheritedFromParent],
    [
      'an exclusion at the same item',
      [{ budgetId: 'own', excludedBudgetIds: ['own'] }, has('far')],
      'far',
      InheritedFromParent,
    ],
    ['two exclusions', [excludes('a', 'b'), has('a'), has('b')], null, NoBudget],
  ])('%s', (_, links, budgetId, type) => {
    expect(resolve(links)).toEqual({ budgetId, type });
  });
});

describe('from iterations', () => {
  const path = String.raw`Atlas\Release 1\Sprint 3`;
  const all = [on('Atlas', 'project'), on(String.raw`Atlas\Release 1`, 'release'), on(path, 'sprint')];

  test.each<[string, string | null, IterationAssignment[], string | null]>([
    ['the longest path wins', path, all, 'sprint'],
    ['in any order', path, all.toReversed(), 'sprint'],
    ['iterations above count', path, all.slice(0, 2), 'release'],
    ['the project’s root counts', path, all.slice(0, 1), 'project'],
    ['in any letter case', path.toUpperCase(), [on('atlas', 'project')], 'project'],
    ['in any letter case of the assignment', 'atlas', [on('ATLAS', 'project')], 'project'],
    ['by whole segments', String.raw`Atlas\Release 10`, all, 'project'],
    ['not those below', 'Atlas', all.slice(1), null],
    ['none without a path', null, all, null],
    ['an exclusion skips iterations above', path, [...all.slice(0, 2), off(path, 'release')], 'project'],
    ['an exclusion of another does not', path, [...all.slice(0, 2), off(path, 'other')], 'release'],
    [
      'an exclusion at the same iteration',
      path,
      [on(path, 'sprint'), off(path, 'sprint'), on('Atlas', 'project')],
      'project',
    ],
    ['an exclusion elsewhere', path, [...all, off('Borealis', 'sprint')], 'sprint'],
  ])('%s', (_, iterationPath, assignments, budgetId) => {
    expect(resolve([nothing], iterationPath, assignments)).toEqual({
      budgetId,
      type: budgetId === null ? NoBudget : InheritedFromIteration,
    });
  });

  test('the farthest parent is nearer than the nearest iteration', () => {
    expect(resolve([nothing, has('far')], path, all)).toEqual({ budgetId: 'far', type: InheritedFromParent });
  });

  test('what an item or its parent excludes does not come from an iteration either', () => {
    expect(resolve([excludes('sprint')], path, all).budgetId).toBe('release');
    expect(resolve([nothing, excludes('sprint')], path, all).budgetId).toBe('release');
  });
});

test('what is resolved is never excluded by the item, and stays when a farther link changes', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const link = fc.record({
    budgetId: fc.option(id),
    excludedBudgetIds: fc.array(id, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(link, { minLength: 1, maxLength: 5 }), link, (links, farther) => {
      const found = resolve(links);
      if (found.budgetId === null) return;
      expect(links[0]?.excludedBudgetIds).not.toContain(found.budgetId);
      expect(resolve([...links, farther], 'Atlas', [on('Atlas', 'd')])).toEqual(found);
    }),
  );
});
