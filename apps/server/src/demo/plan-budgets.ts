import type { WorkItemSnapshot } from '@stint/azure-devops';

/** A budget of the demo. */
export interface PlannedBudget {
  name: string;
  comment: string;
  /** How much of the planned time was tracked when the day began; 0.9 is 90 %. */
  used: number;
  isClosed: boolean;
  workItemIds: readonly number[];
  iterationPaths: readonly string[];
  /** Work items that do not get it, nor what is below them. */
  excludedIds: readonly number[];
}

type Item = Pick<WorkItemSnapshot, 'id' | 'type' | 'title' | 'project' | 'iterationPath' | 'parentId'>;

/** How much of their budgets the epics of a project have used, in the order of their numbers. */
const used: Record<string, readonly number[]> = { Atlas: [0.91, 0.52], Borealis: [0.76] };

const plain = { comment: '', isClosed: false, workItemIds: [], iterationPaths: [], excludedIds: [] };

/**
 * Budgets for the first epics of each project that have features, the last of them without one of its features; one for a feature
 * within an epic; and two for iterations, one of which is closed.
 */
export function planBudgets(items: readonly Item[]): PlannedBudget[] {
  const childrenOf = (parent: Item) => byNumber(items.filter(({ parentId }) => parentId === parent.id));
  const epics = Object.entries(used).flatMap(([project, parts]) =>
    byNumber(items.filter((item) => item.type === 'Epic' && item.project === project))
      .filter((epic) => childrenOf(epic).length > 1)
      .slice(0, parts.length)
      .map((epic, index) => ({ epic, used: parts[index] ?? 1 })),
  );
  const [first, last] = [epics[0]?.epic, epics.at(-1)?.epic];
  const without = last && childrenOf(last)[0];
  const within = first && childrenOf(first)[0];
  const sprints = sprintsOf(items, 'Borealis');
  const plans: PlannedBudget[] = [
    ...epics.map(({ epic, used: part }) => ({
      ...plain,
      name: nameOf(epic),
      used: part,
      workItemIds: [epic.id],
      ...(epic === last && without && { excludedIds: [without.id], comment: `Without "${without.title}"` }),
    })),
    ...(within ? [{ ...plain, name: nameOf(within), used: 1.08, workItemIds: [within.id] }] : []),
    {
      ...plain,
      name: 'Borealis fixed price',
      comment: 'What was agreed on for the first sprint; paid',
      used: 0.97,
      isClosed: true,
      iterationPaths: sprints.slice(0, 1),
    },
    { ...plain, name: 'Borealis support', used: 0.35, iterationPaths: sprints.slice(1, 8) },
  ];
  return [...Map.groupBy(plans, ({ name }) => name.toLowerCase()).values()].flatMap(([plan]) => plan ?? []);
}

function nameOf({ project, title }: Item): string {
  return `${project}: ${title}`;
}

function byNumber(items: readonly Item[]): Item[] {
  return items.toSorted((one, other) => one.id - other.id);
}

function numberOf(path: string): number {
  return Number(/\d+$/.exec(path)?.[0] ?? 0);
}

/** The sprints of a project that have items, by their number. */
function sprintsOf(items: readonly Item[], project: string): string[] {
  const paths = items.flatMap((item) => (item.project === project ? (item.iterationPath ?? []) : []));
  return [...new Set(paths)]
    .filter((path) => numberOf(path) > 0)
    .sort((one, other) => numberOf(one) - numberOf(other));
}
