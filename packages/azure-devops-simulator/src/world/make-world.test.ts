import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWorld } from './make-world.ts';
import { findType } from './process.ts';
import { latest } from './world.ts';

describe('makeWorld', () => {
  it('makes the task 1001 of cleo in Atlas for every seed and size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 4, max: 600 }),
        (seed, workItems) => {
          const world = makeWorld({ seed, workItems });
          const item = world.items.get(1001);
          expect(world.items.size).toBe(workItems);
          expect(item === undefined ? undefined : latest(item).fields).toMatchObject({
            'System.WorkItemType': 'Task',
            'System.TeamProject': 'Atlas',
            'System.Title': 'Retry failed uploads',
            'System.AssignedTo': { uniqueName: 'cleo@demo.local', displayName: 'Cleo Winter' },
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is the same for the same seed and different for another', () => {
    expect(makeWorld({ seed: 7, workItems: 300 })).toEqual(makeWorld({ seed: 7, workItems: 300 }));
    expect(makeWorld({ seed: 8, workItems: 300 })).not.toEqual(makeWorld({ seed: 7, workItems: 300 }));
  });

  it('nests four levels in one project: epic, feature, backlog item or bug, task', () => {
    const world = makeWorld({ seed: 1, workItems: 400 });
    const parentTypes: Record<string, readonly (string | undefined)[]> = {
      Epic: [undefined],
      Feature: ['Epic'],
      'Product Backlog Item': ['Feature'],
      Bug: ['Feature'],
      Task: ['Product Backlog Item', 'Bug'],
    };
    const projects = new Set<unknown>();
    for (const item of world.items.values()) {
      const { fields } = latest(item);
      const parent = world.items.get(item.parentId ?? 0);
      const parentFields = parent === undefined ? undefined : latest(parent).fields;
      expect(parentTypes[String(fields['System.WorkItemType'])]).toContain(
        parentFields?.['System.WorkItemType'],
      );
      if (parentFields !== undefined)
        expect(parentFields['System.TeamProject']).toBe(fields['System.TeamProject']);
      projects.add(fields['System.TeamProject']);
    }
    expect(projects).toEqual(new Set(['Atlas', 'Borealis']));
  });

  it('uses only states of the type, and records one link for every child', () => {
    const world = makeWorld({ seed: 3, workItems: 500 });
    const children = [...world.items.values()].filter(({ parentId }) => parentId !== null);
    expect(world.links).toHaveLength(children.length);
    for (const item of world.items.values()) {
      const { fields } = latest(item);
      const states = findType(String(fields['System.WorkItemType']))?.states.map(({ name }) => name);
      expect(states).toContain(fields['System.State']);
    }
  });

  it('refuses fewer than four items', () => {
    expect(() => makeWorld({ seed: 1, workItems: 3 })).toThrow(RangeError);
  });
});
