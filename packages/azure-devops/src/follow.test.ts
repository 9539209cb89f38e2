import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, parentLinkOf } from './follow.ts';
import { type Bench, collect, openBench } from './harness.ts';
import type { ChangeBatch } from './types.ts';

const changed = (batches: readonly ChangeBatch[]): number[] =>
  batches.flatMap(({ items }) => items.map(({ id }) => id));

async function caughtUp({ azureDevOps }: Bench): Promise<string> {
  const token = (await collect(azureDevOps.changes(null))).at(-1)?.token;
  if (token === undefined) throw new Error('no batch');
  return token;
}

describe('following changes', () => {
  it('gives every item once at first, in batches, the last one marked', async () => {
    const { azureDevOps } = await openBench();
    const batches = await collect(azureDevOps.changes(null));
    expect(batches.map(({ isLast }) => isLast)).toEqual([false, true]);
    expect(new Set(changed(batches)).size).toBe(400);
    expect(changed(batches)).toHaveLength(400);
    expect(batches[0]?.items[0]).toMatchObject({
      id: 1001,
      assignedTo: { displayName: 'Cleo Winter' },
      parentId: 1004,
    });
    expect(batches[0]?.items[0]?.fields['System.Description']).toContain('<div>');
  });

  it('gives nothing but a token when nothing changed', async () => {
    const bench = await openBench();
    const token = await caughtUp(bench);
    expect(await collect(bench.azureDevOps.changes(token))).toEqual([
      { items: [], deletedIds: [], token, isLast: true },
    ]);
  });

  it('goes on from a token with edited, moved, new and deleted items only', async () => {
    const bench = await openBench();
    const token = await caughtUp(bench);
    await bench.control('PATCH', 'workitems/1001', { title: 'Retry failed uploads at night', state: 'Done' });
    await bench.control('PATCH', 'workitems/1005', { project: 'Borealis', assignedTo: 'bob@demo.local' });
    await bench.control('DELETE', 'workitems/1006');
    const batches = await collect(bench.azureDevOps.changes(token));
    expect(batches.flatMap(({ deletedIds }) => deletedIds)).toEqual([1006]);
    expect(batches.flatMap(({ items }) => items)).toMatchObject([
      { id: 1001, rev: 3, title: 'Retry failed uploads at night', state: 'Done', project: 'Atlas' },
      { id: 1005, project: 'Borealis', areaPath: 'Borealis', assignedTo: { uniqueName: 'bob@demo.local' } },
    ]);
  });

  it('can stop after any batch and go on from its token without losing an item', async () => {
    const { azureDevOps } = await openBench({ workItems: 900 });
    const seen: number[] = [];
    let token: string | null = null;
    for (let done = false; !done; ) {
      for await (const batch of azureDevOps.changes(token)) {
        seen.push(...changed([batch]));
        ({ token } = batch);
        done = batch.isLast;
        break;
      }
    }
    expect(new Set(seen).size).toBe(900);
  });

  it('takes the highest revision where a batch has several of one item', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.integer({ min: 1, max: 5 }), rev: fc.integer({ min: 1, max: 9 }) })),
        (revisions) => {
          const { items } = changesOf(revisions);
          for (const { id, rev } of items) {
            expect(rev).toBe(Math.max(...revisions.filter((one) => one.id === id).map((one) => one.rev)));
          }
          expect(items).toHaveLength(new Set(revisions.map(({ id }) => id)).size);
        },
      ),
    );
  });
});

describe('following the hierarchy', () => {
  it('gives all links at first, then what was taken away and added', async () => {
    const bench = await openBench();
    const batches = await collect(bench.azureDevOps.links(null));
    const first = batches.flatMap(({ links }) => links);
    expect(first).toContainEqual({
      parentId: 1004,
      childId: 1001,
      active: true,
      changedAt: expect.any(String),
    });
    await bench.control('PATCH', 'workitems/1001', { parentId: 1009 });
    const after = await collect(bench.azureDevOps.links(batches.at(-1)?.token ?? null));
    expect(after.flatMap(({ links }) => links)).toMatchObject([
      { parentId: 1004, childId: 1001, active: false },
      { parentId: 1009, childId: 1001, active: true },
    ]);
  });

  it('reads links from the child, in the form of old servers, and no others', () => {
    const changedDate = '2026-01-02T03:04:05.6Z';
    const at = '2026-01-02T03:04:05.600Z';
    const attributes = { sourceId: 2, targetId: 1, isActive: false, changedDate };
    expect(parentLinkOf({ rel: 'System.LinkTypes.Hierarchy-Reverse', attributes })).toEqual([
      { parentId: 1, childId: 2, active: false, changedAt: at },
    ]);
    const old = { rel: 'System.LinkTypes.Hierarchy', sourceId: 7, targetId: 8, isActive: true, changedDate };
    expect(parentLinkOf(old)).toEqual([{ parentId: 7, childId: 8, active: true, changedAt: at }]);
    expect(parentLinkOf({ rel: 'System.LinkTypes.Related', attributes })).toEqual([]);
  });
});
