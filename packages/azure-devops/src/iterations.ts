import type { WorkItemClassificationNode } from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces.js';
import { type Caller, required } from './caller.ts';
import type { Library } from './library.ts';
import { textOf } from './text.ts';
import type { AzureDevOps, Iteration } from './types.ts';

/** Levels of the tree that are read; Azure DevOps allows 14. */
const DEPTH = 14;

/** Reads the iteration trees of projects. */
export function makeIterations(library: Library, { call }: Caller): Pick<AzureDevOps, 'iterations'> {
  return {
    iterations: async (project) => {
      const root = required(
        await call(async () => {
          const tracking = await library.tracking();
          // Part of what the library has loaded by now.
          const { TreeStructureGroup } = await import(
            'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces.js'
          );
          return tracking.getClassificationNode(project, TreeStructureGroup.Iterations, undefined, DEPTH);
        }),
      );
      return nodesOf(root, textOf(root.name));
    },
  };
}

/** A node and all within it; work items name them by their names, without the segment "Iteration" of the tree. */
function nodesOf({ attributes, children }: WorkItemClassificationNode, path: string): Iteration[] {
  const { startDate, finishDate } = (attributes ?? {}) as Record<string, unknown>;
  const own = { path, startDate: dayOf(startDate), finishDate: dayOf(finishDate) };
  return [own, ...(children ?? []).flatMap((child) => nodesOf(child, `${path}\\${textOf(child.name)}`))];
}

/** Azure DevOps writes days as midnight UTC. */
function dayOf(value: unknown): string | null {
  const text = value instanceof Date ? value.toISOString() : textOf(value);
  return /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null;
}
