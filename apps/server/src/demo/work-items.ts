import { snapshotOf, type WorkItemSnapshot } from '@stint/azure-devops';
import { latest, makeWorld, processTypes } from '@stint/azure-devops-simulator';
import type { IterationRow } from '../features/connection/iterations.ts';
import type { TypeRow } from '../features/connection/work-item-types.ts';

/** A work item as far as worklogs of the demo need it. */
export type DemoWorkItem = Pick<WorkItemSnapshot, 'id' | 'type' | 'project'>;

const COUNT = 400;

/**
 * The work items of the demo with their types, as reading the simulated Azure DevOps of the same seed gives them.
 * @param today UTC day on which the demo year ends, `YYYY-MM-DD`
 */
export function demoWorkItems(
  seed: number,
  today: string,
): { types: TypeRow[]; iterations: IterationRow[]; workItems: WorkItemSnapshot[] } {
  const world = makeWorld({ seed, workItems: COUNT, today });
  const types = world.projects.flatMap((project) =>
    processTypes.map(({ name, color, states }) => ({
      project: project.name,
      name,
      color,
      states: states.map((state) => ({ name: state.name, category: state.category })),
    })),
  );
  const iterations = world.projects.flatMap(({ name: project, iterations: sprints }) =>
    sprints.map(({ name, start, finish }) => ({
      project,
      path: `${project}\\${name}`,
      startDate: start.slice(0, 10),
      finishDate: finish.slice(0, 10),
    })),
  );
  const workItems = [...world.items.values()].map((item) => {
    const { id, rev, fields } = latest(item);
    const parent = item.parentId === null ? {} : { 'System.Parent': item.parentId };
    return snapshotOf({ id, rev, fields: { ...fields, ...parent } });
  });
  return { types, iterations, workItems };
}
