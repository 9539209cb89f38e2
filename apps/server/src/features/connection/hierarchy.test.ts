import type { ParentLink } from '@stint/azure-devops';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parentChanges } from './hierarchy.ts';

const link = (childId: number, parentId: number, active: boolean): ParentLink => ({
  childId,
  parentId,
  active,
  changedAt: '2026-01-01T00:00:00Z',
});

/** What the changes make of a parent that was there before. */
function applied(links: ParentLink[], before: number | null): number | null {
  const change = parentChanges(links)[0];
  if (!change) return before;
  if (change.parentId !== null) return change.parentId;
  if (change.formerParents === null) return null;
  return before !== null && change.formerParents.includes(before) ? null : before;
}

describe('changes of the hierarchy', () => {
  it('moves a child, whichever of the two changes is told first', () => {
    expect(applied([link(1, 10, false), link(1, 20, true)], 10)).toBe(20);
    expect(applied([link(1, 20, true), link(1, 10, false)], 10)).toBe(20);
  });

  it('takes a parent away, but not another one than told', () => {
    expect(applied([link(1, 10, false)], 10)).toBeNull();
    expect(applied([link(1, 10, false)], 20)).toBe(20);
    expect(applied([link(1, 10, true), link(1, 10, false)], null)).toBeNull();
    expect(applied([link(1, 10, false), link(1, 10, true)], 10)).toBe(10);
  });

  it('gives the same in one batch as change by change', () => {
    const change = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean())
      .map(([parent, active]) => link(1, parent, active));
    const before = fc.option(fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), before, (links, parent) => {
        const oneByOne = links.reduce((current: number | null, each) => applied([each], current), parent);
        expect(applied(links, parent)).toBe(oneByOne);
      }),
    );
  });
});
